import { expect, it } from 'vitest'
import type { Paper } from '#papers/paper.ts'
import { minutesPaper } from './minutes-paper.ts'

type Decided = Parameters<typeof minutesPaper>[0]
const page: Decided['page'] = {
  ...{ batchTitle: '泗县第二批依法行政示范单位创建', stepTitle: '常务会议审议', trial: false },
  ...{ body: '泗县人民政府常务会议', record: 'minutes', ranked: false, outcomes: [{ value: 'named', label: '命名' }] },
}
const meeting: Decided['meeting'] = {
  ...{ number: 1, meeting: '县政府第38次常务会议', reference: '泗政常纪〔2018〕38号', date: '2018-12-20' },
  ...{ recordedAt: '2018-12-20T07:00:00.000Z', recordedBy: '朱怀谷' },
  minutes: { sha256: '7'.repeat(64), name: '纪要.pdf', owner: 'office.minutes' },
  ...{ present: ['许建国', '宋志远'], absent: ['何秀英'], how: { kind: 'discussion' } },
  recusals: [{ person: '宋志远', case: 'guotu' }],
  lines: [
    { unit: 'dazhuang', name: '大庄镇人民政府', outcome: 'named', outcomeTitle: '命名' },
    { unit: 'guotu', name: '县国土资源局', outcome: 'deferred', outcomeTitle: '暂缓', reason: '数据需要核实。' },
  ],
}
const said = (paper: Paper) => paper.groups.flat().flatMap((block) => (block.kind === 'words' ? [block.text] : []))
const rows = (paper: Paper) => paper.groups.flat().flatMap((block) => (block.kind === 'entry' ? [block.cells] : []))

it('says who met, what it was about, how it was decided, and what of each unit', () => {
  const paper = minutesPaper({ page, meeting })
  expect(paper.name).toBe('泗县人民政府常务会议　泗政常纪〔2018〕38号　县政府第38次常务会议会议纪要')
  expect(said(paper)).toEqual([
    '时间：2018年12月20日',
    '出席：许建国、宋志远',
    '缺席：何秀英',
    '回避：宋志远（县国土资源局）',
    '议题：泗县第二批依法行政示范单位创建“常务会议审议”，共2个单位',
    '决定方式：集体讨论、行政首长决定',
  ])
  expect(rows(paper)).toEqual([
    ['1', '大庄镇人民政府', '命名', ''],
    ['2', '县国土资源局', '暂缓', '数据需要核实。'],
  ])
})

it('has the place of each unit in a list that is ranked', () => {
  const [first, second] = meeting.lines
  const lines = [
    { ...first!, rank: 1 },
    { ...second!, rank: 1 },
  ]
  const paper = minutesPaper({ page: { ...page, ranked: true }, meeting: { ...meeting, lines } })
  expect(rows(paper).map(([place]) => place)).toEqual(['1', '1'])
  const [list] = paper.groups.flat().flatMap((block) => (block.kind === 'entry' ? [block.list] : []))
  expect(list?.columns[0]?.title).toBe('名次')
})

it('leaves out who was not absent and who did not keep out', () => {
  expect(said(minutesPaper({ page, meeting: { ...meeting, absent: [], recusals: [] } })).join('')).not.toMatch(
    /缺席|回避/,
  )
})

it('says of a line that was corrected what it is now, and of one that could not be applied why', () => {
  const [first, second] = meeting.lines
  const at = '2018-12-21T01:00:00.000Z'
  const corrected = [
    {
      at,
      by: '陈一鸣',
      draftedBy: '朱怀谷',
      outcome: 'named',
      outcomeTitle: '命名',
      reason: '登记错行。',
      inMinutes: '命名。',
    },
  ]
  const lines = [
    { ...first!, setAside: '本件已退出。' },
    { ...second!, corrected },
  ]
  expect(rows(minutesPaper({ page, meeting: { ...meeting, lines } }))).toEqual([
    ['1', '大庄镇人民政府', '命名', '未能适用：本件已退出。'],
    ['2', '县国土资源局', '命名', '登记时误为“暂缓”，已更正。'],
  ])
})
