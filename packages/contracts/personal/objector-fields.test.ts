import { expect, it } from 'vitest'
import { wrongFields } from '../forms.ts'
import { enteredObjection } from '../notice.ts'

it.each([
  [{ name: '张*' }, 'name'],
  [{ name: '张三等5人' }, 'name'],
  [{ name: '李' }, 'name'],
  [{ contact: '1395555123' }, 'contact'],
  [{ contact: '微信同号' }, 'contact'],
])('the office enters no objector like %j, and is told how', (entered, field) => {
  expect(wrongFields(enteredObjection, entered)[field]).toMatch(/请.*/)
})
it.each([{ name: '张伟', contact: '13955551234' }, { contact: '花园社区12号' }])('%j is taken', (entered) => {
  const wrong = wrongFields(enteredObjection, entered)
  expect([wrong.name, wrong.contact]).toEqual([undefined, undefined])
})
