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
const todos = (more: object = {}, reported: readonly number[] = [], now = '2018-05-01T00:00:00.000Z', as = work) =>
  workTodos(as, { ...facts, ...more }, { signOffs: {}, vetoes: true, listed: false, reported }, clerk, now)
const guiding = { command: 'guide-unit', text: `记录对“${work.title}”的指导`, must: false }

it('asks for the first report that is not in, from ten days before it is due', () => {
  const [first, report] = todos()
  expect(first).toEqual(guiding)
  expect(report).toMatchObject({ command: 'report-progress', must: false, text: `报送第1次${work.reports?.title}` })
  const begins = Date.parse(report?.lateFrom ?? '') - 10 * 86_400_000
  expect(todos({}, [], new Date(begins).toISOString())[1]?.must).toBe(true)
  expect(todos({}, [], new Date(begins - 1).toISOString())[1]?.must).toBe(false)
  expect(todos({}, [1])[1]?.text).toContain('第2次')
})

it('is guided alone where no report is due: all are in, none are asked, or it has neither a beginning nor an end', () => {
  expect(
    todos(
      {},
      Array.from({ length: 20 }, (_, i) => i + 1),
    ),
  ).toEqual([guiding])
  const { reports: _none, ...without } = work
  expect(todos({}, [], undefined, without as typeof work)).toEqual([guiding])
  for (const more of [{ since: undefined }, { lateFrom: undefined }]) expect(todos(more)).toEqual([guiding])
})
