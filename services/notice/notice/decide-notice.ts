import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute, type Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Command } from '#procedure/commands.ts'
import type { Known } from '#rows/known.ts'
import type { Rows } from '#rows/rows.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { Notice, NoticeEvent } from '#steps/notice/notice-events.ts'
import { mustBeAllowed, mustBeApartFrom } from '../allowed-at-step.ts'
import { lookAround } from './look-at-notice.ts'
import { noticePageOf, type PaperOrgans } from './notice-page.ts'
import { type NoticeStep, noticeStepOf } from './notice-step.ts'
import { type FoundNotice, foundNotice, noticeOf, streamOf } from './read-notices.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: PaperOrgans
}
type NoticeCall = {
  readonly params: { readonly batch: string; readonly n: string }
  readonly caller: Caller
  readonly command: string
  readonly received: string
}
type What = {
  readonly permission: Command
  readonly decide: (step: NoticeStep) => Decision<NoticeEvent, Notice>
  /** What other streams have to say, asked only when there is something to decide. */
  readonly before?: (found: FoundNotice, known: Known, step: NoticeStep) => Promise<void>
  /** Digests of files that the request brings along. */
  readonly files?: readonly string[]
}

/** What decides on the units that a notice names. */
const DECIDES: ReadonlySet<Command> = new Set(['approve-notice', 'close-notice'])

/** One decision on one notice, answered with its page. */
export async function decideNotice(
  deps: Deps,
  { params: { batch, n }, caller, command, received }: NoticeCall,
  { permission, decide: decideAt, before, files = [] }: What,
): Promise<NoticePage> {
  const { ledger } = deps
  const found = await noticeOf(ledger, batch, n)
  const known = await lookAround(deps.rows, batch, found, { people: [caller.person], files })
  const step = await noticeStepOf(ledger, batch, found.shown.step, known)
  mustBeAllowed(permission, caller, step)
  if (DECIDES.has(permission))
    await mustBeApartFrom(ledger, found.shown.cases, { command: permission, caller, received, known })
  const decide = decideAt(step)
  const { read } = found
  const by = caller.person
  const isDone = doneBy(read.commits, { command, by }) !== undefined
  const does = !isDone && decide(found.notice).length > 0
  if (does) mustNotBeCancelled(step.terms)
  if (does && before) await before(found, known, step)
  const stream = streamOf(found)
  const answer = await execute(ledger, noticeKind, { stream, command, by, decide, first: read })
  const decided = foundNotice(found.n, { ...read, ...answer })
  return noticePageOf(deps, decided ?? found, step, { caller, received, known })
}
