/** Whether files that something rests on were there by then, sound, and kept by whoever it asks them of, for what it asks them. */
import { OF_CALLS } from '#batch/files-of-call.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeFor, officeOn, ownersFor, ownersOnCase } from '#evidence/file-owner.ts'
import { resultsEvent, scanOwner } from '#external-results/external-results.ts'
import type { Commit } from '#ledger/ledger.ts'
import { isObject, leavesOf, pathOf } from '../differences.ts'
import type { Finding } from '../finding.ts'
import { type Elsewhere, Untold } from './elsewhere.ts'
import { oddCommit } from './judging.ts'

/** Whose a file may be that stands in a field, one or several, of the unit that the stream is about, or of whoever entered the event. */
type Owners = (unit: string, event: unknown) => readonly string[]
const ofUnit: Owners = (unit) => [unit]
const ofOffice: Owners = (unit) => [officeOn(unit)]
const ofOrgan: Owners = (_unit, event) => {
  const { data } = resultsEvent.safeParse(event)
  return data ? [scanOwner(data)] : []
}

/** By kind of stream, and of event where they differ. The services ask the same when a file is cited. */
const CITING: Readonly<Record<string, Readonly<Record<string, Owners>>>> = {
  batch: { scan: () => [officeFor('minutes')], files: () => [OF_CALLS] },
  bulletins: { files: () => [officeFor('bulletin')] },
  case: { attachments: ofUnit, scan: ofUnit, evidence: ownersOnCase },
  consultation: { scan: () => [officeFor('consultation')] },
  dossier: { files: ofUnit },
  duty: { files: ofUnit },
  inspection: { 'visited.files': ofOffice, 'findingAnswered.files': ofUnit },
  notice: { proof: () => ownersFor('proof') },
  panel: { files: ownersOnCase },
  sheet: { files: ofOffice },
  results: { scan: ofOrgan },
  title: { scan: ofOffice, minutes: () => ownersFor('minutes') },
  resolution: { minutes: () => ownersFor('minutes'), paper: () => ownersFor('minutes') },
}

/** @param commits of one stream, as they were written */
export function wrongCitations(stream: string, commits: readonly Commit[], elsewhere: Elsewhere): Finding[] {
  const [kind = '', first = '', second = ''] = stream.split('/')
  const unit = kind === 'title' ? first : second
  const fields = Object.hasOwn(CITING, kind) ? CITING[kind] : undefined
  const asked = new Map(Object.entries(fields ?? {}))
  if (asked.size === 0) return []
  return commits.flatMap(({ number, at, events }) =>
    events.flatMap((event, i) =>
      leavesOf(event).flatMap(({ keys, value }) => {
        const type = isObject(event) ? event.type : ''
        const owners = keys.flatMap((key) => asked.get(`${type}.${key}`) ?? asked.get(String(key)) ?? [])[0]
        if (typeof value !== 'string' || !owners || wasKept(elsewhere, owners(unit, event), value, at)) return []
        const field = pathOf(['events', i, ...keys])
        return [oddCommit(stream, number, { field, how: `的${field}所用的文件当时没有按这一用途保存，或者不能使用` })]
      }),
    ),
  )
}

function wasKept({ evidence }: Elsewhere, owners: readonly string[], used: string, at: string): boolean {
  try {
    return owners.some((owner) =>
      evidence.at(evidenceStream(owner, digestOfUse(used)), at).some(({ status }) => status === 'kept'),
    )
  } catch (error) {
    if (error instanceof Untold) return true
    throw error
  }
}
