import { batchStream } from '#batch/batch.ts'
import { applyLine, Waiting } from '#case/apply-line.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { type ActReference, type Line, type SetAside, setLineAside } from '#case/list-act.ts'
import type { Deciding } from '#case/standing.ts'
import { eachApart } from '#ledger/altered.ts'
import type { Kind } from '#ledger/kind.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { actsOfBatch, type BatchAct, takeActs } from './follow-batch.ts'
import type { Followed } from './followed.ts'

/** One case in a list act, and what the act asks of it. */
export type ActLine = {
  /** Its unit. */
  readonly case: string
  readonly batch: string
  /** Which commit of the act's stream says so. */
  readonly number: number
  /** Tells apart what one commit asks of one case more than once. */
  readonly about?: string
  readonly by: string
  readonly decide: Deciding
  /** Only for a case that took the line of this earlier commit. */
  readonly after?: number
  /** What has to be there before the case is asked. */
  readonly first?: () => Promise<unknown>
}
type Act<Event, State> = { stream: string; kind: Kind<Event | SetAside, State>; state: State }
type Deps = {
  ledger: Ledger
  followed: Followed
  now: () => Date
  /** Brings a case up to date with what was decided before, when it refuses a line. */
  catchUp?: (stream: string) => Promise<void>
}
type Refusal = { readonly reason: string; readonly waits: boolean }

/** `rank`: of a list that is ranked; `objections`: of a notice, those that it comes of. */
type DecidedLine = Line & { readonly rank?: number | undefined; readonly objections?: readonly string[] | undefined }

/** What a commit that decides cases of one step asks of each. */
export const linesOfAct = (
  event: { batch: string; step: string; by: string; at: string; lines: readonly DecidedLine[] },
  act: ActReference,
): ActLine[] => {
  const { batch, step, by, at } = event
  return event.lines.map(({ case: name, outcome, reason, rank, objections }) => {
    const line = { step, outcome, act, rank, objections, ...(reason !== undefined && { reason }) }
    return { case: name, batch, number: act.number, by, decide: applyLine(line, { by, received: at }) }
  })
}

/**
 * Applies the lines of an act, in their order, each once: the line's command names act and commit, so a case that
 * has taken it answers with that. A case that refuses becomes a line of its own on the act, and is not asked again;
 * one that only waits may take a later line. What an earlier look has brought to its end is not looked at again.
 * @throws Altered, after all other lines, for a case whose record was: it neither takes the line nor refuses it
 */
export async function applyLines<Event, State extends { readonly setAside: readonly SetAside[] }>(
  deps: Deps,
  { stream, kind, state }: Act<Event, State>,
  lines: readonly ActLine[],
): Promise<void> {
  const { ledger, followed, now } = deps
  const upTo = lines.length > 0 ? await followed.upTo(stream) : 0
  const fresh = lines.filter((line) => line.number > upTo)
  const [first] = fresh
  if (!first) return
  // What the batch has amended, and its end, reach a case before any act decides it, whichever news comes first.
  const ofBatch = await actsOfBatch(ledger, batchStream(first.batch))
  let { setAside } = state
  const [altered] = await eachApart(fresh, async (line) => {
    const { case: name, number, after } = line
    await line.first?.()
    const asideAt = (commit: number | undefined) => setAside.find((one) => one.case === name && one.number === commit)
    if (asideAt(number)) return
    const before = asideAt(after)
    const refusal = before ? { reason: before.reason, waits: false } : await applied(deps, stream, line, ofBatch)
    if (!refusal) return
    const answer = await execute(ledger, kind, {
      stream,
      command: `set aside ${name} ${number}`,
      by: ACTORS.procedure,
      decide: setLineAside({ case: name, number, ...refusal }, now().toISOString()),
    })
    setAside = answer.state.setAside
  })
  if (altered) throw altered
  await followed.reached(stream, Math.max(...fresh.map(({ number }) => number)))
}

/** Why the case refuses the line; nothing when it has taken it. */
async function applied(
  { ledger, catchUp }: Deps,
  act: string,
  line: ActLine,
  ofBatch: readonly BatchAct[],
): Promise<Refusal | undefined> {
  const { batch, case: name, number, about, by, decide } = line
  const stream = caseStream(batch, name)
  // With a blank, which no click's id has: nobody can take its place.
  const command = `line ${act}#${number}${about ? ` ${about}` : ''}`
  const found = await readStream(ledger, caseKind, stream)
  const state = await takeActs(ledger, stream, found, ofBatch)
  const attempt = (first?: typeof found) =>
    refused(execute(ledger, caseKind, { stream, command, by, decide, ...(first && { first }) }))
  const refusal = await attempt(state === found.state ? found : undefined)
  if (!refusal || refusal.waits || !catchUp) return refusal
  await catchUp(stream)
  return attempt()
}

async function refused(attempt: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await attempt
    return undefined
  } catch (error) {
    if (error instanceof Refused) return { reason: error.message, waits: error instanceof Waiting }
    throw error
  }
}
