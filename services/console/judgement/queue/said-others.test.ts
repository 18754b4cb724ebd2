import { expect, it } from 'vitest'
import { saidOthers } from './said-others.ts'

it('a list that is not known is not an empty one', () => {
  expect(saidOthers({ others: 0, error: null })).toBe('另有0件等待办理')
  expect(saidOthers({ others: 3, error: null })).toBe('另有3件等待办理')
  expect(saidOthers({ others: undefined, error: null })).toBe('正在读取待办……')
  expect(saidOthers({ others: undefined, error: new Error('系统暂时没有回应') })).toBe(
    '待办未能读取，不知道另有几件等待办理',
  )
  // What was read before a later look failed still stands on screen.
  expect(saidOthers({ others: 3, error: new Error('系统暂时没有回应') })).toBe('另有3件等待办理')
})
