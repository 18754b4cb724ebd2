import { expect, it } from 'vitest'
import { certificatePaper } from './certificate-paper.ts'

const page = {
  ...{ name: '大庄镇', batchTitle: '泗县第二批依法行政示范单位创建' },
  ...{ government: '泗县人民政府', county: '泗县' },
}
const held = {
  ...({ standing: 'held', standingTitle: '有效', on: '2018-12-20', certificate: '2018-2-1-01' } as const),
  ...{ code: '7F3A-91C0-22DE', path: '/public/titles/7F3A-91C0-22DE.html' },
}
const origin = 'https://shifan.sixian.example'

it('names the unit, its number, its day, and where it is checked', () => {
  const { groups, foot, marks } = certificatePaper({ page, held, origin })
  const blocks = groups.flat()
  expect(blocks[0]).toMatchObject({ kind: 'head', annex: '编号：2018-2-1-01' })
  expect(JSON.stringify(blocks)).toContain(
    '经泗县第二批依法行政示范单位创建，你单位于2018年12月20日被命名为泗县依法行政示范单位',
  )
  expect(blocks.at(-1)).toMatchObject({ kind: 'signed', lines: ['泗县人民政府'], day: '2018年12月20日' })
  expect(foot).toBe('查验码7F3A-91C0-22DE　查验地址https://shifan.sixian.example/public/titles/7F3A-91C0-22DE.html')
  expect(marks).toEqual([])
})
it('is marked where the title does not stand whole, and in a county for training', () => {
  const warned = { ...held, standing: 'warned', standingTitle: '受到警示' } as const
  expect(certificatePaper({ page, held: warned, origin, training: true }).marks).toEqual(['培训', '受到警示'])
})
it('cites the decision of a batch that this system did not run', () => {
  const { batchTitle: _none, ...entered } = page
  const { groups } = certificatePaper({
    page: entered,
    held: { ...held, document: '关于命名的决定（泗政〔2016〕9号）' },
    origin,
  })
  expect(JSON.stringify(groups)).toContain('根据关于命名的决定（泗政〔2016〕9号），你单位于')
})
