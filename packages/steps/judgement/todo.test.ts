import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { factsOf, isCorrectionBack } from '#case/facts.ts'
import { stepOf } from '#procedure/procedure.ts'
import { AT_NOTICE, day, IN_REVIEW, LATE, OFFICE_HEAD, SECOND } from '../../../test/given/cases.ts'
import { DRAFTED, draftReturned, REVIEW_2018, SELECTION } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { clerk, officeHead, officer, second, secretary } from '../../../test/given/people.ts'
import type { Looking } from '../todo-shape.ts'
import { correctionTodos, judgementTodos } from './todo.ts'

const frame = { signOffs: {}, vetoes: true, listed: false }
const drafted: CaseEvent = {
  ...{ type: 'correctionDrafted', v: 1, at: day(7), by: SECOND, step: 'review', corrects: 2 },
  ...{ outcome: 'refused', reason: '不在创建范围内。' },
}
const returned: CaseEvent = {
  ...{ type: 'correctionReturned', v: 1, at: day(8), by: OFFICE_HEAD, step: 'review', corrects: 2 },
  reason: '请写明依据。',
}
const rested: CaseEvent = { ...returned, at: day(9), by: SECOND }
const correcting = (history: readonly CaseEvent[], who: Looking, within = frame) => {
  const { state } = given(caseKind, ...history)
  return correctionTodos(factsOf(state), state.procedure, within, who)
}
const may = { command: 'draft-correction', step: 'review', text: '拟订更正', must: false }

describe('a correction', () => {
  it('may be drafted while nothing rests on the decision, but by nobody who made the form', () => {
    expect(correcting(AT_NOTICE, officer)).toEqual([may])
    expect(correcting(AT_NOTICE, officer, { ...frame, listed: true })).toEqual([])
    expect(correcting(AT_NOTICE, clerk)).toEqual([])
    expect(correcting(IN_REVIEW, officer)).toEqual([])
  })
  it('that waits is signed or sent back by whoever signs, and taken back by its author', () => {
    const waiting = [...SELECTION, drafted]
    const sign = { command: 'sign-correction', step: 'review', text: '签发更正', must: true, since: day(7) }
    const back = { command: 'return-correction', step: 'review', text: '退回更正', must: false }
    expect(correcting(waiting, officeHead)).toEqual([may, sign, back])
    expect(correcting(waiting, second)).toEqual([may, { ...back, text: '收回更正' }])
    // An officer who only drafts sends back nobody else's.
    expect(correcting(waiting, officer)).toEqual([may, sign])
    expect(correcting(waiting, secretary)).toEqual([may, sign])
    // It goes back even when an act has come to rest on the decision meanwhile.
    const listed = { ...frame, listed: true }
    expect(correcting(waiting, officeHead, listed)).toEqual([back])
    expect(correcting(waiting, second, listed)).toEqual([{ ...back, text: '收回更正' }])
    expect(correcting(waiting, officer, listed)).toEqual([])
  })
  it('that came back waits for its author alone, who drafts it anew or lets it rest', () => {
    const back = [...SELECTION, drafted, returned]
    const again = {
      command: 'draft-correction',
      step: 'review',
      text: '更正被退回，请修改后重新送签，或者不再更正：请写明依据。',
      must: true,
      since: day(8),
    }
    const rest = { command: 'return-correction', step: 'review', text: '不再更正', must: false }
    expect(correcting(back, second)).toEqual([again, rest])
    const { since: _theirs, ...others } = again
    expect(correcting(back, officer)).toEqual([{ ...others, must: false }])
    expect(correcting(back, second, { ...frame, listed: true })).toEqual([rest])
    expect(correcting([...back, rested], second)).toEqual([{ ...others, must: false }])
    const silent = [...SELECTION, drafted, { ...rested, reason: undefined } as CaseEvent]
    expect(correcting(silent, second)[0]?.text).toBe('更正被退回，请修改后重新送签，或者不再更正')
  })
  it('is back until it is drafted anew or let rest', () => {
    const isBack = (...more: CaseEvent[]) => isCorrectionBack(factsOf(given(caseKind, ...SELECTION, ...more).state))
    expect([isBack(), isBack(drafted), isBack(drafted, returned)]).toEqual([false, false, true])
    expect([isBack(drafted, returned, rested), isBack(drafted, returned, drafted)]).toEqual([false, false])
  })
})

describe('a judgement', () => {
  const judging = (history: readonly CaseEvent[], who: Looking, now = day(10)) => {
    const { state } = given(caseKind, ...history)
    const value = stepOf(state.procedure, state.step, 'judgement')
    if (!value) throw new Error(`${state.step} is no judgement`)
    return judgementTodos(value, factsOf(state), who, now)
  }
  const recall = { command: 'recall-form', text: '撤回已提交的表格', must: false }

  it('is drafted, signed or sent back, each by whom the procedure says', () => {
    expect(judging(REVIEW_2018, officer)).toMatchObject([
      recall,
      { command: 'draft-decision', text: '拟办“初审”', must: true },
    ])
    expect(judging(REVIEW_2018, officeHead)).toMatchObject([recall])
    expect(judging(DRAFTED, officer)).toEqual([{ command: 'draft-decision', text: '拟办“初审”', must: false }])
    expect(judging(DRAFTED, officeHead)).toEqual([
      { command: 'decide-step', text: '签发“初审”', must: true },
      { command: 'return-draft', text: '退回拟办', must: false },
    ])
    expect(judging([...DRAFTED, draftReturned], officer)).toEqual([
      { command: 'draft-decision', text: '拟办被退回：请写明外部结果核对情况。', must: true },
    ])
    expect(judging(DRAFTED, secretary)).toEqual([])
  })
  it('of one person is decided at once, and drafted by nobody', () => {
    expect(judging(IN_REVIEW, officer)).toMatchObject([recall, { command: 'decide-step', text: '办理“初审”' }])
    expect(judging(IN_REVIEW, secretary)).toMatchObject([recall])
  })
  it('is forestalled in time, by whoever made the form and may do nothing else', () => {
    expect(judging(IN_REVIEW, clerk)).toMatchObject([recall])
    expect(judging(IN_REVIEW, clerk, LATE)).toEqual([])
  })
})
