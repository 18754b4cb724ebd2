import { Packer } from 'docx'
import { expect, it } from 'vitest'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { type Deciding, decisionPaper } from './decision-paper.ts'

const page = {
  ...{ batchTitle: '泗县第二批依法行政示范单位创建', trial: false, stepTitle: '命名', government: '泗县人民政府' },
}
const one: Deciding['one'] = {
  ...{ n: 1, title: '关于命名依法行政示范单位的决定', number: '泗政〔2019〕6号', date: '2019-02-22' },
  ...{ text: '经县政府第3次常务会议研究，作出本决定。', commends: true, prepared: 'p', preparedBy: '钱经办' },
  approvedBy: '赵主任',
  lines: [
    { unit: 'dazhuang', name: '大庄镇人民政府', outcomeTitle: '命名' },
    { unit: 'guotu', name: '县国土资源局', outcomeTitle: '命名' },
    { unit: 'caogou', name: '草沟镇人民政府', outcomeTitle: '命名', setAside: '本件已退出。' },
  ],
  commands: [],
}
const said = (deciding: Deciding) =>
  decisionPaper(deciding)
    .groups.flat()
    .flatMap((block) => (block.kind === 'words' ? [block.text] : []))
const captions = (deciding: Deciding) => [
  ...new Set(
    decisionPaper(deciding)
      .groups.flat()
      .flatMap((block) => (block.kind === 'entry' ? [block.list.caption] : [])),
  ),
]
const named = (deciding: Deciding) =>
  decisionPaper(deciding)
    .groups.flat()
    .flatMap((block) => (block.kind === 'entry' ? [block.cells] : []))

it('names whom the decision has named, with or without commending them', () => {
  expect(said({ page, one })).toEqual(['经县政府第3次常务会议研究，作出本决定。'])
  // Above the list, and not in the text before it too.
  expect(captions({ page, one })).toEqual(['命名并予以表彰的单位，共2个'])
  expect(captions({ page, one: { ...one, commends: false } })).toEqual(['命名的单位，共2个'])
  expect(named({ page, one })).toEqual([
    ['1', '大庄镇人民政府'],
    ['2', '县国土资源局'],
  ])
  expect(decisionPaper({ page, one }).name).toBe('泗县人民政府　泗政〔2019〕6号　关于命名依法行政示范单位的决定')
})

it('is marked as long as nobody has approved it, and where it is for practice', () => {
  const { approvedBy: _nobody, ...draft } = one
  expect(decisionPaper({ page, one }).marks).toEqual([])
  expect(decisionPaper({ page, one: draft }).marks).toEqual(['送审稿'])
  expect(decisionPaper({ page: { ...page, trial: true }, one: draft }).marks).toEqual(['演练', '送审稿'])
})

it('says all of it in Word, signed by the government on the document’s own day', async () => {
  const { words, tables } = await readWord(await Packer.toBuffer(wordPaper(decisionPaper({ page, one }))))
  expect(words).toEqual(expect.arrayContaining([one.title, '泗政〔2019〕6号', '泗县人民政府', '2019年2月22日']))
  expect(JSON.stringify([words, tables]).split('命名并予以表彰的单位')).toHaveLength(2)
  expect(tables[0]?.slice(-2)).toEqual([
    ['1', '大庄镇人民政府'],
    ['2', '县国土资源局'],
  ])
})
