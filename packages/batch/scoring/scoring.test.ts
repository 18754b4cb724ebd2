import { describe, expect, it } from 'vitest'
import { procedureOf, variantOf } from '#procedure/procedures.ts'
import { SHORT } from '../../../test/given/cases.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import { BY_POINTS } from '../../../test/given/scoring.ts'
import { methodsOf, problemsOfScoring } from './problems-of-scoring.ts'
import { saidScoring } from './said-scoring.ts'
import type { Scoring } from './scoring.ts'

const methods = methodsOf(WHOLE)
const problems = (scoring: Scoring | undefined, hasStandard = true) =>
  problemsOfScoring(scoring, { methods, hasStandard })
const points = (change: Partial<Extract<Scoring, { way: 'points' }>>): Scoring => ({ ...BY_POINTS, ...change })
const reach: Scoring = { way: 'reach', notReached: 3 }
const gates: Scoring = {
  way: 'gateThenDeduct',
  gates: [
    { id: 'a-1', place: '一（一）第1项', title: '机构健全' },
    { id: 'a-4', place: '二第4项', title: '经费落实' },
  ],
  takenOff: 3,
  combined: 'withoutExtremes',
  atLeast: 85,
}

it('knows how the procedure’s assessment finds out, and of a procedure without one nothing', () => {
  expect(Object.values(methods)).toEqual(['听取汇报', '查阅资料', '现场检查', '法律知识测试', '走访服务对象'])
  expect(methodsOf(SHORT)).toEqual({})
  expect(methodsOf(procedureOf(variantOf(WHOLE)))).toEqual(methods)
})

describe('the way in which a batch assesses', () => {
  it.each([['each way', reach, BY_POINTS, gates]])('may be %s', (_, ...ways) => {
    for (const way of ways) expect(problems(way)).toEqual({})
  })
  it('is chosen where the procedure assesses, and nowhere else', () => {
    expect(problems(undefined)).toEqual({ 'scoring.way': '请选择考核评定办法' })
    const without = { methods: methodsOf(SHORT), hasStandard: true }
    expect(problemsOfScoring(undefined, without)).toEqual({})
    expect(problemsOfScoring(reach, without)).toEqual({ scoring: '程序中没有考核环节，不需要评定办法' })
  })
  it('counts indicators of a standard where one was chosen, and only then', () => {
    for (const way of [reach, gates])
      expect(problems(way, false)).toEqual({
        'scoring.way': '没有选用标准的，没有指标可以认定达标；请选用标准，或者选择计分评定',
      })
    expect(problems(BY_POINTS, false)).toEqual({})
  })
  it('weighs each method of the procedure, no other, and all of them as a hundred', () => {
    const { interviews, ...four } = BY_POINTS.weights
    expect(problems(points({ weights: four }))).toEqual({
      'scoring.weights.interviews': '请填写这一方式的权重，不计分的填0',
    })
    expect(problems(points({ weights: { ...BY_POINTS.weights, rumour: 0 } }))).toEqual({
      'scoring.weights.rumour': '程序中没有这一考核方式',
    })
    expect(problems(points({ weights: { ...four, interviews: interviews + 1 } }))).toEqual({
      'scoring.weights.hearing': '各方式权重之和应为100，现为101；请改正',
    })
    expect(problems(points({ weights: { ...four, hearing: 25, interviews: 0 } }))).toEqual({})
  })
  it('parts units of the same total by a method that counts', () => {
    expect(problems(points({ tie: 'sideBySide' }))).toEqual({})
    for (const tie of ['rumour', 'constructor'])
      expect(problems(points({ tie }))).toEqual({ 'scoring.tie': '请选择列出的同分处理办法' })
    const weights = { ...BY_POINTS.weights, documents: 55, interviews: 0 }
    expect(problems(points({ weights, tie: 'interviews' }))).toEqual({
      'scoring.tie': '这一方式的权重为0，不能用来区分同分；请另选',
    })
  })
})

describe('in words', () => {
  const said = (scoring: Scoring) =>
    Object.fromEntries(saidScoring(scoring, methods, true).lines.map((line) => [line.label, line.said]))
  it('says what is recommended by indicators that are reached', () => {
    expect(said(reach)).toMatchObject({
      评定办法: '达标评定：逐项认定是否达标',
      可以推荐: '未达标的指标不超过3项的',
      不适用的指标: '单位自评不适用，经查阅资料的考核人员认可的，既不计为达标，也不计为未达标',
    })
    expect(said({ way: 'reach', notReached: 0 })).toMatchObject({ 可以推荐: '全部指标达标的' })
  })
  it('says what each method weighs, how several are made one, and what parts the same total', () => {
    expect(said(BY_POINTS)).toMatchObject({
      各方式权重: '听取汇报10%，查阅资料40%，现场检查20%，法律知识测试15%，走访服务对象15%',
      多人评分: '取平均值',
      可以推荐: '总分不低于80分的（满分100分）',
      同分: '“查阅资料”得分高的在前，仍相同的并列',
    })
    expect(said(points({ tie: 'sideBySide', combined: 'median' }))).toMatchObject({
      同分: '并列',
      多人评分: '取中位数',
    })
  })
  it('lists what has to be reached first, and what is taken off for the others', () => {
    expect(said(gates)).toMatchObject({
      先决指标: '下列2项，有一项未达标的，不予推荐',
      扣分: '其他指标每有一项未达标的，从100分中扣3分，扣完为止',
      多人评分: '去掉一个最高分和一个最低分后取平均值',
      可以推荐: '先决指标全部达标，且总分不低于85分的',
    })
    expect(saidScoring(gates, methods, true).items).toEqual(['一（一）第1项 机构健全', '二第4项 经费落实'])
  })
  it('speaks of no indicators where no standard was chosen', () => {
    const labels = saidScoring(BY_POINTS, methods, false).lines.map(({ label }) => label)
    expect(labels).toEqual(['评定办法', '各方式权重', '多人评分', '可以推荐', '同分'])
  })
})
