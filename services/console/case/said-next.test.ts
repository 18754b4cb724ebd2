import { expect, it } from 'vitest'
import { saidNext } from './said-next.ts'

it('says where a case stands and whom it waits for, or until when', () => {
  const stepTitle = '初审'
  expect(saidNext({ stepTitle, next: ['法制办经办人', '法制办负责人'] })).toBe(
    '现处“初审”，等待法制办经办人、法制办负责人办理。',
  )
  const due = { lateFrom: '2018-10-31T16:00:00.000Z', said: '2018年10月31日24时' }
  expect(saidNext({ stepTitle: '创建实施', next: [], due })).toBe('现处“创建实施”，期限至2018年10月31日24时。')
  expect(saidNext({ stepTitle: '创建实施', next: [] })).toBe('现处“创建实施”。')
  expect(saidNext({ stepTitle: '尚未开始' })).toBe('')
})
