import type { SetAside } from '#acts/act.ts'
import { setLineAside } from '#acts/notice.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { Deciding } from '#case/standing.ts'
import type { Kind } from '#ledger/kind.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'

/** One case in a list act, and what the act asks of it. */
export type ActLine = {
  /** As the act names it: by its stream, or by its unit. */
  readonly case: string
  readonly batch: string
  /** Which commit of the act's stream says so. */
  readonly number: number
  readonly by: string
  readonly decide: Deciding
  /** Only for a case that took the line of this earlier commit. */
  readonly after?: number
}
type Act<Event, State> = { stream: string; kind: Kind<Event | SetAside, State>; state: State }
type Deps = {
  ledger: Ledger
  now: () => Date
  /** Brings a case up to date with what was decided before, when it refuses a line. */
  catchUp?: (stream: string) => Promise<void>
}

/**
 * Applies the lines of an act, in their order, each once: the line's command names act and commit, so a case that
 * has taken it answers with that. A case that refuses becomes a line of its own on the act, and is not asked again.
 */
export async function applyLines<Event, State extends { readonly setAside: readonly SetAside[] }>(
  deps: Deps,
  { stream, kind, state }: Act<Event, State>,
  lines: readonly ActLine[],
): Promise<void> {
  const { ledger, now } = deps
  let { setAside } = state
  for (const line of lines) {
    const { case: name, number, after } = line
    const asideAt = (commit: number | undefined) => setAside.find((one) => one.case === name && one.number === commit)
    if (asideAt(number)) continue
    const reason = asideAt(after)?.reason ?? (await applied(deps, stream, line))
    if (reason === undefined) continue
    const answer = await execute(ledger, kind, {
      stream,
      command: `set aside ${name} ${number}`,
      by: 'procedure',
      decide: setLineAside(name, number, reason, now().toISOString()),
    })
    setAside = answer.state.setAside
  }
}

/** Why the case refuses the line; nothing when it has taken it. */
async function applied({ ledger, catchUp }: Deps, act: string, line: ActLine): Promise<string | undefined> {
  const stream = line.case.includes('/') ? line.case : caseStream(line.batch, line.case)
  const command = `${act}#${line.number}`
  const attempt = () => refusal(execute(ledger, caseKind, { stream, command, by: line.by, decide: line.decide }))
  const reason = await attempt()
  if (reason === undefined || !catchUp) return reason
  await catchUp(stream)
  return attempt()
}

async function refusal(attempt: Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}
