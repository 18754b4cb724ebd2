/** What comes of a case's end, and what the county keeps no longer. */
import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import {
  approveErasure,
  beginErasing,
  type Erasure,
  MOST_COMING,
  MOST_LINES,
  proposeErasure,
  type RetentionEvent,
  recordErased,
  recordFound,
  retentionKind,
  returnErasure,
  shownId,
} from '#retention/erasure.ts'
import { batchBehind, isAboutPersons, needsIn } from '#retention/needs.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { MARGIN_MS } from '../../verify-roots.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { following } from '../lists.ts'
import { mustHaveRight } from '../rights.ts'

type AboutErasure = About<RetentionEvent, Erasure>
type Deciding = Decision<RetentionEvent, Erasure>

export const judgeRetention = judging(retentionKind, function* candidates(about): Iterable<Deciding> {
  const { events, ids, elsewhere, commit } = about
  const [event] = events
  const [day = ''] = ids
  const received = event.at
  const who = { by: commit.by, received }
  if (event.type === 'found' && dateOf(received) !== day) throw new Refused('elsewhere', '清单不是这一日的')
  if (event.type === 'found') mustBeNeededSo(elsewhere, event)
  const own = RUN_AS[event.type]?.(about.stream, received)
  const decide: Deciding = (state) => {
    if (event.type === 'prepared') mustHaveRight(elsewhere, 'propose-erasure', who)
    else if (event.type === 'preparationReturned' || event.type === 'approved')
      mustHaveRight(elsewhere, 'approve-erasure', who)
    else if (commit.by !== ACTORS.eraser) throw new Refused('forbidden', '到期清除只由系统列出和执行')
    return deciding(about, state)(state)
  }
  yield own === undefined ? decide : following(commit, own, decide)
})
/** What its runs are called, which no click has. */
const RUN_AS: Readonly<Partial<Record<RetentionEvent['type'], (stream: string, at: string) => string>>> = {
  found: (_stream, at) => `find ${dateOf(at)}`,
  erasing: (stream, at) => `begin ${stream} ${at}`,
  erased: (stream) => `erase ${stream}`,
}

type Found = Extract<RetentionEvent, { type: 'found' }>
/** What is due says of each line what its own stream does; how long it is kept the county's file decides. @throws Refused */
function mustBeNeededSo(elsewhere: Elsewhere, { lines, coming, total, at }: Found): void {
  const today = dateOf(at)
  if (total < lines.length || (total > lines.length && lines.length < MOST_LINES) || coming.length > MOST_COMING)
    throw new Refused('conflict', '清单的件数与所列的不同')
  if (lines.some(({ due }) => due > today) || coming.some(({ due }) => due <= today))
    throw new Refused('conflict', '清单所列的还没有到期，或者早已到期')
  for (const { id, digest, kind, stream, because, due } of [...lines, ...coming]) {
    if (because === 'unnamed') {
      if (digest !== undefined || !isAboutPersons(stream) || isSurelyNamed(elsewhere, id, at))
        throw new Refused('elsewhere', `清单所列的${shownId(id)}当时有记录用到`)
      continue
    }
    const batch = batchBehind(stream)
    const mayBe =
      batch === undefined ? [undefined] : elsewhere.batches.at(batchStream(batch), at).map((one) => one.cancelled?.at)
    const commits = elsewhere.commits(stream).filter((one) => msBetween(at, one.at) <= MARGIN_MS)
    const sure = commits.filter((one) => msBetween(one.at, at) >= MARGIN_MS).length
    const isSo = (upTo: number) =>
      mayBe.some((cancelledAt) =>
        needsIn(stream, commits.slice(0, upTo), cancelledAt).some(
          (need) =>
            need.id === id &&
            need.digest === digest &&
            need.kind === kind &&
            need.because === because &&
            need.endedOn !== undefined &&
            need.endedOn <= due,
        ),
      )
    if (!Array.from({ length: commits.length - sure + 1 }, (_, i) => sure + i).some(isSo))
      throw new Refused('elsewhere', `清单所列的${shownId(id)}当时不是这样`)
  }
}

/** Whether some stream had named it for certain. */
function isSurelyNamed({ namedAt }: Elsewhere, id: string, at: string): boolean {
  const since = namedAt().get(id)
  return since !== undefined && msBetween(since, at) >= MARGIN_MS
}

function deciding({ events: [event], stream }: AboutErasure, { found: list, prepared, approved }: Erasure): Deciding {
  const by = { by: event.by, received: event.at }
  const today = dateOf(event.at)
  // What the streams said then of each line, the list says with its day.
  const lines = [...(list?.lines ?? []), ...(list?.coming ?? [])]
  const kept = lines.map(({ id, kind, stream, because, due }) => [id, { id, kind, stream, because, due }] as const)
  const now = { retained: new Map(kept), today }
  const seen = prepared ? seenAs(prepared, stream) : ''
  switch (event.type) {
    case 'found': {
      const { lines: due, total, coming, blocked } = event
      return recordFound({ lines: due, total, coming, blocked }, by)
    }
    case 'prepared':
      return proposeErasure(stream, { ids: event.ids, ...(prepared && { replaces: seen }) }, now, by)
    case 'preparationReturned':
      return returnErasure(stream, { prepared: seen, reason: event.reason }, by)
    case 'approved':
      return approveErasure(stream, seen, now, by)
    case 'erasing':
      return beginErasing(by)
    case 'erased':
      // Of all that was approved, and of nothing else, it says what became of it.
      if (
        approved &&
        [...event.ids, ...event.left].toSorted().join(' ') !== [...new Set(approved.ids)].toSorted().join(' ')
      )
        throw new Refused('conflict', '所写的清除结果不是已批准的那些')
      return recordErased(event.ids, event.left, by)
  }
}
