import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Receiver, receiving } from '../../test/e2e/receiving.ts'
import { postTo } from './post-to.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await receiving()
})
afterAll(() => receiver?.close())

it('sends to the address as it is, and says what was answered', async () => {
  expect(await postTo(`${receiver.origin}/hook`)('{"a":1}', { 'x-shifan-id': 'one' })).toBe(204)
  expect(receiver.got.at(-1)).toMatchObject({ path: '/hook', body: '{"a":1}', headers: { 'x-shifan-id': 'one' } })
  receiver.answers = [503]
  expect(await postTo(receiver.origin)('', {})).toBe(503)
})

it('follows no redirect', async () => {
  const other = await receiving()
  receiver.location = `${other.origin}/elsewhere`
  receiver.answers = [302, 307]
  for (const status of [302, 307]) expect(await postTo(receiver.origin)('{}', {})).toBe(status)
  expect(other.got).toEqual([])
  await other.close()
})

it('fails where nobody answers', async () => {
  const gone = await receiving()
  await gone.close()
  await expect(postTo(gone.origin)('{}', {})).rejects.toThrow()
})
