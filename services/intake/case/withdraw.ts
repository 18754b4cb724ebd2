import * as deciders from '#case/withdraw.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding } from '../kept-evidence.ts'
import { decideCase } from './decide-case.ts'

/** The unit wants to leave: its head confirms on screen, or has stamped the paper whose scan this is. */
export const enterWithdrawal =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.enterWithdrawal>): Promise<CasePage> => {
    const { scan } = call.body
    return decideCase(deps, call, {
      command: 'enter-withdrawal',
      ...(scan && { files: [scan] }),
      prepare: async ({ known }) => {
        const kept = scan ? await keptFile(deps.ledger, call.params.unit, scan, forDeciding(deps, known)) : undefined
        if (kept?.wrong) throw new Refused('incomplete', '盖章的书面申请还不能使用。', { scan: kept.wrong })
        return { decide: deciders.enterWithdrawal(call.body, askedBy(call)) }
      },
    })
  }

/** The unit's head confirms what somebody else has entered. */
export const confirmWithdrawal =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.confirmWithdrawal>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'confirm-withdrawal',
      prepare: () => ({ decide: deciders.confirmWithdrawal(call.body.entered, askedBy(call)) }),
    })

export const cancelWithdrawal =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.cancelWithdrawal>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'cancel-withdrawal',
      prepare: () => ({ decide: deciders.cancelWithdrawal(call.body, askedBy(call)) }),
    })
