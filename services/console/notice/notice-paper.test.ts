import { Packer } from 'docx'
import { expect, it } from 'vitest'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { noticePaper } from './notice-paper.ts'

type Posted = Parameters<typeof noticePaper>[0]
const page: Posted['page'] = {
  ...{ title: '依法行政示范单位候选名单公示', trial: false, office: '泗县人民政府法制办公室' },
  batchTitle: '泗县第二批依法行政示范单位创建',
  contact: { phone: '0557-0000000', address: '泗城镇政府大院' },
  lines: [
    { unit: 'dazhuang', name: '大庄镇人民政府' },
    { unit: 'guotu', name: '县国土资源局' },
  ],
  period: {
    ...{ firstDay: '2018-11-05', lastDay: '2018-11-11', lateFrom: '2018-11-11T16:00:00.000Z' },
    ...{ said: '2018年11月5日至2018年11月11日24时，共7个自然日', explained: '' },
  },
  publication: { on: '2018-11-05', place: '县政府网站' },
}
const said = (more: Partial<Posted['page']> = {}) =>
  noticePaper({ page: { ...page, ...more } })
    .groups.flat()
    .flatMap((block) => (block.kind === 'words' ? [block.text] : []))

it('says who is listed, how long, and where objections go', async () => {
  expect(said()).toEqual([
    '现将下列2个单位予以公示，接受社会监督。',
    '公示期：2018年11月5日至2018年11月11日24时，共7个自然日。',
    expect.stringContaining('公示期到2018年11月11日24时为止。'),
    '电话：0557-0000000；地址：泗城镇政府大院。',
    expect.stringContaining('提倡实名反映'),
  ])
  const { tables, words } = await readWord(await Packer.toBuffer(wordPaper(noticePaper({ page }))))
  expect(tables[0]?.slice(-2)).toEqual([
    ['1', '大庄镇人民政府'],
    ['2', '县国土资源局'],
  ])
  expect(words).toEqual(expect.arrayContaining([page.title, page.office, '2018年11月5日']))
})

it('says what was written of it, and no way that the county does not name', () => {
  const texts = said({ text: '经考核，现公示。\n请监督。', contact: {} })
  expect(texts.slice(0, 2)).toEqual(['经考核，现公示。', '请监督。'])
  expect(texts.join('')).not.toContain('电话')
})

it('is marked as long as nobody has approved it, and where it is for practice', () => {
  const preparation = { prepared: 'p', by: '钱经办' }
  const marksOf = (posted: Posted) => noticePaper(posted).marks
  expect(marksOf({ page })).toEqual([])
  expect(marksOf({ page: { ...page, trial: true, preparation } })).toEqual(['演练', '送审稿'])
  expect(marksOf({ page: { ...page, trial: true }, training: true })).toEqual(['培训'])
})
