import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import * as deciders from '#steps/entry/fill-in-form.ts'
import { decideCase } from '../case/decide-case.ts'
import { askedBy, enteredBy, type IntakeDeps } from '../intake-deps.ts'
import { formNamed } from './save-form.ts'

/** Hands a form in. */
export const submitForm =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.submitForm>): Promise<CasePage> => {
    const { name } = formNamed(call.params.form)
    return decideCase(deps, call, {
      command: 'submit-form',
      prepare: () => ({ decide: deciders.submitForm(name, enteredBy(call), call.body.explanation) }),
    })
  }

/** The unit takes its form back before anybody has judged it. */
export const recallForm =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.recallForm>): Promise<CasePage> => {
    const { name } = formNamed(call.params.form)
    return decideCase(deps, call, {
      command: 'recall-form',
      prepare: () => ({ decide: deciders.recallForm(name, askedBy(call)) }),
    })
  }
