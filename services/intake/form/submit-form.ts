import { asCovered, asSeen } from '#case/as-seen.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import * as deciders from '#steps/entry/fill-in-form.ts'
import { decideCase } from '../case/decide-case.ts'
import { askedBy, enteredBy, type IntakeDeps } from '../intake-deps.ts'
import { mustHaveCleanFiles } from './clean-files.ts'
import { formNamed } from './save-form.ts'

/** Hands a form in. */
export const submitForm =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.submitForm>): Promise<CasePage> => {
    const form = formNamed(call.params.form)
    return decideCase(deps, call, {
      command: 'submit-form',
      prepare: async ({ read }, trying) => {
        const { covers, explanation } = call.body
        const decide = asCovered(form.name, covers, deciders.submitForm(form.name, enteredBy(call), explanation))
        if (trying(decide).length > 0) await mustHaveCleanFiles(deps, read.state, form, '保存、签署后再提交')
        return { decide }
      },
    })
  }

/** The unit takes its form back before anybody has judged it. */
export const recallForm =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.recallForm>): Promise<CasePage> => {
    const { name } = formNamed(call.params.form)
    return decideCase(deps, call, {
      command: 'recall-form',
      prepare: () => ({ decide: asSeen(call.body.visit, deciders.recallForm(name, askedBy(call))) }),
    })
  }
