import { Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import type { ShownPaper } from '#contracts/case-page.ts'
import { forUpload } from '#evidence/inside/budget.ts'
import { kindOfFile } from '#evidence/inside/kind-of-file.ts'
import { inMemory } from '#evidence/inside/reading.ts'
import type { Paper } from '#papers/paper.ts'
import { formOnPaper, type OnPaper } from '../print/form-on-paper.ts'
import { paperOfForm } from '../print/paper-of-form.ts'
import { readWord } from './fixtures/read-word.ts'
import { BATCH, shownPaper, UNIT } from './fixtures/shown-papers.ts'
import { wordPaper } from './word-paper.ts'
import { inTwo } from './word-parts.ts'

const wordOf = async (paper: Paper) => readWord(await Packer.toBuffer(wordPaper(paper)))
const formOf = (paper: ShownPaper, more: Partial<OnPaper> = {}) =>
  paperOfForm(formOnPaper({ page: { unit: UNIT, batch: BATCH }, paper, ...more }))
/** A label of two lines is one label; blanks are compared by where they are, not by how long. */
const flat = (text: string): string => text.replaceAll(/\s/g, '')

const [APPLICATION, DECLARATION] = [shownPaper('creation-application'), shownPaper('creation-declaration')]
const SIGNED = '负责人（签名）：年月日'
/** 泗政办秘〔2018〕22号, row by row: labels, and what the document itself writes into a cell. */
const DOCUMENT = {
  'creation-application': {
    annex: '附件2',
    title: '泗县第二批依法行政示范单位创建申请表',
    under: '申请单位（盖章）：大庄镇人民政府申请时间：年月日',
    rows: [
      ['单位名称', UNIT.name],
      ['联系人', '', '联系电话', ''],
      ['申请理由', '（另附创建方案和工作计划等有关材料）'],
      ['创建示范项目名称', ''],
      ['本单位法制机构意见', SIGNED],
      ['单位主要负责人意见', SIGNED],
      // The document has 县政府法制办 alone, without the 意见 of the two rows above.
      ['县政府法制办意见', SIGNED],
    ],
  },
  'creation-declaration': {
    annex: '附件3',
    title: '泗县第二批依法行政示范单位申报表',
    under: '申报单位（盖章）：大庄镇人民政府申报时间：年月日',
    rows: [
      ['申报单位名称', UNIT.name],
      ['单位性质', '法定代表人', '单位地址'],
      ['', '', ''],
      ['联系人', '联系电话', '电子邮箱'],
      ['', '', ''],
      ['申报理由', '（另附申报报告、典型经验总结、县级以上表彰情况等材料）'],
      // Not in the document, where the unit only seals: by whose word it declares would stand nowhere.
      ['单位主要负责人意见', SIGNED],
      ['县政府法制办审核推荐意见', SIGNED],
      ['县依法行政工作领导小组认定意见', SIGNED],
    ],
  },
}

describe.each([APPLICATION, DECLARATION])('the Word document of $title', (paper) => {
  const document = DOCUMENT[paper.name === 'creation-application' ? 'creation-application' : 'creation-declaration']

  it('has every row of the county’s document, in its order, with its blanks and the seal’s place', async () => {
    const { tables, words } = await wordOf(formOf({ ...paper, values: {} }))
    expect(tables).toHaveLength(1)
    expect(tables[0]?.map((row) => row.map(flat))).toEqual(document.rows)
    expect(words.map(flat).slice(0, 3)).toEqual([document.annex, document.title, document.under])
  })

  it('says what the print says, cell by cell', async () => {
    const on = { mode: 'paper' as const, on: '2018-05-08', opinion: '同意申报。\n请审核。', by: '周正' }
    const values = Object.fromEntries(
      paper.fields.map(({ name, kind }) => [name, kind === 'choice' ? 'government' : `${name}一<&>二`]),
    )
    const filled = formOf({
      ...paper,
      values: { ...values, ...paper.values },
      signOffs: paper.signOffs.map((box) => ({ ...box, ...on })),
      handedIn: '2018-05-09',
    })
    const { tables, words, footer } = await wordOf(filled)
    const blocks = filled.groups.flat()
    const rows = blocks.flatMap((block) =>
      block.kind === 'line'
        ? [
            block.cells.map((cell) =>
              flat(
                cell.kind === 'box'
                  ? `${cell.text}负责人（签名）：${cell.signer}${cell.how}${cell.day}`
                  : `${cell.text}${cell.kind === 'answer' ? (cell.note ?? '') : ''}`,
              ),
            ),
          ]
        : [],
    )
    expect(tables[0]?.map((row) => row.map(flat))).toEqual(rows)
    expect(rows.flat().join('')).toContain('reason一<&>二')
    expect(rows.flat().join('')).toContain('同意申报。请审核。负责人（签名）：周正（签名见扫描件）2018年5月8日')
    expect(tables[1]?.slice(2)).toEqual(blocks.flatMap((block) => (block.kind === 'entry' ? [block.cells] : [])))
    expect(tables[1]?.[0]).toEqual(['附送材料清单（共3件）'])
    expect(words.at(-1)).toBe(blocks.flatMap((block) => (block.kind === 'words' ? [block.text] : [])).at(-1))
    expect(footer).toBe(`${UNIT.name}\t第页　共页${filled.foot}`)
    expect(filled.foot).toContain(`摘要：${paper.digest?.slice(0, 16)}`)
  })

  it('is taken as Word where it is uploaded', async () => {
    const file = await Packer.toBuffer(wordPaper(formOf(paper)))
    expect(await kindOfFile(inMemory(file, forUpload()), 'docx')).toMatchObject({ kind: 'docx' })
  })
})

it('is called by its unit and its batch, a draft by that too', () => {
  expect(formOf(APPLICATION).name).toBe('大庄镇人民政府　泗县第二批依法行政示范单位创建申请表')
  expect(formOf(DECLARATION, { unsaved: true }).name).toBe(
    '大庄镇人民政府　泗县第二批依法行政示范单位申报表　（草稿，不得用印）',
  )
})

it('says on each page that a draft is one, and has no digest then', async () => {
  const { header, words, footer } = await wordOf(formOf(APPLICATION, { unsaved: true }))
  expect(header).toBe('草稿，不得用印')
  expect(`${words.join('')}${footer}`).not.toContain(APPLICATION.digest?.slice(0, 16))
  expect((await wordOf(formOf(APPLICATION))).header).toBe('')
})

it('names neither a program nor a person as its author', async () => {
  const { parts } = await wordOf(formOf(APPLICATION))
  const core = parts.get('docProps/core.xml') ?? ''
  expect(core).toContain(`<dc:creator>${UNIT.name}</dc:creator>`)
  expect(core).toContain(`<cp:lastModifiedBy>${UNIT.name}</cp:lastModifiedBy>`)
  expect([...parts.values()].join('')).not.toMatch(/Un-named|docx\.js/i)
})

it.each([
  ['创建示范项目名称', ['创建示范项目名称']],
  ['本单位法制机构意见', ['本单位法制', '机构意见']],
  ['县依法行政工作领导小组认定意见', ['县依法行政工作', '领导小组认定意见']],
])('parts the label %s between two words', (label, lines) => expect(inTwo(label, 8)).toEqual(lines))
