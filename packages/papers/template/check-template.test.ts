import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files } from '#evidence/fixtures/sample-files.ts'
import { p, table, wordFile } from '../fixtures/word-file.ts'
import { CERTIFICATE } from '../forms/certificate.ts'
import { NOTICE } from '../forms/notice.ts'
import { OBJECTION_DECLINED } from '../forms/objection.ts'
import { problemsOfTemplate } from './check-template.ts'

const whole = ['标注', '标题', '正文', '公示期', '公示截止', '联系方式', '机关', '日期']
const row = (...cells: readonly string[]) => table(cells.map((cell) => p(cell)))
const LIST = row('{{#名单}}{{序号}}', '{{单位名称}}{{/名单}}')
const body = (...more: readonly string[]) => whole.map((name) => p(`{{${name}}}`)).join('') + LIST + more.join('')
const problems = (content: string, parts = {}) => problemsOfTemplate(wordFile(content, parts), NOTICE)

it('finds nothing in a form with all that its paper needs, wherever it stands', async () => {
  expect(await problems(body())).toEqual([])
  expect(await problems(body().replace(p('{{标注}}'), ''), { header: p('{', '{标注', '}}') })).toEqual([])
  const file = readFileSync(join(import.meta.dirname, '../fixtures/notice-by-libreoffice.docx'))
  expect(await problemsOfTemplate(file, NOTICE)).toEqual([])
})

describe('says what is no Word file, and what to do', () => {
  it.each([
    ['a text', Buffer.from('公示'), '不是.docx文件；请在Word或WPS中打开，另存为“Word 文档（*.docx）”。'],
    ['a PDF', files.pdf, '不是.docx文件，内容是PDF；请在Word或WPS中打开，另存为“Word 文档（*.docx）”。'],
    ['an old DOC', files.doc, '不是.docx文件，内容是DOC；请在Word或WPS中打开，另存为“Word 文档（*.docx）”。'],
    ['a large one', Buffer.alloc(3_000_000), '有2.9MB，不能超过1MB；请压缩其中的图片后重新保存。'],
    [
      'one that was cut',
      wordFile(body()).subarray(0, 900),
      '不是.docx文件；请在Word或WPS中打开，另存为“Word 文档（*.docx）”。',
    ],
  ])('%s', async (_, file, sentence) => {
    expect(await problemsOfTemplate(file, NOTICE)).toEqual([sentence])
  })
})

describe('says what would stand in each paper unasked', () => {
  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, '含有宏；请在Word或WPS中打开，另存为“Word 文档（*.docx）”，不带宏。'],
    [
      'remarks',
      { 'word/comments.xml': '<w:comments xmlns:w><w:comment w:author="王"/></w:comments>' },
      '有批注，会印在每一份文书上；请删除全部批注后重新保存。',
    ],
    [
      'changes',
      { header: '<w:p><w:ins w:author="王"><w:r><w:t>甲</w:t></w:r></w:ins></w:p>' },
      '有没有处理的修订，会留在每一份文书上；请接受或者拒绝全部修订后重新保存。',
    ],
  ])('%s', async (_, parts, sentence) => {
    expect(await problems(body(), parts)).toEqual([sentence])
  })
})

describe('says what is wrong with a field', () => {
  it.each([
    [
      'that the paper does not have',
      p('{{单位名}}'),
      /^正文中\{\{单位名\}\}：公示没有这个填写项；可以用的有标注、标题、正文、/,
    ],
    [
      'of a list outside of it',
      p('{{单位名称}}'),
      '正文中{{单位名称}}：是名单中的一栏，只能写在{{#名单}}和{{/名单}}之间。',
    ],
    [
      'that is a list',
      p('{{名单}}'),
      '正文中{{名单}}：是名单，请在要重复的一行开头写{{#名单}}，最后写{{/名单}}，中间写各栏。',
    ],
    ['that is no list', p('{{#标题}}甲{{/标题}}'), '正文中{{#标题}}：公示没有这个名单，只有{{#名单}}。'],
    ['written the other way round', p('{{^标题}}甲{{/标题}}'), /^正文中\{\{\^标题\}\}：公示没有这个填写项/],
    ['of raw XML', p('{{@标题}}'), /^正文中\{\{@标题\}\}：公示没有这个填写项/],
    ['without a name', p('{{}}'), /^正文中\{\{\}\}：公示没有这个填写项/],
    [
      'in full width',
      p('｛｛标题｝｝'),
      '正文中“｛｛标题｝｝”的花括号不对，不会填写；请用半角花括号写成{{标题}}，左右各两个。',
    ],
    ['in one pair', p('{#名单}'), '正文中“{#名单}”的花括号不对，不会填写；请用半角花括号写成{{#名单}}，左右各两个。'],
    ['without its end', p('{{标题'), '正文中“{{标题”的左花括号没有配对；请写成{{名称}}，左右各两个。'],
    ['without its beginning', p('标题}}'), '正文中“标题”的右花括号没有配对；请写成{{名称}}，左右各两个。'],
    ['of a list without its end', p('{{#名单}}'), '正文中{{#名单}}没有结束；请在同一行的最后写{{/名单}}。'],
    ['of a list without its beginning', p('{{/名单}}'), '正文中{{/名单}}没有开始；请在同一行的开头写{{#名单}}。'],
    ['of a list that another ends', p('{{#名单}}{{/部分}}'), '正文中{{#名单}}以{{/部分}}结束；两处应为同一个名单。'],
  ])('%s', async (_, more, sentence) => {
    expect(await problems(body(more))).toEqual([
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    ])
  })
  it('where it stands', async () => {
    expect(await problems(body(), { header: p('{{页码}}') })).toEqual([expect.stringMatching(/^页眉中\{\{页码\}\}：/)])
  })
  it('leaves braces alone that mean something else', async () => {
    expect(await problems(body(p('集合{a}，｛注｝')))).toEqual([])
  })
})

describe('says what must not be missing', () => {
  it('of a paper, with what stands there', async () => {
    expect(await problems(body().replace(p('{{公示截止}}'), ''))).toEqual([
      '缺少{{公示截止}}（异议不迟于何时提出，如“2018年11月11日24时”），公示不能没有，请补上。',
    ])
    expect(await problemsOfTemplate(wordFile(p('异议不予受理')), OBJECTION_DECLINED)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^缺少\{\{不予受理理由\}\}/)]),
    )
  })
  it('of a draft, that it is one', async () => {
    expect(await problems(body().replace(p('{{标注}}'), ''))).toEqual([expect.stringMatching(/^缺少\{\{标注\}\}/)])
  })
  it('of a list, and of its rows', async () => {
    expect(await problems(body().replace(LIST, ''))).toEqual([
      '缺少名单{{#名单}}……{{/名单}}（公示的单位，每个一行），公示不能没有；请在要重复的一行开头和最后写上，中间写{{序号}}、{{单位名称}}。',
    ])
    expect(await problems(body().replace('{{单位名称}}', ''))).toEqual([
      '{{#名单}}和{{/名单}}之间缺少{{单位名称}}，公示不能没有，请补上。',
    ])
  })
  it('of one that has no list, that there is none', async () => {
    expect(await problemsOfTemplate(wordFile(p('{{#名单}}{{序号}}{{/名单}}')), CERTIFICATE)).toEqual(
      expect.arrayContaining(['正文中{{#名单}}：示范单位证书没有名单，请删去。']),
    )
  })
})
