import { describe, expect, it } from 'vitest'
import { scoringBody } from '#contracts/assessment/scoring.ts'
import type { ApiError } from '#contracts/client.ts'
import { BY_POINTS } from '../../../test/given/scoring.ts'
import { fieldsInUse } from '../forms/fields-in-use.ts'
import type { Values } from '../forms/kept-values.ts'
import { NONE } from './call-fields.ts'
import { checkCall, shownAt } from './check-call.ts'
import { fieldsOfScoring, scoringOf, valuesOfChosen } from './scoring-fields.ts'

const procedure = {
  methods: [
    { name: 'hearing', title: '听取汇报' },
    { name: 'documents', title: '查阅资料' },
    { name: 'siteVisit', title: '现场检查' },
    { name: 'lawTest', title: '法律知识测试' },
    { name: 'interviews', title: '走访服务对象' },
  ],
}
const asked = (values: Values) => fieldsInUse(fieldsOfScoring(procedure), values).map(({ name }) => name)

it('asks nothing of a procedure that assesses nobody', () => {
  expect(fieldsOfScoring({ methods: [] })).toEqual([])
  expect(scoringOf({ 'scoring.way': 'reach' }, { methods: [] })).toBeUndefined()
})

describe('asks what the chosen way needs', () => {
  it.each([
    // Nobody's rule is frozen because a form began with it.
    [{}, ['scoring.way']],
    [{ 'scoring.way': 'reach' }, ['scoring.way', 'scoring.notReached']],
    [
      { 'scoring.way': 'points' },
      [
        'scoring.way',
        ...procedure.methods.map(({ name }) => `scoring.weights.${name}`),
        ...['scoring.combined', 'scoring.atLeast', 'scoring.tie'],
      ],
    ],
    [
      { 'scoring.way': 'gateThenDeduct' },
      ['scoring.way', 'scoring.gates', 'scoring.takenOff', 'scoring.combined', 'scoring.atLeast'],
    ],
  ])('%o', (values, names) => {
    expect(asked(values)).toEqual(names)
  })
})

describe('what it sends is what it began with', () => {
  it.each([
    [{ way: 'reach', notReached: 3 } as const],
    [BY_POINTS],
    [
      {
        way: 'gateThenDeduct',
        gates: ['一第1项 机构健全', '一第2项 经费落实'],
        takenOff: 3,
        combined: 'median',
        atLeast: 85,
      } as const,
    ],
  ])('%o', (scoring) => {
    const sent = scoringOf(valuesOfChosen(scoringBody.parse(scoring)), procedure)
    expect(sent).toEqual(scoring)
    expect(scoringBody.parse(sent)).toEqual(scoring)
  })
  it('takes gates line by line', () => {
    const values = { 'scoring.way': 'gateThenDeduct', 'scoring.gates': '一第1项\n\n 一第2项 \n' }
    expect(scoringOf(values, procedure)).toMatchObject({ gates: ['一第1项', ' 一第2项 '] })
  })
})

it('shows what is wrong at its field', () => {
  expect(
    ['scoring', 'scoring.way', 'scoring.weights.hearing', 'scoring.gates.3', 'scoring.atLeast'].map((path) =>
      shownAt(path),
    ),
  ).toEqual([...['scoring.way', 'scoring.way', 'scoring.weights.hearing', 'scoring.gates', 'scoring.atLeast']])
})

it('says what does not add up before anybody is asked to confirm it', () => {
  const whole = { key: 'creation-2018@1', title: '', steps: [], dates: [], limited: false, forms: [], ...procedure }
  const wrongIn = (values: Values) => {
    try {
      checkCall(values, { procedure: whole, published: [] })
      return {}
    } catch (error) {
      const { fields } = error as ApiError
      return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('scoring.')))
    }
  }
  const weights = { ...BY_POINTS.weights, interviews: 25 }
  expect(wrongIn(valuesOfChosen({ ...BY_POINTS, weights }))).toEqual({
    'scoring.weights.hearing': '各方式权重之和应为100，现为110；请改正',
  })
  expect(wrongIn(valuesOfChosen(BY_POINTS))).toEqual({})
  const reach = { 'scoring.way': 'reach', 'scoring.notReached': 0 }
  expect(wrongIn({ ...reach, standard: NONE })).toEqual({ 'scoring.way': expect.stringContaining('请选用标准') })
  expect(wrongIn({ ...reach, standard: 'sixian/1' })).toEqual({})
  expect(wrongIn({ standard: 'sixian/1' })).toEqual({ 'scoring.way': '请选择考核评定办法' })
  expect(wrongIn({ 'scoring.way': 'points' })).toMatchObject({ 'scoring.atLeast': expect.stringContaining('最低分') })
})
