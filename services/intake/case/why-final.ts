import { standingDecision } from '#case/corrigible.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { mustBeCorrigible } from '#steps/judgement/correct-decision.ts'
import { askedBy, type CaseCall, isOfUnit } from '../intake-deps.ts'
import type { Looked } from './look-at-case.ts'

/** Why this caller cannot undo the last decision; nothing where nobody would look for it. */
export function whyFinal(
  call: CaseCall,
  { read: { state } }: Pick<Looked, 'read'>,
  listed: boolean,
): string | undefined {
  const { caller, params } = call
  if (isOfUnit(caller, params.unit)) return undefined
  const standing = standingDecision(state)
  if (!standing)
    return state.last?.act
      ? '这是公示、命名决定或者考核的结果，不能在这里更正；确需改变的，须由异议处理或者新的会议决定办理。'
      : undefined
  const about = { unit: params.unit, procedure: state.procedure, step: standing.step }
  if (!permissionFor('draft-correction', caller.holdings, about))
    return standing.act
      ? '这是会议决定；登记有误、后面还没有办理的，由登记会议决定的人员拟订更正，其他的须由新的会议决定办理。'
      : undefined
  const { step, visit } = standing
  try {
    mustBeCorrigible(state, step, { corrects: visit, listed }, askedBy(call))
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.message
  }
}
