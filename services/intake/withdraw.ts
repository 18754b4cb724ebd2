import { withdraw as decideWithdrawal } from '#case/withdraw.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { decideCase } from './decide-case.ts'
import { askedBy, type CaseClick, type IntakeDeps } from './intake-deps.ts'

/** The unit leaves the procedure. */
export const withdraw =
  (deps: IntakeDeps) =>
  (click: CaseClick & { readonly body: { readonly reason: string } }): Promise<CasePage> =>
    decideCase(deps, click, decideWithdrawal(click.body.reason, askedBy(click)))
