import { Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#papers/paper.ts'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { answerPaper, deliveryPaper, type Told } from './objection-paper.ts'

const page = {
  ...{ title: '依法行政示范单位候选名单公示', trial: false, office: '泗县人民政府法制办公室' },
  batchTitle: '泗县第二批依法行政示范单位创建',
}
const admitted: Told['objection'] = {
  ...{ objection: 'YY-2018-2-1-0001', aboutName: '县城市管理局', on: '2018-11-08', answerBy: '2018-11-23' },
  ...{ status: 'admitted', statusTitle: '已受理，调查中', decidedOn: '2018-11-09' },
}
const told: Told = { title: '异议受理告知书', page, objection: admitted, name: '王秀兰', training: false }
const said = (paper: Paper) => paper.groups.flat().flatMap((block) => (block.kind === 'words' ? [block.text] : []))
const wordOf = async (paper: Paper) => readWord(await Packer.toBuffer(wordPaper(paper)))
const WHAT =
  '你（单位）于2018年11月8日对“依法行政示范单位候选名单公示”所列县城市管理局提出的异议（编号YY-2018-2-1-0001）'

describe('what goes to an objector', () => {
  it('says that the objection was taken up, and by when it is answered', async () => {
    expect(said(answerPaper(told))).toEqual([
      '王秀兰：',
      `${WHAT}，本机关已受理。`,
      '本机关将调查核实，不迟于2018年11月23日（含当日）作出认定并答复。',
    ])
    const { words } = await wordOf(answerPaper(told))
    expect(words).toEqual(expect.arrayContaining(['异议受理告知书', page.office, '2018年11月9日']))
  })
  it('says why it was not, in the words that the objector is told', () => {
    const objection = { ...admitted, status: 'declined', reply: '所述事项与公示内容无关。' }
    expect(said(answerPaper({ ...told, title: '异议不予受理告知书', objection })).slice(1)).toEqual([
      `${WHAT}，本机关决定不予受理，理由如下：`,
      '所述事项与公示内容无关。',
    ])
  })
  it('says what was found, never why the office found so', () => {
    const found = { status: 'notUpheld', statusTitle: '异议不成立', reason: '内部调查情况。', reply: '经核实不属实。' }
    const paper = answerPaper({ ...told, title: '异议答复书', objection: { ...admitted, ...found } })
    expect(said(paper).slice(1)).toEqual([`${WHAT}，经调查核实，认定结果为：异议不成立。答复如下：`, '经核实不属实。'])
    expect(JSON.stringify(paper)).not.toContain('内部调查情况')
  })
  it('leaves a blank for a name that was not read, and is called by no person’s name', () => {
    const { name: _name, ...unread } = told
    expect(said(answerPaper(unread))[0]).toMatch(/^　+：$/)
    expect(answerPaper(told).name).toBe('泗县人民政府法制办公室　YY-2018-2-1-0001　异议受理告知书')
    expect(deliveryPaper(told).name).not.toContain('王秀兰')
  })
  it('is marked where it is for practice', () => {
    expect(answerPaper(told).marks).toEqual([])
    expect(answerPaper({ ...told, page: { ...page, trial: true } }).marks).toEqual(['演练'])
    expect(deliveryPaper({ ...told, training: true }).marks).toEqual(['培训'])
  })
})

it('has a proof of delivery that names the paper and whom it goes to, and is signed by hand', async () => {
  const { tables } = await wordOf(deliveryPaper(told))
  // A long label stands in two lines.
  expect(tables[0]?.map(([label, answer]) => [label?.replace(/\s/g, ''), answer])).toEqual([
    ['送达文书', '异议受理告知书（编号YY-2018-2-1-0001）'],
    ['受送达人', '王秀兰'],
    ['送达地点', ''],
    ['送达方式', '□直接送达　□邮寄送达　□留置送达　□电子送达'],
    ['受送达人签收', expect.stringContaining('签名或者盖章')],
    ['代收人签收', expect.stringContaining('与受送达人的关系')],
    ['拒收或不能送达的情况', ''],
    ['送达人', expect.stringContaining('两人以上')],
    ['备注', ''],
  ])
})
