import { expect, it } from 'vitest'
import { type Revoking, revocationPaper } from './revocation-paper.ts'

const revoking: Revoking = {
  page: {
    name: '大庄镇人民政府',
    batch: '2018-2',
    batchTitle: '泗县第二批依法行政示范单位创建',
    government: '泗县人民政府',
  },
  measure: { number: '泗政〔2019〕11号', on: '2019-03-18', text: '发现一票否决情形。\n决定取消示范单位资格。' },
  ...{ isDraft: false, training: false },
}

it('says what was decided of whom, under its number and its day', () => {
  const paper = revocationPaper(revoking)
  expect(paper.name).toBe('泗县人民政府　泗政〔2019〕11号　关于取消大庄镇人民政府依法行政示范单位资格的决定')
  expect(paper.groups).toEqual([
    [{ kind: 'head', annex: '泗政〔2019〕11号', title: ['关于取消大庄镇人民政府依法行政示范单位资格的决定'] }],
    [{ kind: 'words', as: 'prose', text: '发现一票否决情形。' }],
    [{ kind: 'words', as: 'prose', text: '决定取消示范单位资格。' }],
    [{ kind: 'signed', lines: ['泗县人民政府'], day: '2019年3月18日' }],
  ])
})

it('is marked as long as nobody has approved it, and in a county that practises', () => {
  expect(revocationPaper(revoking).marks).toEqual([])
  expect(revocationPaper({ ...revoking, isDraft: true, training: true }).marks).toEqual(['培训', '送审稿'])
})
