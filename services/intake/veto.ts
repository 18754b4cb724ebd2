import {
  confirmVeto as decideConfirmation,
  dismissVeto as decideDismissal,
  raiseVeto as decideRaising,
} from '#case/veto.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { OFFICE } from '#evidence/evidence.ts'
import { Refused } from '#ledger/refused.ts'
import { decideCase } from './decide-case.ts'
import { askedBy, type CaseClick, type IntakeDeps } from './intake-deps.ts'
import { keptFileOfAny } from './kept-evidence.ts'

/** An officer reports a veto event with its source; a paper that proves it may lie with the office or with the unit. */
export const raiseVeto =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.raiseVeto>): Promise<CasePage> => {
    const { item, source, evidence } = call.body
    const kept = evidence ? await keptFileOfAny(deps.ledger, [OFFICE, call.params.unit], evidence) : undefined
    if (kept?.wrong) throw new Refused('incomplete', '证明材料还不能使用。', { evidence: kept.wrong })
    const veto = { item: Number(item), source, ...(evidence && { evidence }) }
    return decideCase(deps, call, decideRaising(veto, askedBy(call)))
  }

/** Another officer confirms it: the case ends. */
export const confirmVeto =
  (deps: IntakeDeps) =>
  (click: CaseClick): Promise<CasePage> =>
    decideCase(deps, click, decideConfirmation(askedBy(click)))

/** Another officer finds that it does not hold. */
export const dismissVeto =
  (deps: IntakeDeps) =>
  (click: CaseClick & { readonly body: { readonly reason: string } }): Promise<CasePage> =>
    decideCase(deps, click, decideDismissal(click.body.reason, askedBy(click)))
