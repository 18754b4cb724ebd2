import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { given } from '../../../test/given/given.ts'
import {
  answerFinding,
  findingState,
  type InspectionEvent,
  inspectionKind,
  recordVisit,
  settleFinding,
} from './inspection.ts'

const officer = { by: 'p-陈科员', received: '2018-08-01T01:00:00.000Z' }
const clerk = { by: 'p-王经办', received: '2018-08-10T01:00:00.000Z' }
const content = {
  step: 'implementation',
  on: '2018-07-30',
  place: '办公楼会议室',
  visitors: ['p-陈科员'],
  text: '查阅决策程序材料。',
  files: [],
  findings: [{ text: '没有合法性审查记录。', lastDay: '2018-08-31' }],
}
const known = { since: '2018-06-28', seen: 0 }
const visit: InspectionEvent = { type: 'visited', v: 1, at: officer.received, by: officer.by, ...content }
const told = { n: 1, item: 1, text: '已补齐审查记录。', files: ['a'.repeat(64)] }
const answer: InspectionEvent = {
  type: 'findingAnswered',
  v: 1,
  at: clerk.received,
  by: clerk.by,
  ...told,
  late: false,
}
const later = { ...officer, received: '2018-08-12T01:00:00.000Z' }
const back = { n: 1, item: 1, outcome: 'back', reason: '只补了一份。', lastDay: '2018-09-10', seen: 1 } as const
const { seen: _seen, ...sentBack } = back
const returned: InspectionEvent = { type: 'findingSettled', v: 1, at: later.received, by: later.by, ...sentBack }
const mended = { n: 1, item: 1, outcome: 'mended', seen: 1 } as const

describe('recording a visit', () => {
  it('keeps it with its findings, each until its own day', () => {
    expect(given(inspectionKind).when(recordVisit(content, known, officer))).toEqual([visit])
    const [finding] = given(inspectionKind, visit).state.visits[0]?.standing ?? []
    expect(finding && findingState(finding, officer.received)).toBe('owed')
    expect(finding && findingState(finding, firstLateInstant('2018-08-31'))).toBe('late')
  })
  it('is refused for a day to come, before the step began, or to mend by a day gone by', () => {
    const wrong = (more: object) =>
      given(inspectionKind).refused(recordVisit({ ...content, ...more }, known, officer))[2]
    expect(wrong({ on: '2018-08-02' })).toEqual({ on: '检查日期不能晚于今天' })
    expect(wrong({ on: '2018-06-27' })).toEqual({ on: '本环节2018年6月28日开始，检查日期不能早于这一天' })
    expect(wrong({ findings: [{ text: '缺记录。', lastDay: '2018-07-31' }] })).toEqual({
      'findings.0.lastDay': '整改期限不能早于今天',
    })
    for (const lastDay of ['2099-08-31', '2020-08-01'])
      expect(wrong({ findings: [{ text: '缺记录。', lastDay }] })).toEqual({
        'findings.0.lastDay': '整改期限不能晚于2020年7月31日（两年以内）；请核对年份',
      })
    expect(wrong({ visitors: ['p-陈科员', 'p-陈科员'] })).toEqual({ visitors: '同一名检查人员选了两次；请只留一次' })
    const other = recordVisit({ ...content, place: '档案室' }, known, officer)
    expect(given(inspectionKind, visit).refused(other)[0]).toBe('conflict')
  })
  it('has nothing to do when the same person has just recorded the same', () => {
    expect(given(inspectionKind, visit).when(recordVisit(content, known, officer))).toEqual([])
    const other: InspectionEvent = { ...visit, place: '档案室' }
    expect(given(inspectionKind, visit, other).when(recordVisit(content, known, officer))).toEqual([])
  })
})

describe('answering a finding', () => {
  it('is kept, and says when it is late', () => {
    expect(given(inspectionKind, visit).when(answerFinding(told, clerk))).toEqual([answer])
    const late = { ...clerk, received: firstLateInstant('2018-08-31') }
    expect(given(inspectionKind, visit).when(answerFinding(told, late))).toMatchObject([{ late: true }])
    expect(given(inspectionKind, visit, answer, returned).when(answerFinding(told, late))).toMatchObject([
      { late: false },
    ])
  })
  it('is refused of none, while one waits, and once it is mended', () => {
    expect(given(inspectionKind, visit).refused(answerFinding({ ...told, item: 2 }, clerk))[0]).toBe('unknown')
    const other = answerFinding({ ...told, text: '另行说明。' }, clerk)
    expect(given(inspectionKind, visit, answer).refused(other)[0]).toBe('conflict')
    const done: InspectionEvent = { ...returned, outcome: 'mended' }
    expect(given(inspectionKind, visit, answer, done).refused(other)[1]).toContain('已经确认整改')
  })
  it('has nothing to do when just this was answered', () => {
    expect(given(inspectionKind, visit, answer).when(answerFinding(told, clerk))).toEqual([])
  })
})

describe('settling a finding', () => {
  it('confirms that it is mended, or sends it back with a reason until another day', () => {
    const done = given(inspectionKind, visit, answer).when(settleFinding(mended, later))
    expect(done).toMatchObject([{ type: 'findingSettled', outcome: 'mended' }])
    const state = (...events: InspectionEvent[]) => {
      const [finding] = given(inspectionKind, visit, ...events).state.visits[0]?.standing ?? []
      return finding && [findingState(finding, later.received), finding.lastDay]
    }
    expect(state(answer)).toEqual(['answered', '2018-08-31'])
    expect(state(answer, ...done)).toEqual(['mended', '2018-08-31'])
    expect(given(inspectionKind, visit, answer).when(settleFinding(back, later))).toEqual([returned])
    expect(state(answer, returned)).toEqual(['owed', '2018-09-10'])
  })
  it('is refused where no answer waits that was seen, and sent back without reason or day', () => {
    expect(given(inspectionKind, visit).refused(settleFinding(mended, later))[0]).toBe('conflict')
    expect(given(inspectionKind, visit, answer).refused(settleFinding({ ...mended, seen: 2 }, later))[0]).toBe(
      'conflict',
    )
    const without = settleFinding({ n: 1, item: 1, outcome: 'back', seen: 1 }, later)
    expect(Object.keys(given(inspectionKind, visit, answer).refused(without)[2])).toEqual(['reason', 'lastDay'])
    const both = settleFinding({ ...back, outcome: 'mended' }, later)
    expect(Object.keys(given(inspectionKind, visit, answer).refused(both)[2])).toEqual(['reason', 'lastDay'])
    const far = settleFinding({ ...back, lastDay: '2099-01-01' }, later)
    expect(given(inspectionKind, visit, answer).refused(far)[2]).toHaveProperty('lastDay')
    const past = settleFinding({ ...back, lastDay: '2018-08-11' }, later)
    expect(given(inspectionKind, visit, answer).refused(past)[2]).toHaveProperty('lastDay')
  })
  it('has nothing to do when the same person has just settled it so', () => {
    expect(given(inspectionKind, visit, answer, returned).when(settleFinding(back, later))).toEqual([])
  })
})
