import { expect, it } from 'vitest'
import { callPaper } from './call-paper.ts'

type Called = Parameters<typeof callPaper>[0]
const page: Called['page'] = {
  ...{ title: '泗县第二批依法行政示范单位创建', trial: false, opened: { said: '2018年4月16日', digest: 'd' } },
  document: { number: '泗政办秘〔2018〕22号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  shown: [
    { title: '通知正文', text: ['经县政府研究，决定开展创建活动。'], lines: [], items: [] },
    { title: '期限', text: [], lines: [{ label: '申请', said: '2018年5月15日24时', note: '逾期不再受理' }], items: [] },
    { title: '附件', text: [], lines: [], items: ['创建标准'], files: [{ name: '申请表.docx' }] },
  ],
}
const said = (called: Called) =>
  callPaper(called)
    .groups.flat()
    .flatMap((block) => (block.kind === 'words' ? [block.text] : []))

it('says part by part what units read, each heading with what follows it', () => {
  expect(said({ page })).toEqual([
    '一、通知正文',
    '经县政府研究，决定开展创建活动。',
    '二、期限',
    '申请：2018年5月15日24时（逾期不再受理）',
    '三、附件',
    '1．创建标准',
    '2．申请表.docx',
  ])
  const paper = callPaper({ page })
  expect(paper.groups.slice(1, -1).map((group) => group.length)).toEqual([2, 2, 2, 1])
  expect(paper.name).toBe('泗县人民政府办公室　泗政办秘〔2018〕22号　泗县第二批依法行政示范单位创建')
  expect(paper.groups.at(-1)).toEqual([{ kind: 'signed', lines: ['泗县人民政府办公室'], day: '2018年4月13日' }])
})

it('is marked as long as it is not open, after it was cancelled, and where it is for practice', () => {
  const { opened: _opened, ...inHand } = page
  expect(callPaper({ page }).marks).toEqual([])
  expect(callPaper({ page: { ...inHand, trial: true } }).marks).toEqual(['演练', '送审稿'])
  expect(callPaper({ page: { ...page, cancelled: '2018年6月1日' }, training: true }).marks).toEqual(['培训', '已取消'])
})
