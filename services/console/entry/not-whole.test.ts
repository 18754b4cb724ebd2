import { expect, it } from 'vitest'
import { whyNotWhole } from './not-whole.ts'

it('what is handed in is what was filled in: not before all of it is saved', () => {
  expect(whyNotWhole({ is: 'saved' })).toBeUndefined()
  expect(whyNotWhole({ is: 'changed' })).toBe('正在保存，保存后再提交')
  expect(whyNotWhole({ is: 'saving' })).toBe('正在保存，保存后再提交')
  expect(whyNotWhole({ is: 'offline' })).toBe('还没有保存到系统，内容还在本页；保存后再提交')
  expect(whyNotWhole({ is: 'stopped', why: '已过截止时间。' })).toBe('没有保存：已过截止时间。')
})
