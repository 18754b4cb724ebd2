import { describe, expect, it } from 'vitest'
import { openPack } from '#catalogue/open-packs.ts'
import { indicatorsOf } from './indicators.ts'
import { type Numbered, numeralOf, sortFile } from './sort-files.ts'

const itemsOf = (pack: string): readonly Numbered[] => {
  const { catalogue } = openPack(pack)
  if (!catalogue) throw new Error(`no pack ${pack}`)
  return indicatorsOf(catalogue).map(({ item, part, group }) => ({
    ...{ id: item.id, title: item.title, number: item.number },
    part: { number: part.number, title: part.title },
    ...(group && { group: { number: group.number, title: group.title } }),
  }))
}
/** Numbered anew in each part, in groups; and from the first item to the last. */
const [sixian, yongzhou] = [itemsOf('sixian'), itemsOf('yongzhou')]
const to = (path: string, items = sixian) => {
  const found = sortFile(path, items)
  return 'item' in found ? found.item : found.why
}

describe('a file is sorted by what its name begins with', () => {
  it.each([
    ['一(二)7 听取汇报纪要.pdf', 'sx-1-07'],
    ['一（二）7听取汇报纪要.pdf', 'sx-1-07'],
    ['一（二）７　听取汇报纪要.pdf', 'sx-1-07'],
    ['一(二)第7项：纪要.pdf', 'sx-1-07'],
    ['第一部分（二）第7项.docx', 'sx-1-07'],
    ['1-07_纪要.pdf', 'sx-1-07'],
    ['１－０７＿纪要.pdf', 'sx-1-07'],
    ['1.7 纪要.pdf', 'sx-1-07'],
    ['01-07 纪要.pdf', 'sx-1-07'],
    ['1-2-7 纪要.pdf', 'sx-1-07'],
    ['一、7.纪要.pdf', 'sx-1-07'],
    ['一7纪要.pdf', 'sx-1-07'],
    ['六(三)11 执行情况.pdf', 'sx-6-11'],
    ['sx-1-07 纪要.pdf', 'sx-1-07'],
    ['sx-1-07.pdf', 'sx-1-07'],
  ])('%s', (path, item) => {
    expect(to(path)).toBe(item)
  })
  it('or by the folder of its part, and of its group', () => {
    for (const path of [
      '一/7 纪要.pdf',
      '一 领导与基础工作/07_纪要.pdf',
      '第一部分/7.纪要.pdf',
      '01_领导/7、纪要.pdf',
      '/自评材料/一、加强领导/(二)主要负责人/7 纪要.pdf',
      '自评材料/一（二）/第7项 纪要.pdf',
      '一/(二)7 纪要.pdf',
    ])
      expect([path, to(path)]).toEqual([path, 'sx-1-07'])
  })
  it('or by the number alone where the standard is numbered throughout', () => {
    for (const path of ['07_学法.pdf', '7 学法.pdf', '第7项学法.pdf', '７、学法.pdf'])
      expect([path, to(path, yongzhou)]).toEqual([path, 'yz-07'])
  })
  it('or by the whole title of the indicator', () => {
    expect(to('关于由主要负责人牵头的协调机制的通知.pdf')).toBe('sx-1-02')
  })
})

describe('a file is left to a person', () => {
  it.each([
    ['纪要.pdf', '文件名开头没有指标编号'],
    ['7 纪要.pdf', '“7”不能确定是哪一部分的'],
    ['一(六)7 纪要.pdf', '标准中没有“一(六)7”'],
    ['九(一)1 纪要.pdf', '标准中没有“九(一)1”'],
    ['1-99 纪要.pdf', '标准中没有“1-99”'],
    ['2018年工作总结.pdf', '文件名开头没有指标编号'],
    ['2018-05-15会议.pdf', '文件名开头没有指标编号'],
    ['3月份会议记录.pdf', '文件名开头没有指标编号'],
    ['2次学习.pdf', '文件名开头没有指标编号'],
    ['一些材料.pdf', '文件名开头没有指标编号'],
    ['', '文件名开头没有指标编号'],
  ])('%s: %s', (path, why) => {
    expect(to(path)).toBe(why)
  })
  it('where the folder is another part’s than the name says, the name counts', () => {
    expect(to('二/一(二)7 纪要.pdf')).toBe('sx-1-07')
  })
})

it.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['〇', 0],
  ['１２', 12],
  ['十十', undefined],
  ['', undefined],
  ['百', undefined],
])('%s is %s', (text, number) => {
  expect(numeralOf(text)).toBe(number)
})

it('among some of them only, a number alone is nobody’s, and what is not there may be somebody else’s', () => {
  const given = sixian.filter(({ id }) => ['sx-1-12', 'sx-2-03'].includes(id))
  const said = (path: string) => {
    const found = sortFile(path, given, true)
    return 'item' in found ? found.item : found.why
  }
  expect(said('1-12_纪要.pdf')).toBe('sx-1-12')
  expect(said('一 加强领导/12 学习.pdf')).toBe('sx-1-12')
  expect(said('12 学习.pdf')).toBe('“12”不能确定是哪一部分的')
  expect(said('1-07_纪要.pdf')).toBe('分给您的指标中没有“1-07”')
})
