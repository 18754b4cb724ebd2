/** Whether what is rightly hashed and chained could have been decided: by its own stream, and by all others that it rests on. */
import { msBetween } from '#calendar/instant.ts'
import { CATALOGUE_ID } from '#catalogue/edition/choose-version.ts'
import type { Commit } from '#ledger/ledger.ts'
import type { Finding } from '../finding.ts'
import { MARGIN_MS } from '../verify-roots.ts'
import { wrongCitations } from './cited-files.ts'
import { wrongCommands } from './commands.ts'
import type { Elsewhere } from './elsewhere.ts'
import { type Judging, oddCommit } from './judging.ts'
import { judgeAnnouncement } from './kinds/announcement.ts'
import { judgeBatch } from './kinds/batch.ts'
import { judgeCase } from './kinds/case.ts'
import { judgeConsultation } from './kinds/consultation.ts'
import { judgeRetention } from './kinds/ends.ts'
import { judgeCopies, judgeEvidence } from './kinds/files.ts'
import { judgeObjection, judgePanel } from './kinds/inquiry.ts'
import { judgeKeepers } from './kinds/keepers.ts'
import { judgeNotice } from './kinds/notice.ts'
import { judgeOpened } from './kinds/opened.ts'
import { judgePerson } from './kinds/person.ts'
import { judgeReminded } from './kinds/reminded.ts'
import { judgeResolution } from './kinds/resolution.ts'
import { judgeResults } from './kinds/results.ts'
import { judgeCatalogue, judgeHolidays, judgeLogin, judgeUnit } from './kinds/roster.ts'
import { judgeSheet } from './kinds/sheet.ts'
import { judgeSpread } from './kinds/spread.ts'
import { judgeTitle } from './kinds/title.ts'
import {
  judgeBulletins,
  judgeDossier,
  judgeDuty,
  judgeInspection,
  judgeReceived,
  judgeReminders,
} from './kinds/work.ts'

const DIGEST = /^[0-9a-f]{64}$/
const ANY = /./

type StreamKind = {
  readonly judge: Judging
  readonly ids: number
  /** What its last part is like; where nothing is said, another record or its own says whether there is such a one. */
  readonly last?: RegExp
}
/** By the first part of a stream's name; `ids`: how many others it has. No software of ours writes any other stream. */
const KINDS: Readonly<Record<string, StreamKind>> = {
  batch: { judge: judgeBatch, ids: 1 },
  bulletins: { judge: judgeBulletins, ids: 1 },
  case: { judge: judgeCase, ids: 2 },
  catalogue: { judge: judgeCatalogue, ids: 1, last: CATALOGUE_ID },
  consultation: { judge: judgeConsultation, ids: 1 },
  copies: { judge: judgeCopies, ids: 1, last: DIGEST },
  decision: { judge: judgeAnnouncement, ids: 2 },
  dossier: { judge: judgeDossier, ids: 3, last: CATALOGUE_ID },
  duty: { judge: judgeDuty, ids: 3 },
  evidence: { judge: judgeEvidence, ids: 2, last: DIGEST },
  holidays: { judge: judgeHolidays, ids: 1 },
  inspection: { judge: judgeInspection, ids: 2 },
  keepers: { judge: judgeKeepers, ids: 1 },
  login: { judge: judgeLogin, ids: 1, last: DIGEST },
  notice: { judge: judgeNotice, ids: 2 },
  objection: { judge: judgeObjection, ids: 1 },
  opened: { judge: judgeOpened, ids: 2 },
  panel: { judge: judgePanel, ids: 3 },
  person: { judge: judgePerson, ids: 1 },
  received: { judge: judgeReceived, ids: 2 },
  reminded: { judge: judgeReminded, ids: 2 },
  reminders: { judge: judgeReminders, ids: 1 },
  resolution: { judge: judgeResolution, ids: 2 },
  results: { judge: judgeResults, ids: 1, last: /^[1-9]\d{3}$/ },
  retention: { judge: judgeRetention, ids: 1, last: /^\d{4}-\d{2}-\d{2}$/ },
  sheet: { judge: judgeSheet, ids: 5 },
  spread: { judge: judgeSpread, ids: 2 },
  title: { judge: judgeTitle, ids: 2 },
  unit: { judge: judgeUnit, ids: 1 },
}

/**
 * @param commits of one stream, as they were written, in order
 * @param until the instant up to which the county's time has come; undefined where nobody knows
 */
export function rejudge(
  stream: string,
  commits: readonly Commit[],
  elsewhere: Elsewhere,
  until?: string | undefined,
): readonly Finding[] {
  const [name = '', ...ids] = stream.split('/')
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  const { last = ANY } = kind ?? {}
  if (!kind || ids.length !== kind.ids || ids.includes('') || !last.test(ids.at(-1) ?? ''))
    return [oddCommit(stream, 1, { field: 'stream', how: '所在的记录流没有这样命名的' })]
  const early = commits.flatMap(({ number, at }) =>
    until !== undefined && msBetween(until, at) > MARGIN_MS
      ? [oddCommit(stream, number, { field: 'at', how: '写的时间还没有到' })]
      : [],
  )
  const judged = kind.judge(stream, commits, elsewhere)
  return [...early, ...wrongCommands(stream, commits), ...judged, ...wrongCitations(stream, commits, elsewhere)]
}
