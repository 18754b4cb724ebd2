import { submitApplication as decideSubmission } from '#case/apply-for-creation.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { decideCase } from './decide-case.ts'
import { type CaseClick, enteredBy, type IntakeDeps } from './intake-deps.ts'

/** Hands the application in. */
export const submitApplication =
  (deps: IntakeDeps) =>
  (click: CaseClick): Promise<CasePage> =>
    decideCase(deps, click, decideSubmission(enteredBy(click)))
