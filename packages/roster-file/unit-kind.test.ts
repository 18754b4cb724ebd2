import { expect, it } from 'vitest'
import { kindRead, noteOnKind } from './unit-kind.ts'

const words = (text: string) => text.split(' ')
it.each([
  [
    'town',
    '乡镇 街道 街道办事处 街道办 乡 镇 民族乡 苏木 民族苏木 农场 国营农场 团场 乡镇（街道） 乡镇(街道) 镇街 乡镇街道 乡镇政府 镇人民政府',
  ],
  ['developmentZone', '开发区 管委会 开发区管委会 管理委员会 经济开发区 经开区 高新区 园区 工业园区 产业园区'],
  ['department', '行政执法部门 执法部门 行政执法单位 执法机关 部门 县直部门 区直单位 旗直机关 县政府部门 政府工作部门'],
  [
    'provincial',
    '省市驻县单位 驻县单位 省市驻县 省驻县单位 驻泗单位 省市驻泗有关单位 中央和省市驻县单位 垂直管理部门 垂管单位',
  ],
  ['secondLevel', '二级机构 二级单位 下属单位 所属机构'],
  ['dispatched', '派出机构 派出单位 基层站所'],
] as const)('reads as %s: %s', (kind, said) => {
  expect(words(said).map((word) => [word, kindRead(word)])).toEqual(words(said).map((word) => [word, kind]))
})
it('does not guess what may be two', () => {
  for (const word of words('村 事业单位 直属单位 单位 机关 派驻机构 派出机关 其他 企业'))
    expect([word, kindRead(word)]).toEqual([word, undefined])
})
it('says what it reads as another word, and nothing of its own words', () => {
  expect(noteOnKind('街道')).toBe('单位类别“街道”按“乡镇”登记')
  for (const word of ['乡镇', '派出机构', '村', '']) expect(noteOnKind(word)).toBeUndefined()
})
