/** What follows from a correction, in the words of the question before it is signed. */
import type { Outcome } from '#procedure/kinds.ts'
import { type Procedure, stepAt, titleOf } from '#procedure/procedure.ts'

type Corrected = {
  /** The last decision of the case. */
  readonly last?: { readonly step: string; readonly outcome: string } | undefined
  readonly step: string
  /** As it is to be. */
  readonly outcome: string
}

/** By where the first version has led, and where the new one leads. */
export function whatFollows(procedure: Procedure, { last, step, outcome }: Corrected): string {
  const before = last && stepAt(procedure, last.step)?.outcomes[last.outcome]
  const after = stepAt(procedure, step)?.outcomes[outcome]
  return [
    before?.end && !after?.end ? '更正后本件不再是办结状态。' : '',
    before?.back && !after?.back
      ? `更正后单位不能再修改，表格恢复为“${titleOf(procedure, last?.step ?? '')}”时的内容；单位已保存的修改仍留在办理过程中。`
      : '',
    after ? whereTo(after, step, procedure) : '',
  ].join('')
}

function whereTo({ on, back, end }: Outcome, step: string, procedure: Procedure): string {
  if (end !== undefined)
    return procedure.endings[end]?.confers
      ? `更正后本件以“${titleOf(procedure, end)}”办结，授予称号，随即列入公开的名单和名录，不能再更正。`
      : `更正后本件以“${titleOf(procedure, end)}”办结。`
  if (back !== undefined) return '更正后退回补正，单位即可修改。'
  return on === step
    ? `更正后本件留在“${titleOf(procedure, step)}”，等待下一次会议。`
    : `更正后本件转入“${titleOf(procedure, on ?? '')}”继续办理。`
}
