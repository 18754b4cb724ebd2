/** A batch: what one has prepared another has sent back or approved, and nobody of a unit that takes part. */
import { approveAmendment, prepareAmendment, returnAmendment } from '#batch/amend.ts'
import { type Batch, type BatchEvent, batchKind, type CallTerms } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import { approveCancelling, prepareCancelling, returnCancelling } from '#batch/cancel.ts'
import { isInvited } from '#batch/designated.ts'
import { openCall, prepareCall, returnCall } from '#batch/open-call.ts'
import { caseStream, isOpen } from '#case/case.ts'
import type { Prepared } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import { unitStream } from '#roster/unit.ts'
import { takesPart } from '#steps/batch-todo.ts'
import { Untold } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { mustBeKnown } from '../published.ts'
import { type By, holdingsOf, mustHaveRight } from '../rights.ts'

type Deciding = Decision<BatchEvent, Batch>
type AboutBatch = About<BatchEvent, Batch>

export const judgeBatch = judging(batchKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit } = about
  const [event] = events
  const [id = ''] = ids
  const wrong = problemOfNumber(id)
  if (wrong) throw new Refused('incomplete', `批次编号${wrong}`)
  const by = { by: event.by, received: event.at }
  // What comes with a call of another release, of which nobody can tell here, would go with it unseen.
  if (events.length > 1) throw new Refused('conflict', '对一个批次一次只办理一项')
  const { command, decide } = doing(event, about, by)
  mustHaveRight(elsewhere, command, { by: commit.by, received: event.at })
  const isChange = !event.type.startsWith('call')
  yield isChange ? ofKnown(about.state, apart(decide, about, by)) : decide
})

function doing(event: BatchEvent, about: AboutBatch, by: By): { command: Command; decide: Deciding } {
  const { ids, stream, state } = about
  const [id = ''] = ids
  const seen = (prepared: Prepared | undefined) => (prepared ? seenAs(prepared, stream) : '')
  const replacing = (prepared: Prepared | undefined) => prepared && { replaces: seenAs(prepared, stream) }
  const approving = (prepared: Prepared | undefined) => ({ prepared: seen(prepared), secrecyChecked: true })
  const { call, amendment, cancelling } = state
  switch (event.type) {
    case 'callPrepared': {
      const { terms } = event
      return {
        command: 'prepare-call',
        decide: asPublished(about, terms, prepareCall(id, { terms, ...replacing(call?.prepared) }, by)),
      }
    }
    case 'callReturned': {
      const told = { prepared: seen(call?.prepared), reason: event.reason }
      return { command: 'open-call', decide: returnCall(id, told, by) }
    }
    case 'callOpened': {
      const open = openCall(id, { prepared: event.prepared, secrecyChecked: true }, by)
      return { command: 'open-call', decide: ofRelease(call?.prepared.terms, open) }
    }
    case 'amendmentPrepared': {
      const { reason, number } = event
      const dates = Object.fromEntries(Object.entries(event.dates).map(([step, { to }]) => [step, to]))
      const asked = { dates, reason, number, ...replacing(amendment?.prepared) }
      return { command: 'prepare-amendment', decide: prepareAmendment(id, asked, by) }
    }
    case 'amendmentReturned': {
      const told = { prepared: seen(amendment?.prepared), reason: event.reason }
      return { command: 'approve-amendment', decide: returnAmendment(id, told, by) }
    }
    case 'amended':
      return { command: 'approve-amendment', decide: approveAmendment(id, approving(amendment?.prepared), by) }
    case 'cancellingPrepared': {
      const { reason, number } = event
      const asked = { reason, number, ...replacing(cancelling?.prepared) }
      return { command: 'prepare-cancelling', decide: prepareCancelling(id, asked, by) }
    }
    case 'cancellingReturned': {
      const told = { prepared: seen(cancelling?.prepared), reason: event.reason }
      return { command: 'approve-cancelling', decide: returnCancelling(id, told, by) }
    }
    case 'batchCancelled':
      return { command: 'approve-cancelling', decide: approveCancelling(id, approving(cancelling?.prepared), by) }
  }
}

/** A call that rests on lists which the county has published, and names whom the roster has. */
const asPublished = ({ elsewhere, events: [{ at }] }: AboutBatch, terms: CallTerms, decide: Deciding): Deciding => {
  const ofOwn = ofRelease(terms, decide)
  return (state) => {
    const events = ofOwn(state)
    if (events.length > 0) mustBeKnown(elsewhere, terms, at)
    return events
  }
}

/** By the rules of another release's procedure nobody can judge here: who prepared and who approved stays to be judged. */
const ofRelease =
  (terms: CallTerms | undefined, decide: Deciding): Deciding =>
  (state) => {
    try {
      return decide(state)
    } catch (error) {
      if (!(error instanceof Refused) || !terms || procedureAt(keyOf(terms.procedure))) throw error
      if (Object.keys(error.fields).join() === 'procedure') throw new Untold(error.message)
      throw error
    }
  }

/** What changes a call of another release asks its procedure, of which only who acted is told here. */
const ofKnown =
  ({ terms }: Batch, decide: Deciding): Deciding =>
  (state) => {
    try {
      return decide(state)
    } catch (error) {
      if (error instanceof Refused || !terms || procedureAt(keyOf(terms.procedure))) throw error
      throw new Untold(terms.procedure.name)
    }
  }

/** Nobody of a unit that takes part has a hand in what changes a batch. */
const apart =
  (decide: Deciding, { ids, elsewhere }: AboutBatch, by: By): Deciding =>
  (state) => {
    const events = decide(state)
    const [id = ''] = ids
    const mayTakePart = (unit: string) => {
      const cases = elsewhere.cases.at(caseStream(id, unit), by.received)
      const known = elsewhere.units.at(unitStream(unit), by.received)
      return cases.every((one) =>
        known.every(({ inScope = false }) =>
          takesPart({ inScope: isInvited(state.terms ?? {}, { unit, inScope }), isOpen: isOpen(one) }),
        ),
      )
    }
    const mayBe = holdingsOf(elsewhere, by)
    if (mayBe.every((holdings) => holdings.some(({ unit }) => unit !== undefined && mayTakePart(unit))))
      throw new Refused('forbidden', `${by.by}在参加本批次的单位任职`)
    return events
  }
