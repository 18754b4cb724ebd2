import { Packer } from 'docx'
import { expect, it } from 'vitest'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { type Asking, letterPaper } from './letter-paper.ts'

const asking: Asking = {
  page: {
    batch: { id: '2018-2', title: '泗县第二批依法行政示范单位创建', trial: false },
    ...{ county: '泗县', office: '泗县人民政府法制办公室', officePhone: '0557-7011234' },
  },
  letter: {
    ...{ n: 1, reference: '泗法函〔2018〕3号', on: '2018-12-03', lastDay: '2018-12-14' },
    ...{ at: '2018-12-03T02:00:00.000Z', by: '钱经办', organs: [] },
    units: [
      { unit: 'dazhuang', name: '大庄镇人民政府' },
      { unit: 'guotu', name: '县国土资源局' },
    ],
  },
  to: '公安局',
}

it('asks one organ about the units, by a day, under its number', async () => {
  const { words, tables } = await readWord(await Packer.toBuffer(wordPaper(letterPaper(asking))))
  expect(words).toEqual(
    expect.arrayContaining(['泗法函〔2018〕3号', '县公安局：', '泗县人民政府法制办公室', '2018年12月3日']),
  )
  expect(words.join('\n')).toContain('不迟于2018年12月14日（含当日）')
  expect(words.join('\n')).toMatch(/附件：请予核查的单位（共2个）\n联系人：\s+联系电话：0557-7011234/)
  expect(tables[0]?.slice(-2)).toEqual([
    ['1', '大庄镇人民政府'],
    ['2', '县国土资源局'],
  ])
})

it('is addressed as the county’s own, once', () => {
  const toWhom = (to: string, county = '泗县') => {
    const blocks = letterPaper({ ...asking, to, page: { ...asking.page, county } }).groups.flat()
    return blocks.flatMap((one) => (one.kind === 'words' && one.as === 'to' ? [one.text] : []))
  }
  expect(toWhom('纪委监委')).toEqual(['县纪委监委：'])
  expect(toWhom('县纪委监委')).toEqual(['县纪委监委：'])
  expect(toWhom('泗县公安局')).toEqual(['泗县公安局：'])
  expect(toWhom('审计局', '埇桥区')).toEqual(['区审计局：'])
  expect(toWhom('审计局', '培训县A')).toEqual(['审计局：'])
})

it('is marked where it is for practice', () => {
  expect(letterPaper(asking).marks).toEqual([])
  expect(letterPaper({ ...asking, training: true }).marks).toEqual(['培训'])
})

it('is a draft as long as it has no number, with blanks for the days that are not said', () => {
  const { units } = asking.letter
  const draft = letterPaper({ ...asking, letter: { units, lastDay: '2018-12-14' } })
  expect([draft.marks, draft.name]).toEqual([
    ['草稿'],
    '泗县人民政府法制办公室　关于商请核查有关单位情况的函（公安局）（草稿）',
  ])
  const words = JSON.stringify(draft.groups)
  expect(words).toContain('不迟于2018年12月14日（含当日）')
  // A day that is not said has a blank below its organ.
  expect(words).toContain('"day":""')
  expect(words).not.toContain('泗法函')
  expect(letterPaper({ ...asking, letter: { units }, training: true }).marks).toEqual(['草稿', '培训'])
})
