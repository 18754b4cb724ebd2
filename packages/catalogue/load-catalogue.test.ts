import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sayProblem } from './check/problem.ts'
import { loadCatalogue } from './load-catalogue.ts'

const text = readFileSync(join(import.meta.dirname, 'fixtures/first-edition.yaml'), 'utf8')
const load = (from: string, to: string) => {
  expect(text).toContain(from)
  return loadCatalogue('示例.yaml', text.replace(from, to))
}
const said = (from: string, to: string) => load(from, to).problems.map(sayProblem)

it('takes a pack without a word', () => {
  const { catalogue, problems, findings } = loadCatalogue('示例.yaml', text)
  expect(problems).toEqual([])
  expect(findings).toEqual([])
  expect(catalogue?.parts.map(({ title }) => title)).toEqual(['领导', '执法', '公开'])
})

describe('says with file, line, item and field what is wrong:', () => {
  it.each([
    [
      'a doubled id',
      'id: ex-09',
      'id: ex-08',
      '示例.yaml第68行，ex-08（传真件归档保存），“标识”：标识ex-08已经用过；请换一个。',
    ],
    [
      'a number missing in a run',
      'number: 10',
      'number: 12',
      '示例.yaml第74行，ex-10（案卷评查合格），“编号”：前面缺编号10至11；请补上条目，原文如此的列入“缺号”。',
    ],
    [
      'an unknown organ',
      'suppliedBy: [office]',
      'suppliedBy: [offices]',
      '示例.yaml第78行，ex-10（案卷评查合格），“结果提供机关”：名单中没有机关offices；请先列入机关名单，或改正。',
    ],
    [
      'a title that is too long',
      '法制机构配专人',
      '长'.repeat(31),
      `示例.yaml第31行，ex-03（${'长'.repeat(31)}），“标题”：最多30个字，现为“${'长'.repeat(31)}”；请缩短。`,
    ],
    [
      'a kind that there is not',
      'kind: ratio',
      'kind: share',
      '示例.yaml第54行，ex-07（投诉处理率达到九成），“类别”：现为“share”，只能是mechanism、frequency、ratio、calendarDeadline、negativeFact、externalResult、veto之一。',
    ],
    [
      'a missing field',
      '\n        evidence: 人员名册',
      '',
      '示例.yaml第28行，ex-03（法制机构配专人），“佐证”：缺少佐证；请补上。',
    ],
    [
      'a misspelt field',
      'evidence: 人员名册',
      'evidence: 人员名册\n        metods: [documents]',
      '示例.yaml第33行，ex-03（法制机构配专人），“metods”：没有这一项；请核对拼写或删去。',
    ],
    [
      'a ratio without its number',
      '\n        thresholds:\n          - { of: 处理率, atLeast: 90, unit: "%" }',
      '',
      '示例.yaml第52行，ex-07（投诉处理率达到九成），“量化要求”：类别为比率而没有量化要求；请补上，或改类别。',
    ],
    [
      'a part out of order',
      'number: 二',
      'number: 三',
      '示例.yaml第34行，ex-p2（执法），“编号”：编号三不连续，此处应为第2；请核对原文。',
    ],
    [
      'a gap that is none',
      'organs:',
      'gaps: [{ number: 3, note: 原文缺 }]\norgans:',
      '示例.yaml第9行，“编号”：编号3并没有缺；请删去这一条。',
    ],
  ])('%s', (_what, from, to, sentence) => {
    expect(said(from, to)).toEqual([sentence])
  })
  it('a text that is no YAML', () => {
    const { problems, catalogue } = load('parts:', 'parts: [')
    expect(catalogue).toBeUndefined()
    expect(problems[0]?.sentence).toMatch(/^YAML格式有误/)
  })
  it('a deadline of no known shape, once', () => {
    const [sentence, ...more] = said(
      'title: 传真件归档保存',
      'title: 传真件归档保存\n        deadlines:\n          - { of: 归档, on: 2018-02-30 }',
    )
    expect(sentence).toContain('ex-09（传真件归档保存），“日期”')
    expect(more).toEqual([])
  })
})

it('takes a number that the document leaves out, once it is declared', () => {
  const skipped = text.replace('number: 10', 'number: 11')
  expect(loadCatalogue('a', skipped).problems).toHaveLength(1)
  const declared = skipped.replace('organs:', 'gaps: [{ number: 10, note: 原文缺 }]\norgans:')
  expect(loadCatalogue('a', declared).problems).toEqual([])
})

describe('weights', () => {
  const weighed = (...weights: readonly number[]) =>
    weights.reduce(
      (pack, weight, index) => pack.replace(`id: ex-p${index + 1}`, `id: ex-p${index + 1}\n    weight: ${weight}`),
      text,
    )
  it('add up', () => {
    expect(loadCatalogue('a', weighed(0.1, 0.2, 99.7).replace('organs:', 'weight: 100\norgans:')).problems).toEqual([])
  })
  it('that do not add up are told where the sum stands', () => {
    const { problems } = loadCatalogue('a', weighed(30, 30, 30).replace('organs:', 'weight: 100\norgans:'))
    expect(problems.map(sayProblem)).toEqual(['a第9行，“权重”：下级权重合计90，此处为100；请改到相等。'])
  })
  it('are given to all of a row or to none', () => {
    expect(loadCatalogue('a', weighed(30)).problems.map(sayProblem)).toEqual([
      'a第34行，ex-p2（执法），“权重”：同级的都有权重，此处没有；请补上。',
      'a第60行，ex-p3（公开），“权重”：同级的都有权重，此处没有；请补上。',
    ])
  })
})

it('finds a due date before the plan’s own, and does not refuse it', () => {
  const { catalogue, problems, findings } = load(
    'title: 传真件归档保存',
    'title: 传真件归档保存\n        deadlines:\n          - { of: 归档, on: 2017-12-31 }',
  )
  expect(problems).toEqual([])
  expect(catalogue).toBeDefined()
  expect(findings.map(sayProblem)).toEqual([
    '示例.yaml第73行，ex-09（传真件归档保存），“日期”：期限2017年12月31日早于文件日期2018年3月1日；照录，不据此计逾期。',
  ])
})
