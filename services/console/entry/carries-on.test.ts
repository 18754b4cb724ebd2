import { expect, it } from 'vitest'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { carriesOn } from './carries-on.ts'

const offered = (name: OfferedCommand['name'], more: Partial<OfferedCommand> = {}): OfferedCommand => ({
  ...{ name, title: '', path: '/api', fields: [], values: {}, danger: false },
  ...more,
})
const signOffs = [
  { name: 'first', title: '一', printed: '一', mode: 'online' as const },
  { name: 'second', title: '二', printed: '二', mode: 'paper' as const },
]
const carries = (...commands: OfferedCommand[]) => carriesOn({ commands }, { signOffs })

it('is whoever has to fill in, to hand in, or to enter a signature from paper', () => {
  expect(carries(offered('save-form', { todo: '还有2项未填' }))).toBe(true)
  expect(carries(offered('save-form'), offered('submit-form', { todo: '等待签署' }))).toBe(true)
  expect(carries(offered('save-form'), offered('sign-form', { signOff: 'second', todo: '录入' }))).toBe(true)
})
it('is not whoever signs on screen, nor whoever only may', () => {
  expect(carries(offered('save-form'), offered('sign-form', { signOff: 'first', todo: '在线签署' }))).toBe(false)
  expect(carries(offered('save-form'), offered('submit-form'), offered('decline-signing', { todo: '退回' }))).toBe(
    false,
  )
})
