import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { draftCorrection, standingDecision } from '#steps/judgement/correct-decision.ts'
import { askedBy, type CaseCall, isOfUnit } from '../intake-deps.ts'
import { returnTerms } from '../judgement/return-terms.ts'
import type { Looked } from './look-at-case.ts'

/** Why this caller cannot undo the last decision; nothing where nobody would look for it. */
export function whyFinal(
  call: CaseCall,
  { read: { state }, terms }: Pick<Looked, 'read' | 'terms'>,
  listed: boolean,
): string | undefined {
  const { caller, params } = call
  if (isOfUnit(caller, params.unit)) return undefined
  if (state.last?.type === 'decided' && state.last.act)
    return '这是会议决定或公示的结果，不能在这里更正；确需改变的，须由新的会议决定办理。'
  const standing = standingDecision(state)
  const about = { unit: params.unit, procedure: state.procedure }
  if (!standing || !permissionFor('draft-correction', caller.holdings, about)) return undefined
  const { step, visit, outcome, reopens, indicators, lateFrom } = standing
  // Another reason is always something to correct.
  const correction = { outcome, reason: `${standing.reason}。`, reopens, indicators, lateFrom, corrects: visit, listed }
  try {
    draftCorrection(step, correction, askedBy(call), returnTerms(terms))(state)
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.code === 'incomplete' ? undefined : error.message
  }
}
