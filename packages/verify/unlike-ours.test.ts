import { expect, it } from 'vitest'
import { boundCommand } from '#ledger/bound-command.ts'
import { Head } from '#ledger/ledger.ts'
import { unlikeOurs } from './unlike-ours.ts'

const at = (minute: number) => new Date(Date.UTC(2018, 4, 1, 0, minute))
const made = (command: string, minute = 5) => new Head('case/a', []).next([{ n: 1 }], command, 'wang', at(minute))
const beside = { before: made('x', 4), after: made('y', 6) }

it.each([
  boundCommand('click', {}),
  crypto.randomUUID(),
  'lapse application 2',
  'line notice/2018-2/1#3',
  'set aside pingshan 4',
  boundCommand('click', {}, `objection ${'ab'.repeat(16)}`),
])('takes for ours: %s', (command) => {
  expect(unlikeOurs(made(command), beside)).toBeUndefined()
})

it.each(['another', '', 'x'.repeat(32), `${'a'.repeat(32)} = ${'b'.repeat(32)}`])('not: “%s”', (command) => {
  expect(unlikeOurs(made(command), beside)).toBe('command')
})

it('names an instant that is none, or lies before the commit before or after the one after', () => {
  const click = boundCommand('click', {})
  expect(unlikeOurs(made(click, 3), beside)).toBe('at')
  expect(unlikeOurs(made(click, 7), beside)).toBe('at')
  expect(unlikeOurs(made(click, 7), { ...beside, after: undefined })).toBeUndefined()
  expect(unlikeOurs({ ...made(click), at: '2018-05-01' }, beside)).toBe('at')
  // Where both are odd, or neither, nobody can say which.
  expect(unlikeOurs(made('another', 3), beside)).toBeUndefined()
})
