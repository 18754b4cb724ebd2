import { describe, expect, it } from 'vitest'
import { OFFICER, SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import {
  clerk,
  everybody,
  leader,
  ofBoth,
  officeHead,
  officer,
  secretary,
  wholeOffice,
} from '../../test/given/people.ts'
import { type ListFacts, listTodosOf } from './list-todo.ts'
import type { Looking } from './todo-shape.ts'

const nothing = { waiting: [], submitted: [], prepared: [], returned: [], over: [] }
const [some, two, three] = [['caogou'], ['caogou', 'xiaoliang'], ['caogou', 'xiaoliang', 'dunji']]
const ofDazhuang = (who: Looking): Looking => ({
  ...who,
  holdings: [...who.holdings, { appointment: 'unitHead', unit: 'dazhuang' }],
})
const at = (step: string, change: Partial<ListFacts>, who: Looking, procedure = WHOLE) =>
  listTodosOf({ ...nothing, step, ...change }, procedure, who).map(({ command, text, n }) =>
    [command, text, ...(n === undefined ? [] : [n])].join(' '),
  )

it('is nothing where nothing waits, and nothing at a step that is no list', () => {
  for (const who of everybody) for (const step of Object.keys(WHOLE.steps)) expect(at(step, {}, who)).toEqual([])
  for (const who of everybody)
    for (const step of ['application', 'review', 'implementation', 'assessment', 'constructor'])
      expect(at(step, { waiting: three, submitted: three }, who)).toEqual([])
})

describe('a resolution', () => {
  it('waits for whoever records it, where nobody submits a list', () => {
    expect(at('executiveMeeting', { waiting: three }, secretary, SHORT)).toEqual([
      'record-resolution 3个单位等待审议“常务会议”，请登记会议决定',
    ])
    expect(at('candidacy', { waiting: three }, leader)).toEqual([
      'record-resolution 3个单位等待审议“审定候选单位”，请登记签名名单',
    ])
    for (const who of [officer, officeHead, clerk]) expect(at('candidacy', { waiting: three }, who)).toEqual([])
  })
  it('waits for a list to be submitted first, where somebody does', () => {
    const facts = { waiting: two, submitted: some }
    expect(at('selection', facts, officer)).toEqual(['prepare-list 2个单位等待提请审议“确定培育对象”'])
    expect(at('selection', facts, secretary)).toEqual(['record-resolution 1个单位已提请审议“确定培育对象”，请登记决定'])
    expect(at('selection', { waiting: two }, secretary)).toEqual([])
  })
})

it('nothing waits for somebody where only their own unit does', () => {
  const own = { waiting: ['dazhuang'], submitted: ['dazhuang'] }
  expect(at('selection', own, ofDazhuang(officer))).toEqual([])
  expect(at('selection', { waiting: ['dazhuang', 'caogou'] }, ofDazhuang(officer))).toEqual([
    'prepare-list 1个单位等待提请审议“确定培育对象”',
  ])
  expect(at('selection', own, ofDazhuang(secretary))).toEqual([])
  expect(at('candidacy', own, ofDazhuang(leader))).toEqual([])
  for (const step of ['notice', 'naming']) expect(at(step, own, ofDazhuang(officer))).toEqual([])
})

describe('a notice', () => {
  it('waits to be prepared, approved by another, and closed', () => {
    expect(at('notice', { waiting: two }, officer)).toEqual(['prepare-notice 2个单位等待“公示”，请拟制'])
    const prepared = [{ n: 4, by: OFFICER, at: '2018-06-11T01:00:00.000Z', units: [] }]
    expect(at('notice', { prepared }, officeHead)).toEqual(['approve-notice 签发“公示” 4'])
    expect(at('notice', { prepared }, officer)).toEqual([])
    const mine = [{ n: 4, by: wholeOffice.person, at: '2018-06-11T01:00:00.000Z', units: [] }]
    expect(at('notice', { prepared: mine }, wholeOffice)).toEqual([])
    expect(at('notice', { prepared: mine }, ofBoth)).toEqual(['approve-notice 签发“公示” 4'])
    const [one] = prepared
    expect(at('notice', { prepared: [{ ...one!, units: ['dazhuang'] }] }, ofDazhuang(officeHead))).toEqual([])
  })
  it('is to be closed when its period is over, and again for whom something kept waiting', () => {
    const over = [
      { n: 3, title: '第三期', units: two, waiting: 0 },
      { n: 2, title: '第二期', units: ['dazhuang'], waiting: 1 },
    ]
    expect(at('notice', { over }, officer)).toEqual([
      'close-notice “第三期”已期满，请核对各渠道后结束公示 3',
      'close-notice “第二期”还有1个单位等待公示结果 2',
    ])
    expect(at('notice', { over }, secretary)).toEqual([])
    expect(at('notice', { over }, ofDazhuang(officer))).toEqual([
      'close-notice “第三期”已期满，请核对各渠道后结束公示 3',
    ])
  })
  it('that came back waits to be mended, and its units for nothing else', () => {
    const returned = [{ n: 4, units: ['caogou'], reason: '文号有误' }]
    expect(at('notice', { waiting: two, returned }, officer)).toEqual([
      'prepare-notice 1个单位等待“公示”，请拟制',
      'prepare-notice “公示”被退回，请修改后重新送签：文号有误 4',
    ])
    expect(at('notice', { returned }, officeHead)).toEqual([])
    expect(at('naming', { waiting: some, returned }, officer)).toEqual([
      'prepare-announcement “命名决定”被退回，请修改后重新送签：文号有误 4',
    ])
  })
})

it('an announcement waits to be prepared, and approved by another', () => {
  expect(at('naming', { waiting: two }, officer)).toEqual(['prepare-announcement 2个单位等待“命名决定”，请拟制'])
  const prepared = [{ n: 1, by: OFFICER, at: '2018-12-27T01:00:00.000Z', units: [] }]
  expect(at('naming', { prepared }, officeHead)).toEqual(['approve-announcement 签发“命名决定” 1'])
  expect(at('naming', { prepared }, officer)).toEqual([])
})
