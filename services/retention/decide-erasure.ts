/** An officer proposes to erase what is due, the head approves or sends back; each time it is looked at anew. */
import { dateOf } from '#calendar/deadline.ts'
import type { retentionEndpoints as at } from '#contracts/personal/retention.ts'
import type { Retention } from '#county/retention.ts'
import type { Call } from '#edge/use-case.ts'
import { Overtaken } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import {
  approveErasure as approve,
  type Erasure,
  type Now,
  proposeErasure as propose,
  type RetentionEvent,
  retentionKind,
  retentionStream,
  returnErasure as sendBack,
} from '#retention/erasure.ts'
import { stateOf } from '#rows/retention-row.ts'
import { lookAtLines } from './look-at-needs.ts'
import { namesOf } from './names-of.ts'

export type DecidingDeps = {
  readonly ledger: Ledger
  readonly persons: Pick<Persons, 'names'>
  readonly terms: Retention
}
type Click = Pick<Call<typeof at.approveErasure>, 'params' | 'caller' | 'command' | 'received'>
type Deciding = Decision<RetentionEvent, Erasure>

export const proposeErasure = (deps: DecidingDeps) => async (call: Call<typeof at.proposeErasure>) =>
  decide(
    deps,
    call,
    ({ ids }) => ids,
    call.body.ids,
    (stream, now) => propose(stream, call.body, now, askedBy(call)),
  )

export const approveErasure = (deps: DecidingDeps) => async (call: Call<typeof at.approveErasure>) =>
  decide(
    deps,
    call,
    ({ ids }) => ids,
    [],
    (stream, now) => approve(stream, call.body.prepared, now, askedBy(call)),
  )

export const returnErasure = (deps: DecidingDeps) => async (call: Call<typeof at.returnErasure>) =>
  decide(
    deps,
    call,
    () => [],
    [],
    (stream) => sendBack(stream, call.body, askedBy(call)),
  )

const askedBy = ({ caller, received }: Click) => ({ by: caller.person, received })

/** @param about of the proposal that stands, `chosen` of this one: the lines whose streams are read anew */
async function decide(
  deps: DecidingDeps,
  call: Click,
  about: (standing: { readonly ids: readonly string[] }) => readonly string[],
  chosen: readonly string[],
  decision: (stream: string, now: Now) => Deciding,
) {
  const { day } = call.params
  const stream = retentionStream(day)
  const read = await readStream(deps.ledger, retentionKind, stream)
  const { found, prepared } = read.state
  const ids = new Set([...chosen, ...(prepared ? about(prepared) : [])])
  const lines = [...(found?.lines ?? []), ...(found?.coming ?? [])].filter(({ id }) => ids.has(id))
  const { retained } = await lookAtLines(deps, lines)
  const now = { retained, today: dateOf(call.received) }
  try {
    const { state } = await execute(deps.ledger, retentionKind, {
      ...{ stream, command: call.command, by: call.caller.person, first: read },
      decide: decision(stream, now),
    })
    return { day, state: stateOf(state) }
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    throw error.named((await namesOf(deps, [error.by]))(error.by))
  }
}
