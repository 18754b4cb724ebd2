import { asSeen } from '#case/as-seen.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import * as deciders from '#steps/judgement/decide-step.ts'
import { decideCase } from '../case/decide-case.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { readNaming } from './read-judging.ts'
import { returnTerms } from './return-terms.ts'

/** Proposes a decision 拟办 for whoever signs it. */
export const draftDecision =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.draftDecision>): Promise<CasePage> => {
    const { params, body, received } = call
    const { replaces, visit, ...judging } = body
    return decideCase(deps, call, {
      command: 'draft-decision',
      prepare: async (looked) => {
        const read = await readNaming(deps, judging, params.step, looked, received)
        return { decide: asSeen(visit, deciders.draftDecision(params.step, { ...read, replaces }, askedBy(call))) }
      },
    })
  }

/** Sends a draft back to whoever wrote it. */
export const returnDraft =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.returnDraft>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'return-draft',
      prepare: () => ({ decide: deciders.returnDraft(call.params.step, call.body, askedBy(call)) }),
    })

/** Signs the draft as it stands: that is the decision, and the form's box. */
export const signDraft =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.signDraft>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'decide-step',
      prepare: ({ terms }) => ({
        decide: deciders.signDraft(call.params.step, call.body.drafted, askedBy(call), returnTerms(terms)),
      }),
    })

/** Decides the judgement itself; a return carries its own date. */
export const decideStep =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.decideStep>): Promise<CasePage> => {
    const { params, body, received } = call
    const { replaces, visit, ...judging } = body
    return decideCase(deps, call, {
      command: 'decide-step',
      prepare: async (looked) => {
        const read = { ...(await readNaming(deps, judging, params.step, looked, received)), replaces }
        return {
          decide: asSeen(visit, deciders.decideStep(params.step, read, askedBy(call), returnTerms(looked.terms))),
        }
      },
    })
  }
