import * as deciders from '#case/veto.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { ownersOnCase } from '#evidence/file-owner.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding, keptFileOfAny, mustBeClean } from '../kept-evidence.ts'
import { decideCase } from './decide-case.ts'

/** An officer reports a veto event with its source; a paper that proves it may lie with the office or with the unit. */
export const raiseVeto =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.raiseVeto>): Promise<CasePage> => {
    const { item, source, evidence } = call.body
    return decideCase(deps, call, {
      command: 'raise-veto',
      ...(evidence && { files: [evidence] }),
      prepare: async ({ terms, known, procedure }) => {
        if (!terms.vetoes) throw new Refused('conflict', '本批次的通知没有选定一票否决情形，不能提出一票否决。')
        const isKnown = terms.vetoes.items.some(({ id }) => id === item)
        const kept = evidence
          ? await keptFileOfAny(
              deps.ledger,
              ownersOnCase(call.params.unit).toReversed(),
              evidence,
              forDeciding(deps, known),
            )
          : undefined
        const fields = {
          ...(!isKnown && { item: '请从列出的一票否决情形中选择' }),
          ...(kept?.wrong && { evidence: kept.wrong }),
        }
        if (Object.keys(fields).length > 0)
          throw new Refused('incomplete', `提出一票否决有${Object.keys(fields).length}处需要修改。`, fields)
        const confirms =
          permissionFor('confirm-veto', call.caller.holdings, { unit: call.params.unit, procedure }) !== undefined
        const veto = { item, source, ...(evidence && { evidence }) }
        return { decide: deciders.raiseVeto(veto, askedBy(call), confirms) }
      },
    })
  }

/** Another officer confirms it: the case ends. */
export const confirmVeto =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.confirmVeto>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'confirm-veto',
      prepare: async ({ read }, trying) => {
        const decide = deciders.confirmVeto(call.body.raised, askedBy(call))
        const { evidence } = read.state.veto ?? {}
        if (evidence && trying(decide).length > 0)
          await mustBeClean(
            deps,
            ownersOnCase(call.params.unit).toReversed(),
            [evidence],
            '证明材料换成没有病毒的以后再确认：请先不予确认，由提出人重新提出',
          )
        return { decide }
      },
    })

/** Another officer finds that it does not hold. */
export const dismissVeto =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.dismissVeto>): Promise<CasePage> =>
    decideCase(deps, call, {
      command: 'dismiss-veto',
      prepare: () => ({ decide: deciders.dismissVeto(call.body, askedBy(call)) }),
    })
