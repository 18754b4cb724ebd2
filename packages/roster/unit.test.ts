import { expect, it } from 'vitest'
import { RESERVED_IDS } from '#typed/reserved-ids.ts'
import { given } from '../../test/given/given.ts'
import { generationOf, registerUnit, unitKind, unitsAbove } from './unit.ts'

const AT = '2018-03-01T01:00:00.000Z'
const asked = { by: 'p-管理员', received: AT }
const facts = { name: '大庄镇人民政府', kind: 'town', inScope: true } as const
const registered = { type: 'registered', v: 1, at: AT, by: 'p-管理员', unit: 'dazhuang', ...facts } as const

it('registers a unit, and what has changed of it', () => {
  expect(given(unitKind).when(registerUnit('dazhuang', facts, asked))).toEqual([registered])
  for (const change of [{ name: '大庄镇' }, { kind: 'provincial' }, { parent: 'sixian' }, { inScope: false }] as const)
    expect(given(unitKind, registered).when(registerUnit('dazhuang', { ...facts, ...change }, asked))).toEqual([
      { ...registered, ...change },
    ])
})
it.each(['secondLevel', 'dispatched'] as const)('is in no scope where it is %s: a call names it', (kind) => {
  const facts = { name: '大庄镇财政所', inScope: true } as const
  expect(given(unitKind).refused(registerUnit('dazhuang', { ...facts, kind }, asked))).toEqual([
    'incomplete',
    '二级机构、派出机构不列入创建范围，由创建通知逐个指定；创建范围请填“否”。',
    { inScope: '二级机构、派出机构由创建通知逐个指定，请填“否”' },
  ])
  expect(given(unitKind).when(registerUnit('dazhuang', { ...facts, kind, inScope: false }, asked))).toHaveLength(1)
})
it.each(['泗城街道办事处', '泗县人民政府泗城街道办事处', '虹城街道', '大庄镇人民政府', '辉苏木', '大庄镇政府'])(
  '%s belongs to the towns, in scope or not',
  (name) => {
    for (const kind of ['dispatched', 'secondLevel'] as const)
      for (const inScope of [true, false])
        expect(given(unitKind).refused(registerUnit('dazhuang', { name, kind, inScope }, asked))).toEqual([
          'incomplete',
          expect.stringMatching(
            new RegExp(`^“${name}”属于乡镇（含街道、苏木），不是(派出|二级)机构；单位类别请填“乡镇”。$`),
          ),
          { kind: '街道、苏木和乡镇政府请填“乡镇”' },
        ])
    expect(given(unitKind).when(registerUnit('dazhuang', { ...facts, name }, asked))).toHaveLength(1)
  },
)
it('leaves what stands in a town where it is', () => {
  for (const name of ['坡子街街道综合行政执法大队', '大庄镇财政所', '县公安局虹城街道派出所'])
    expect(given(unitKind).when(registerUnit('x1', { name, kind: 'dispatched', inScope: false }, asked))).toHaveLength(
      1,
    )
})
it('forgets a parent that it no longer has', () => {
  const { when } = given(unitKind, { ...registered, parent: 'sixian' })
  expect(given(unitKind, ...when(registerUnit('dazhuang', facts, asked))).state).not.toHaveProperty('parent')
})
it('has nothing to do when nothing has changed', () => {
  expect(given(unitKind, registered).when(registerUnit('dazhuang', facts, asked))).toEqual([])
})
it('is not under itself', () => {
  expect(given(unitKind).refused(registerUnit('dazhuang', { ...facts, parent: 'dazhuang' }, asked))).toEqual([
    'incomplete',
    '单位不能是自己的上级单位；请改正或留空。',
    { parent: '不能是单位自己' },
  ])
})
it.each(RESERVED_IDS)('is not registered as “%s”, which means something by itself', (id) => {
  const [code, sentence, fields] = given(unitKind).refused(registerUnit(id, facts, asked))
  expect([code, Object.keys(fields)]).toEqual(['incomplete', ['unit']])
  expect(sentence).toMatch(new RegExp(`^“${id}”在系统中专指.+，不能用作编号；请换一个编号。$`))
})
it('has no id that a stream’s name would end in', () => {
  for (const id of ['a/b', 'a b', 'a#b', 'a|b'])
    expect(given(unitKind).refused(registerUnit(id, facts, asked))[2]).toEqual({
      unit: `编号中不能有“${id[1]}”；请用小写字母、数字和连字符`,
    })
})
it('has those above it, to the first of them, or once round', () => {
  const parents = new Map([
    ['a', undefined],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'elsewhere'],
    ['x', 'y'],
    ['y', 'x'],
  ])
  expect(['a', 'b', 'c', 'd', 'x'].map((unit) => unitsAbove(unit, parents))).toEqual([
    [],
    ['a'],
    ['b', 'a'],
    ['elsewhere'],
    ['y', 'x'],
  ])
  expect(['a', 'b', 'c', 'd'].map((unit) => generationOf(unit, parents))).toEqual([0, 1, 2, 0])
})
