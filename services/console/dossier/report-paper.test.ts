import { Packer } from 'docx'
import { expect, it } from 'vitest'
import type { DossierPage, ReportLine, ReportPart } from '#contracts/dossier/dossier.ts'
import type { Block, Paper } from '#papers/paper.ts'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { reportPaper } from './report-paper.ts'

const MANIFEST = 'ab12'.repeat(16)
const page: Pick<DossierPage, 'unit' | 'batch' | 'standard'> = {
  unit: { id: 'dazhuang', name: '大庄镇人民政府' },
  batch: { id: '2018-2', title: '泗县第二批依法行政示范单位创建', trial: false, document: '泗政办秘〔2018〕22号' },
  standard: {
    title: '泗县依法行政示范单位创建标准',
    version: 2,
    document: '《关于开展创建活动的通知》（泗政办秘〔2018〕22号）附件1',
  },
}
const group = { number: '（一）', title: '领导体制' }
const line = (n: number, more: Partial<ReportLine>): ReportLine => ({
  ...{ n, place: `一（一）第${n}项`, title: `指标${n}`, group, files: [] },
  ...more,
})
const part = (lines: readonly ReportLine[], more: Partial<ReportPart> = {}): ReportPart => ({
  ...{ id: 'p1', number: '一', title: '领导与基础工作', lines: [...lines] },
  ...more,
})
const answers = [
  line(1, { result: 'reached', text: '第一段。\n第二段。', files: ['纪要.pdf', '照片.jpg（已取下）'] }),
  line(2, { result: 'notReached', text: '尚未建立。' }),
  line(3, { result: 'notApplicable', text: '没有执法权。' }),
  line(4, { result: 'reached', text: '已经落实。' }),
]
const finished = { page, parts: [part(answers, { manifest: MANIFEST, on: '2018-11-20' })] }

const blocks = ({ groups }: Paper): readonly Block[] => groups.flat()
const said = (paper: Paper) => blocks(paper).flatMap((one) => (one.kind === 'words' ? [one.text] : []))
const table = (paper: Paper, caption: string) =>
  blocks(paper).flatMap((one) => (one.kind === 'entry' && one.list.caption.startsWith(caption) ? [one.cells] : []))

it('says what it is judged by, how many indicators came out how, part by part', () => {
  const paper = reportPaper(finished)
  expect(said(paper).slice(0, 2)).toEqual([
    '按照泗县第二批依法行政示范单位创建（泗政办秘〔2018〕22号）的要求，我单位对照《泗县依法行政示范单位创建标准》（第2版，依据《关于开展创建活动的通知》（泗政办秘〔2018〕22号）附件1）逐项自评，情况报告如下。',
    '共4项指标，达到2项，未达到1项，不适用1项。',
  ])
  expect(table(paper, '各部分')).toEqual([['一、领导与基础工作', '4', '2', '1', '1', '0']])
})

it('has each indicator under its heading, with result, words, and the names of its files', () => {
  expect(table(reportPaper(finished), '一、领导与基础工作（共4项：达到2项，未达到1项，不适用1项）')).toEqual([
    ['（一）领导体制'],
    ['1', '指标1', '达到', '第一段。\n第二段。\n佐证材料：纪要.pdf；照片.jpg（已取下）'],
    ['2', '指标2', '未达到', '尚未建立。'],
    ['3', '指标3', '不适用', '没有执法权。'],
    ['4', '指标4', '达到', '已经落实。'],
  ])
})

it('lists what was not reached, and what no file shows', () => {
  expect(table(reportPaper(finished), '未达到、未写完')).toEqual([
    ['一（一）第2项', '指标2', '未达到'],
    ['一（一）第4项', '指标4', '没有引用佐证材料'],
  ])
})

it('names once it is finished the list of versions that it is made of, and its day once it is handed in', () => {
  const paper = reportPaper(finished)
  expect(paper.marks).toEqual([])
  expect(paper.foot).toBe('标准：泗县依法行政示范单位创建标准第2版　自评清单摘要：ab12ab12ab12ab12')
  expect(said(paper).at(-1)).toContain(`自评清单摘要（SHA-256）：${MANIFEST}。`)
  expect(blocks(paper).find(({ kind }) => kind === 'signed')).toMatchObject({ day: '2018年11月20日' })
})

it('is a draft before, which says on each sheet so and what is not written', () => {
  const open = [
    ...answers.slice(0, 3),
    line(4, { result: 'reached', missing: '没有写明自评情况' }),
    line(5, { missing: '没有选择自评结论' }),
  ]
  const paper = reportPaper({ page: { ...page, batch: { ...page.batch, trial: true } }, parts: [part(open)] })
  expect(paper.marks).toEqual(['草稿', '演练'])
  expect(paper.name).toContain('（草稿）')
  expect(paper.foot).toContain('草稿，没有定稿')
  expect(said(paper).join('')).toContain('共5项指标，达到1项，未达到1项，不适用1项，未写完2项。')
  expect(table(paper, '未达到、未写完').slice(1)).toEqual([
    ['一（一）第4项', '指标4', '没有写明自评情况；没有引用佐证材料'],
    ['一（一）第5项', '指标5', '没有选择自评结论'],
  ])
  expect(blocks(paper).find(({ kind }) => kind === 'signed')).toMatchObject({ day: '' })
})

it('is the same in Word, cell by cell', async () => {
  const paper = reportPaper(finished)
  const { tables, words, footer, header } = await readWord(await Packer.toBuffer(wordPaper(paper)))
  expect(tables.map((rows) => rows.slice(2))).toEqual(
    ['各部分', '一、', '未达到、未写完'].map((one) => table(paper, one)),
  )
  expect(words).toEqual(expect.arrayContaining(['大庄镇人民政府', '自评报告', '2018年11月20日']))
  expect([header, footer]).toEqual(['', `大庄镇人民政府\t第页　共页${paper.foot}`])
})
