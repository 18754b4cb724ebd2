import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { type Answer, execute, type Read } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { namingTheFirst } from '../case/decide-case.ts'
import { isDone, type Looked, type Looking, lookAtCase } from '../case/look-at-case.ts'
import { showCase } from '../case/show-case.ts'
import { askedBy, type CaseClick, type IntakeDeps } from '../intake-deps.ts'

type Beside<Event, State> = {
  readonly kind: Kind<Event, State>
  readonly stream: string
  /** The stream as it was read with the case. */
  readonly read: Read<Event, State>
  /** Looks first whether the case stands there, whether the caller may, and whether what is brought along is kept. */
  readonly prepare: () => Decision<Event, State> | Promise<Decision<Event, State>>
  /** The case with what has come of it. */
  readonly after: (answer: Read<Event, State>) => Looked
}

/**
 * Decides in a stream that lies beside the case, and answers with the case's page.
 * @param beside which stream that is; undefined, or a refusal, where the case does not stand at such a step
 */
export async function decideBeside<Event, State>(
  deps: IntakeDeps,
  click: CaseClick,
  beside: (looked: Looked) => Beside<Event, State>,
  looking: Looking = {},
): Promise<CasePage> {
  const looked = await lookAtCase(deps, click, looking)
  const { command } = click
  const { by } = askedBy(click)
  // Asked again because the answer was lost: the case may have gone on since.
  if (isDone(looked, { command, by })) return showCase(deps, click, looked)
  try {
    const { kind, stream, read, prepare, after } = beside(looked)
    mustNotBeCancelled(looked.terms)
    const answer: Answer<Event, State> = await execute(deps.ledger, kind, {
      stream,
      command,
      by,
      decide: await prepare(),
      first: read,
    })
    return await showCase(deps, click, after({ ...read, ...answer }))
  } catch (error) {
    if (error instanceof Refused && error.code === 'elsewhere') throw await namingTheFirst(deps, click, error)
    throw error
  }
}
