/** What the commands of a case ask first: where it stands, whether it is in time; and the one way in which it moves. */
import { said, saidEnd } from '#calendar/said.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepKind, StepOf } from '#procedure/kinds.ts'
import { decidedTitle, outcomeAt, stepOf, targetOf, titleOf } from '#procedure/procedure.ts'
import { type Case, isOpen, type Made, makersOf } from './case.ts'
import type { CaseEvent, Decided } from './case-events.ts'
import { placeTitle } from './place-title.ts'

export type Deciding = Decision<CaseEvent, Case>
/** Who asked, and the instant at which the request was received: the same through every conflict and retry. */
export type Asked = {
  readonly by: string
  readonly received: string
  /** An officer enters the unit's paper form 代录. */
  readonly byOffice?: true
}
/** What every event says of when and by whom. */
export const asked = ({ by, received }: Asked) => ({ v: 1, at: received, by }) as const
/** The same of the unit's own step, with whether the office entered it. */
export const entered = ({ by, received, byOffice }: Asked) =>
  ({ v: 1, at: received, by, ...(byOffice && { byOffice }) }) as const

const notOpened = () => new Refused('unknown', '本单位在本批次还没有申报件；请先开始创建申请。')

/** @throws Refused, telling whoever came second what was decided meanwhile */
export function mustStandAt(state: Case, step: string): void {
  if (state.visit === 0) throw notOpened()
  if (state.step === step) return
  const { procedure, last } = state
  const how = last ? `（${said(last.at)}已办理：${decidedTitle(procedure, last)}）` : ''
  throw new Refused(
    'elsewhere',
    `此操作属于“${titleOf(procedure, step)}”环节，而本件现处“${placeTitle(procedure, state)}”${how}；请刷新后再办。`,
  )
}

/** The step where the case stands, which has to be this one and of this kind. @throws Refused */
export function mustStandAtKind<K extends StepKind>(state: Case, step: string, kind: K): StepOf<K> {
  mustStandAt(state, step)
  const found = stepOf(state.procedure, step, kind)
  if (!found) throw new Refused('elsewhere', `“${titleOf(state.procedure, step)}”环节不能这样办理；请刷新后再办。`)
  return found
}

/** The entry whose form this is, where the case has to stand. @throws Refused */
export function mustFillIn(state: Case, form: string): StepOf<'entry'> & { readonly name: string } {
  if (state.visit === 0) throw notOpened()
  const [name] =
    Object.entries(state.procedure.steps).find(([, one]) => one.kind === 'entry' && one.form === form) ?? []
  if (!name) throw new Refused('unknown', `本件没有名为“${form}”的表格；请从申报件页面重新进入。`)
  return { ...mustStandAtKind(state, name, 'entry'), name }
}

/** @param no what cannot be done any more, as the end of the sentence */
export function mustBeOpen(state: Case, no: string): void {
  if (state.visit === 0) throw notOpened()
  if (!isOpen(state)) throw new Refused('elsewhere', `本件已办结（${titleOf(state.procedure, state.step)}），${no}。`)
}

/** @param no what they cannot do. @throws Refused for whoever had a hand in any form of the case: they decide nothing on it */
export function mustNotHaveMade(state: Made, person: string, no: string): void {
  if (makersOf(state).includes(person))
    throw new Refused('forbidden', `您填写、代录、签署或提交过本件，${no}；请由其他有权人员办理。`)
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
export function decide(state: Case, outcome: string, by: Asked, more: Partial<Decided> = {}): readonly CaseEvent[] {
  const leads = outcomeAt(state.procedure, state.step, outcome)
  if (!leads)
    throw new Refused('elsewhere', `“${titleOf(state.procedure, state.step)}”环节没有“${outcome}”这一办理结果。`)
  const { step, visit } = state
  return [{ ...more, type: 'decided', ...asked(by), step, visit, outcome, to: targetOf(leads) }]
}

/** The same person decided exactly this just before: a second click, which has nothing left to do. */
export const justDecided = ({ last }: Case, step: string, outcome: string, { by }: Asked): boolean =>
  last?.step === step && last.outcome === outcome && last.by === by
