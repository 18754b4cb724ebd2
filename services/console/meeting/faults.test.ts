import { expect, it } from 'vitest'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { faultsIn } from './faults.ts'

const page = {
  record: 'minutes',
  outcomes: [{ value: 'deferred', label: '暂缓' }],
  prepares: false,
  waiting: [
    { unit: 'dazhuang', name: '大庄镇人民政府' },
    { unit: 'caogou', name: '草沟镇人民政府' },
  ],
} as unknown as ResolutionPage

it('names every entry that is wrong as the page calls it, a unit once, and leads to it', () => {
  const wrong = {
    ...{ minutes: '请上传', number: '请填写', quota: '超出名额1个', outcome: '请选择' },
    ...{ 'reason caogou': '请填写理由', 'recused caogou': '请核对' },
  }
  expect(faultsIn(page, wrong)).toEqual([
    { id: 'resolution-outcome', label: '会议结论' },
    { id: 'resolution-caogou', label: '草沟镇人民政府' },
    { id: 'resolution-number', label: '会议纪要编号' },
    { id: 'resolution-minutes', label: '会议纪要扫描件' },
  ])
  expect(faultsIn(page, {})).toEqual([])
})
