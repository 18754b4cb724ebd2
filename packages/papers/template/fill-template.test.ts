import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linesIn, p, table, wordFile, xmlIn } from '../fixtures/word-file.ts'
import { BLANK_DAY } from '../paper.ts'
import type { PlainValues } from '../paper-values.ts'
import { fillTemplate } from './fill-template.ts'

const about = { name: '公示', unit: '泗县人民政府法制办公室' }
const fill = (file: Uint8Array, values: PlainValues) => fillTemplate(file, about, values)
const lines = (body: string, values: PlainValues) => linesIn(fill(wordFile(body), values))

describe('a field', () => {
  it('is found however Word has split it', () => {
    expect(lines(p('《{', '{标', '题', '}', '}》'), { 标题: '公示' })).toEqual(['《公示》'])
    expect(lines(p('{{ 标题 }}'), { 标题: '公示' })).toEqual(['公示'])
  })
  it('takes what XML has signs of its own for, and leaves out what no file can hold', () => {
    const said = '<3号楼>&"5号楼" {{机关}} \uE863\u0007\uD800\uFDD0'
    expect(lines(p('地址：{{地址}}'), { 地址: said })).toEqual(['地址：<3号楼>&"5号楼" {{机关}} \uE863'])
  })
  it('stays as its letters are', () => {
    expect(xmlIn(fill(wordFile(p('{{标题}}')), { 标题: '公示' }))).toMatch(/<w:rPr><w:b\/><\/w:rPr><w:t[^>]*>公示</)
  })
  it('stands in headers too, and more than once', () => {
    const file = fill(wordFile(p('{{机关}}、{{机关}}'), { header: p('{{标注}}') }), { 机关: '法制办', 标注: '送审稿' })
    expect([linesIn(file), linesIn(file, 'word/header1.xml')]).toEqual([['法制办、法制办'], ['送审稿']])
  })
})

describe('a text of several lines', () => {
  const body = p('前：', '{{正文}}', '（完）') + p('尾')
  it('becomes as many paragraphs, each with the indents of the first', () => {
    const file = fill(wordFile(body), { 正文: '第一段。\n\n　　第二段。\r\n第三段。' })
    expect(linesIn(file)).toEqual(['前：第一段。', '第二段。', '第三段。（完）', '尾'])
    expect(xmlIn(file).match(/<w:ind w:firstLine="640"\/>/g)).toHaveLength(4)
  })
  it('leaves a bookmark’s name and a section’s end where there may be one', () => {
    const marked = `<w:p><w:pPr><w:sectPr/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>{{正文}}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`
    const xml = xmlIn(fill(wordFile(marked), { 正文: '一\n二' }))
    expect([xml.match(/<w:sectPr/g)?.length, xml.includes('bookmark')]).toEqual([2, false])
    expect(xml.indexOf('二')).toBeGreaterThan(xml.indexOf('<w:sectPr'))
  })
  it('is as many paragraphs of its cell', () => {
    expect(lines(table([p('{{正文}}')]), { 正文: '一\n二' })).toEqual(['一', '二'])
  })
})

describe('what is empty', () => {
  it('takes its paragraph along, unless something else of it is filled in', () => {
    const body = p('电话：{{电话}}') + p('{{电话}}{{地址}}') + p('没有填写项')
    expect(lines(body, { 电话: '', 地址: '镇政府' })).toEqual(['镇政府', '没有填写项'])
    expect(lines(body, { 电话: ' \n', 地址: '' })).toEqual(['没有填写项'])
  })
  it('leaves a cell, a header and the place between two tables their paragraph', () => {
    const file = fill(
      wordFile(table([p('说明：{{说明}}')]) + p('{{说明}}') + table([p('乙')]) + p('{{说明}}'), {
        header: p('{{说明}}'),
      }),
      { 说明: '' },
    )
    expect(linesIn(file)).toEqual(['', '', '乙', ''])
    expect(linesIn(file, 'word/header1.xml')).toEqual([''])
  })
  it('leaves a page’s number where it is', () => {
    const numbered = `<w:p><w:r><w:t>{{机关}}第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`
    expect(lines(numbered + p('尾'), { 机关: '' })).toEqual(['第', '尾'])
  })
  it('is the field alone in a box: what the box stands in stays', () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent>${p('{{标注}}')}${p('盒')}</w:txbxContent></w:pict></w:r><w:r><w:t>外{{机关}}</w:t></w:r></w:p>`
    const xml = xmlIn(fill(wordFile(box), { 标注: '', 机关: '法制办\n二' }))
    expect([...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).filter(Boolean)).toEqual([
      '盒',
      '外法制办',
      '二',
    ])
  })
  it('is a blank where a day is written in by hand', () => {
    expect(lines(p('{{日期}}'), { 日期: BLANK_DAY })).toEqual([BLANK_DAY])
  })
})

describe('a list', () => {
  const rows = (...units: readonly string[]) => units.map((unit, at) => ({ 序号: String(at + 1), 单位名称: unit }))
  const body = table([p('序号'), p('单位')], [p('{{#名单}}{{序', '号}}'), p('{{单位名称}}{{/名单}}')])
  it('repeats its row for each of its units, in order, and knows what stands around it', () => {
    expect(lines(body, { 名单: rows('甲镇', '乙局') })).toEqual(['序号', '单位', '1', '甲镇', '2', '乙局'])
    expect(
      lines(table([p('{{#名单}}{{机关}}'), p('{{单位名称}}{{/名单}}')]), { 机关: '法制办', 名单: rows('甲镇') }),
    ).toEqual(['法制办', '甲镇'])
  })
  it('repeats paragraphs, without lines for its marks', () => {
    expect(
      lines(p('{{#名单}}') + p('{{序号}}．{{单位名称}}') + p('{{/名单}}'), { 名单: rows('甲镇', '乙局') }),
    ).toEqual(['1．甲镇', '2．乙局'])
  })
  it('that is empty leaves no row, and no table without one', () => {
    expect(lines(body, { 名单: [] })).toEqual(['序号', '单位'])
    const alone = table([p('{{#名单}}{{序号}}'), p('{{单位名称}}{{/名单}}')]) + p('尾')
    expect(xmlIn(fill(wordFile(alone), { 名单: [] }))).not.toContain('<w:tbl')
  })
  it('takes a name of any length, and of three hundred units each', () => {
    const long = '泗县经济开发区管理委员会'.repeat(20)
    expect(lines(body, { 名单: rows(long, ...Array.from({ length: 299 }, (_, n) => `单位${n}`)) })).toHaveLength(602)
  })
})

it('names the organ, and not whoever made the form', () => {
  const core = 'docProps/core.xml'
  const file = wordFile(p('{{标题}}'), {
    [core]: '<cp:coreProperties><dc:creator>王科员</dc:creator></cp:coreProperties>',
  })
  const said = xmlIn(fillTemplate(file, { name: 'A&B', unit: '法制办' }, { 标题: '公示' }), core)
  expect(said).toContain('<dc:title>A&amp;B</dc:title><dc:creator>法制办</dc:creator>')
  expect(said).not.toContain('王科员')
})

it('fills in a form that LibreOffice has written, with its heading, its table and its pages’ numbers', () => {
  const file = readFileSync(join(import.meta.dirname, '../fixtures/notice-by-libreoffice.docx'))
  const made = fill(file, {
    ...{ 标注: '', 标题: '候选名单公示', 正文: '现予公示。\n请监督。', 公示期: '11月5日至11月11日' },
    ...{
      公示截止: '11月11日24时',
      联系方式: '',
      机关: '法制办',
      日期: '2018年11月5日',
      批次名称: '第二批',
      单位数: '2',
    },
    名单: [
      { 序号: '1', 单位名称: '甲镇' },
      { 序号: '2', 单位名称: '乙局' },
    ],
  })
  expect(linesIn(made)).toEqual([
    ...['法制办', '候选名单公示', '现予公示。', '请监督。', '一、公示名单（2个）'],
    ...['序号', '单位名称', '1', '甲镇', '2', '乙局'],
    ...['二、公示期：11月5日至11月11日（至11月11日24时）。', '法制办（印章）', '2018年11月5日'],
  ])
  expect(linesIn(made, 'word/header1.xml')).toEqual([''])
  expect(xmlIn(made, 'word/footer1.xml')).toMatch(/第二批.*PAGE/s)
  expect(xmlIn(made)).toContain('w:tblHeader')
})
