import { expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { factsOf } from '#case/facts.ts'
import { stepOf } from '#procedure/procedure.ts'
import { AT_WORK } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { workTodos } from './todo.ts'

const { state } = given(caseKind, ...AT_WORK)
const value = stepOf(state.procedure, state.step, 'work')
if (!value) throw new Error('AT_WORK stands at no work')
const work = value
const facts = factsOf(state)
const clerk = { person: 'p-clerk', holdings: [{ appointment: work.does, unit: facts.unit }] }
const todos = (more: object = {}, reported: readonly string[] = [], now = '2018-05-01T00:00:00.000Z', as = work) =>
  workTodos(as, { ...facts, ...more }, { signOffs: {}, vetoes: true, listed: false, reported }, clerk, now)
const guiding = { command: 'guide-unit', text: `记录对“${work.title}”的指导`, must: false }

it('asks for the report that is due next, from ten days before, and for those before it until a later one came', () => {
  const [first, report] = todos()
  expect(first).toEqual(guiding)
  expect(report).toMatchObject({
    command: 'report-progress',
    must: false,
    text: `报送2018年第二季度${work.reports?.title}`,
  })
  const begins = Date.parse(report?.lateFrom ?? '') - 10 * 86_400_000
  expect(todos({}, [], new Date(begins).toISOString())[1]?.must).toBe(true)
  expect(todos({}, [], new Date(begins - 1).toISOString())[1]?.must).toBe(false)
  expect(todos({}, ['2018-06'])[1]?.text).toContain('第三季度')
  const october = '2018-10-05T00:00:00.000Z'
  expect(todos({}, [], october).slice(1)).toMatchObject([
    { text: '补报2018年第二季度进展报告', must: true, period: '2018-06' },
    { text: '报送2018年第三季度进展报告', must: true, period: '2018-09' },
  ])
  expect(todos({}, ['2018-09'], october).slice(1)).toMatchObject([
    { text: '补报2018年第二季度进展报告', must: false },
    { text: '报送2018年第四季度进展报告', must: false },
  ])
})

it('is guided alone where no report is due: all are in, none are asked, or it has neither a beginning nor an end', () => {
  expect(todos({}, ['2018-06', '2018-09', '2018-12'])).toEqual([guiding])
  const { reports: _none, ...without } = work
  expect(todos({}, [], undefined, without as typeof work)).toEqual([guiding])
  for (const more of [{ since: undefined }, { lateFrom: undefined }]) expect(todos(more)).toEqual([guiding])
})
