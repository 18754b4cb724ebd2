import { expect, it } from 'vitest'
import type { Client } from '#contracts/client.ts'
import { whoHasWork } from './with-work.ts'

it('names only who finds something to do now, in the order asked', async () => {
  const items: Record<string, object[]> = { first: [], second: [{}], third: [{}] }
  const as = (login: string): Client => (async () => ({ items: items[login] ?? [] })) as Client
  expect(await whoHasWork(['third', 'first', 'second'], as)).toEqual(['third', 'second'])
  expect(await whoHasWork(['first'], as)).toEqual([])
})
