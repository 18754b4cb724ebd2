/** What the commands of a case ask first: where it stands, whether it is in time; and the one way in which it moves. */
import { said, saidEnd } from '#calendar/said.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { outcomeAt, titleOf } from '#procedure/procedure.ts'
import { type Case, isOpen } from './case.ts'
import type { CaseEvent, Decided } from './case-events.ts'

export type Deciding = Decision<CaseEvent, Case>
/** Who asked, and the instant at which the request was received: the same through every conflict and retry. */
export type Asked = {
  readonly by: string
  readonly received: string
  /** An officer enters the unit's paper form 代录. */
  readonly byOffice?: true
}
/** What every event of the unit's own step says of who entered it. */
export const entered = ({ by, received, byOffice }: Asked) =>
  ({ v: 1, at: received, by, ...(byOffice && { byOffice }) }) as const

const notOpened = () => new Refused('unknown', '本单位在本批次还没有申报件；请先开始创建申请。')

/** @throws Refused, telling whoever came second what was decided meanwhile */
export function mustStandAt(state: Case, step: string): void {
  if (state.step === step) return
  const { procedure, last } = state
  if (state.visit === 0) throw notOpened()
  const how = last
    ? `（${said(last.at)}已办理：${outcomeAt(procedure, last.step, last.outcome)?.title ?? last.outcome}）`
    : ''
  throw new Refused(
    'elsewhere',
    `此操作属于“${titleOf(procedure, step)}”环节，而本件现处“${titleOf(procedure, state.step)}”${how}；请刷新后再办。`,
  )
}

/** @param no what cannot be done any more, as the end of the sentence */
export function mustBeOpen(state: Case, no: string): void {
  if (state.visit === 0) throw notOpened()
  if (!isOpen(state)) throw new Refused('elsewhere', `本件已办结（${titleOf(state.procedure, state.step)}），${no}。`)
}

/** What counts is when the request was received, not when it is decided. */
export function mustBeInTime({ lateFrom, procedure, step }: Case, received: string): void {
  if (lateFrom && received >= lateFrom)
    throw new Refused(
      'late',
      `“${titleOf(procedure, step)}”已于${saidEnd(lateFrom)}截止；本次收到时间为${said(received)}，不能再办理。如有正当理由，请联系法制办。`,
    )
}

/** The case moves by an outcome that its step knows. */
export function decide(
  state: Case,
  outcome: string,
  { by, received }: Asked,
  more: Partial<Decided> = {},
): readonly CaseEvent[] {
  const leads = outcomeAt(state.procedure, state.step, outcome)
  if (!leads)
    throw new Refused('elsewhere', `“${titleOf(state.procedure, state.step)}”环节没有“${outcome}”这一办理结果。`)
  const { step, visit } = state
  return [{ ...more, type: 'decided', v: 1, at: received, by, step, visit, outcome, to: leads.leadsTo }]
}

/** The same person decided exactly this just before: a second click, which has nothing left to do. */
export const justDecided = ({ last }: Case, step: string, outcome: string, { by }: Asked): boolean =>
  last?.step === step && last.outcome === outcome && last.by === by
