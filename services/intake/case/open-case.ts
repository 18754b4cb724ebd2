import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { datesOf } from '#batch/batch.ts'
import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { readTerms } from '#rows/known-call.ts'
import { titleRows } from '#rows/rows.ts'
import * as deciders from '#steps/entry/fill-in-form.ts'
import { whyBarred } from '#title/barred.ts'
import { enteredBy, type IntakeDeps } from '../intake-deps.ts'
import { readUnit } from '../known-rows.ts'
import { decideCase } from './decide-case.ts'

/** A unit that is invited begins in a batch that was called, or the office begins for it from paper. */
export const openCase =
  (deps: IntakeDeps) =>
  (click: Call<typeof intakeEndpoints.openCase>): Promise<CasePage> => {
    const { batch, unit } = click.params
    return decideCase(deps, click, {
      command: 'open-case',
      prepare: async () => {
        // Whether and until when it may begin roster and batch themselves say: they may have changed a moment ago.
        const [terms, found] = await Promise.all([readTerms(deps.ledger, batch), readUnit(deps.ledger, unit)])
        mustNotBeCancelled(terms)
        if (!isInvited(terms, found)) throw new Refused('conflict', whyNotInvited(terms, found))
        const { trial, procedure } = terms
        if (!trial) await mustNotBeBarred(deps, unit, click.received)
        return { decide: deciders.openCase({ batch, unit, trial, procedure, dates: datesOf(terms) }, enteredBy(click)) }
      },
    })
  }

/** Whoever lost a title waits as long as the county says; a trial is for practice. @throws Refused */
async function mustNotBeBarred({ rows, county }: IntakeDeps, unit: string, received: string): Promise<void> {
  if (county.barredYears === undefined) return
  const revoked = (await titleRows(rows)).flatMap(({ unit: of, held, endedOn }) =>
    of === unit && held?.standing === 'revoked' && endedOn ? [{ endedOn }] : [],
  )
  const why = whyBarred(revoked, county.barredYears, dateOf(received))
  if (why) throw new Refused('conflict', why)
}
