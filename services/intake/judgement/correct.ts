import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { permissionFor } from '#procedure/permissions.ts'
import * as deciders from '#steps/judgement/correct-decision.ts'
import { decideCase } from '../case/decide-case.ts'
import { isListed } from '../case/listed.ts'
import { mustPin } from '../form/self-assessment.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { judgementNamed, readCorrecting } from './read-judging.ts'
import { returnTerms } from './return-terms.ts'

/** Somebody of the office proposes what replaces a judgement's decision on which nothing rests yet. */
export const draftCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.draftCorrection>): Promise<CasePage> => {
    const { params, body, received } = call
    return decideCase(deps, call, {
      command: 'draft-correction',
      prepare: async (looked) => {
        const { corrects, replaces, ...judging } = body
        const correction = readCorrecting(judging, params.step, looked, received)
        const { form } = judgementNamed(looked.procedure, params.step)
        await mustPin(deps, looked, form.name, correction.indicators)
        const listed = await isListed(deps, call, looked.read.state)
        const content = { ...correction, corrects, listed, replaces }
        return {
          decide: deciders.draftCorrection(params.step, content, askedBy(call), returnTerms(looked.terms)),
        }
      },
    })
  }

/** It goes back to whoever drafted it, or they take it back. */
export const returnCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.returnCorrection>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'return-correction',
      prepare: ({ read: { state } }) => {
        const { unit, procedure, step } = state
        const signs = permissionFor('sign-correction', call.caller.holdings, { unit, procedure, step }) !== undefined
        return { decide: deciders.returnCorrection(call.params.step, call.body, askedBy(call), signs) }
      },
    })

/** Another person signs it. */
export const signCorrection =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.signCorrection>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'sign-correction',
      prepare: async ({ read, terms }) => {
        const listed = await isListed(deps, call, read.state)
        const seen = { ...call.body, listed }
        return { decide: deciders.signCorrection(call.params.step, seen, askedBy(call), returnTerms(terms)) }
      },
    })
