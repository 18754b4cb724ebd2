import { datesOf } from '#batch/batch.ts'
import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { firstLateInstant } from '#calendar/deadline.ts'
import { asSeen } from '#case/as-seen.ts'
import * as deciders from '#case/extend.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { decideCase } from './decide-case.ts'

/** The office's head moves one unit's date of a step, before it or after it has lapsed. */
export const extendCase =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.extendCase>): Promise<CasePage> => {
    const { params, body } = call
    const { batch, unit, step } = params
    const extension = { batch, unit, step, lateFrom: firstLateInstant(body.lastDay), reason: body.reason }
    return decideCase(deps, call, {
      command: 'extend-case',
      prepare: ({ terms, procedure, unit: found }) => {
        if (!isInvited(terms, found)) throw new Refused('conflict', `没有可延长的期限：${whyNotInvited(terms, found)}`)
        const frame = { procedure, dates: datesOf(terms) }
        return { decide: asSeen(body.visit, deciders.extendCase(extension, frame, askedBy(call))) }
      },
    })
  }
