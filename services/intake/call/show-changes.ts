/** A batch's amendments and its end, as people read them. */
import { mayMove } from '#batch/amend.ts'
import { type Batch, batchStream, type CallTerms, datesOf, standingTerms } from '#batch/batch.ts'
import type { Amended, AmendmentPrepared, Cancelled } from '#batch/change-events.ts'
import { endOf } from '#batch/step-date.ts'
import { said, saidEnd } from '#calendar/said.ts'
import type { AmendmentShown, CancelledShown, ChangesPage } from '#contracts/change.ts'
import { seenAs } from '#ledger/seen.ts'
import { datedSteps, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'

type Organ = { readonly office: string }

/** What everybody reads of a published amendment. */
export const showAmendment = (
  { at, reason, number, dates }: Pick<Amended, 'at' | 'reason' | 'number' | 'dates'>,
  procedure: Procedure,
  { office }: Organ,
): AmendmentShown => ({
  said: said(at),
  organ: office,
  reason,
  ...(number && { number }),
  dates: showMoved(dates, procedure),
})

export const showCancelled = ({ at, reason, number }: Cancelled, { office }: Organ): CancelledShown => ({
  said: said(at),
  organ: office,
  reason,
  ...(number && { number }),
})

/** In the procedure's order. */
const showMoved = (dates: AmendmentPrepared['dates'], procedure: Procedure): AmendmentShown['dates'] =>
  datedSteps(procedure).flatMap((step) => {
    const one = dates[step]
    if (!one) return []
    const { from, to } = one
    return {
      ...{ step, title: titleOf(procedure, step), from: saidEnd(endOf(from)), to: saidEnd(endOf(to)) },
      lateFrom: endOf(to),
      ...('lastDay' in to && { lastDay: to.lastDay }),
    }
  })

type Showing = {
  readonly batch: string
  readonly terms: CallTerms
  readonly state: Batch
  readonly who: (person: string) => string
  readonly county: Organ
  readonly open: number
  readonly commands: ChangesPage['commands']
  readonly apart?: string
  /** An instant. */
  readonly now: string
}

export function showChanges({ batch, terms, state, who, county, open, commands, apart, now }: Showing): ChangesPage {
  const procedure = procedureOf(terms.procedure)
  const { amendment, cancelling, amendments, cancelled } = state
  const standing = standingTerms(terms, amendments)
  const [called, ends] = [datesOf(terms), datesOf(standing)]
  const pending = ({ prepared, returned }: NonNullable<Batch['amendment'] | Batch['cancelling']>) => ({
    prepared: seenAs(prepared, batchStream(batch)),
    preparedBy: who(prepared.by),
    reason: prepared.reason,
    ...(prepared.number && { number: prepared.number }),
    ...(returned && { returned: returned.reason }),
  })
  const people = ({ preparedBy, by }: Amended | Cancelled) => ({ preparedBy: who(preparedBy), approvedBy: who(by) })
  return {
    batch,
    title: terms.title,
    trial: terms.trial,
    dates: datedSteps(procedure).flatMap((step) => {
      const [first, lateFrom] = [called[step], ends[step]]
      if (!first || !lateFrom) return []
      const due = { lateFrom, said: saidEnd(lateFrom) }
      const title = titleOf(procedure, step)
      return { step, title, called: saidEnd(first), due, mayMove: !cancelled && mayMove(standing, step, now) }
    }),
    ...(amendment && { amendment: { ...pending(amendment), dates: showMoved(amendment.prepared.dates, procedure) } }),
    ...(cancelling && { cancelling: pending(cancelling) }),
    amended: amendments.map((one) => ({ ...showAmendment(one, procedure, county), ...people(one) })),
    ...(cancelled && { cancelled: { ...showCancelled(cancelled, county), ...people(cancelled) } }),
    open,
    commands,
    ...(apart && { apart }),
  }
}
