import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import * as deciders from '#steps/judgement/correct-decision.ts'
import { decideCase } from '../case/decide-case.ts'
import { isListed } from '../case/listed.ts'
import { mustPin } from '../form/self-assessment.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { mustFit, readLine, signLine } from './correct-line.ts'
import { judgementNamed, readCorrecting } from './read-judging.ts'
import { returnTerms } from './return-terms.ts'

/** Somebody of the office or of a body proposes what replaces a decision on which nothing rests yet. */
export const draftCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.draftCorrection>): Promise<CasePage> => {
    const { params, body, received } = call
    const { step } = params
    return decideCase(deps, call, {
      command: 'draft-correction',
      about: step,
      prepare: async (looked) => {
        const { corrects, replaces, inMinutes, ...judging } = body
        const listed = await isListed(deps, call, looked.read.state)
        const value = stepOf(looked.procedure, step, 'resolution')
        const correction = value
          ? readLine(value, { ...judging, inMinutes })
          : readCorrecting({ ...judging, inMinutes }, step, looked, received)
        if (value) await mustFit(deps, call, looked, correction)
        else await mustPin(deps, looked, judgementNamed(looked.procedure, step).form.name, correction.indicators)
        const content = { ...correction, corrects, listed, replaces }
        return { decide: deciders.draftCorrection(step, content, askedBy(call), returnTerms(looked.terms)) }
      },
    })
  }

/** It goes back to whoever drafted it, or they take it back. */
export const returnCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.returnCorrection>): Promise<CasePage> => {
    const { unit, step } = call.params
    return decideCase(deps, call, {
      command: 'return-correction',
      about: step,
      prepare: ({ read: { state } }) => {
        const about = { unit, procedure: state.procedure, step }
        const signs = permissionFor('sign-correction', call.caller.holdings, about) !== undefined
        return { decide: deciders.returnCorrection(step, call.body, askedBy(call), signs) }
      },
    })
  }

/** Another person signs it. */
export const signCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.signCorrection>): Promise<CasePage> => {
    const { step } = call.params
    return decideCase(deps, call, {
      command: 'sign-correction',
      about: step,
      prepare: async (looked, trying) => {
        const listed = await isListed(deps, call, looked.read.state)
        const seen = { ...call.body, listed }
        if (stepOf(looked.procedure, step, 'resolution')) return signLine(deps, call, { looked, trying, seen })
        return { decide: deciders.signCorrection(step, seen, askedBy(call), returnTerms(looked.terms)) }
      },
    })
  }
