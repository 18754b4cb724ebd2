import { expect, it } from 'vitest'
import { boundCommand, clickOf } from './bound-command.ts'

const of = (click: string, asked: unknown, name?: string) => boundCommand(click, asked, name)

it('tells the same click for the same, for something else, and another click', () => {
  const compare = clickOf(of('click-0001', { a: 1, b: [2] }))
  expect(compare(of('click-0001', { b: [2], a: 1 }))).toBe('the same')
  expect(compare(of('click-0001', { a: 1, b: [2, 3] }))).toBe('something else')
  expect(compare(of('click-0002', { a: 1, b: [2] }))).toBe('another click')
})

it('knows the click of a commit that holds it bare', () => {
  const compare = clickOf(of('click-0001', '甲'))
  expect([compare('click-0001'), compare('click-0002')]).toEqual(['the same', 'another click'])
  expect(clickOf('click-0001')(of('click-0001', '甲'))).toBe('the same')
})

it('takes commands of time and machine by their name', () => {
  const compare = clickOf('lapse application 1')
  expect([compare('lapse application 1'), compare('lapse application 2')]).toEqual(['the same', 'another click'])
  expect(compare(of('lapse', 'application'))).toBe('another click')
})

it('takes the name that a click is given', () => {
  const compare = clickOf('objection 9f86')
  expect(compare(of('click-0001', '甲', 'objection 9f86'))).toBe('the same')
  expect(compare('objection 9f86')).toBe('the same')
  expect(clickOf(of('click-0001', '乙', 'objection 9f86'))(of('click-0001', '甲', 'objection 9f86'))).toBe(
    'something else',
  )
})

it('keeps neither the click nor anything that could be tried out without it', () => {
  const one = of('click-0001', { phone: '13955571234' })
  expect(one).toMatch(/^[0-9a-f]{32} =[0-9a-f]{32}$/)
  // The same content under another click has another digest.
  expect(of('click-0002', { phone: '13955571234' }).split('=')[1]).not.toBe(one.split('=')[1])
})
