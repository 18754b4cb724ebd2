import { expect, it } from 'vitest'
import { ApiError } from '#contracts/client.ts'
import { SessionEnded } from '../session/session-ends.ts'
import { type Sent, sendLeft } from './send-left.ts'

async function sent(answers: Readonly<Record<string, Sent | Error>>) {
  const asked: string[] = []
  const again = await sendLeft(
    ['a', 'b', 'c', 'd'],
    (item) => item !== 'b',
    async (item) => {
      asked.push(item)
      const answer = answers[item] ?? 'done'
      if (answer instanceof Error) throw answer
      return answer
    },
  )
  return [asked.join(''), again]
}

it('sends what waits one after another', async () => {
  expect(await sent({})).toEqual(['acd', false])
})

it('stops at the first that gets no answer, and is to try again; without a login it waits for one', async () => {
  expect(await sent({ c: 'noAnswer' })).toEqual(['ac', true])
  expect(await sent({ a: new ApiError(0, '没有网络') })).toEqual(['a', true])
  expect(await sent({ c: 'loggedOut' })).toEqual(['ac', false])
  expect(await sent({ c: new SessionEnded() })).toEqual(['ac', false])
})

it('goes on past what is refused', async () => {
  expect(await sent({ a: new ApiError(404, '没有这项指标') })).toEqual(['acd', false])
})
