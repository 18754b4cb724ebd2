import { expect, it } from 'vitest'
import type { ObjectionReceived } from '#steps/notice/notice-events.ts'
import { answerByOf } from './answer-by.ts'

/** It was written on the 11th and came on the 15th, early in the morning by local time. */
const received = (channel: ObjectionReceived['channel']): ObjectionReceived => ({
  ...{ type: 'objectionReceived', v: 1, at: '2018-06-14T17:00:00.000Z', by: 'officer', objection: 'o-1', channel },
  ...{ about: 'dazhuang', on: '2018-06-11', anonymous: true, content: 'd'.repeat(64), code: 'code' },
})
const TERMS = { replyDays: 15 }

it('counts from the day on which somebody called, came or wrote online', () => {
  for (const channel of ['phone', 'visit', 'email', 'page'] as const)
    expect([channel, answerByOf(TERMS, received(channel))]).toEqual([channel, '2018-06-26'])
})

it('counts for a letter from the local day on which it came, not from its postmark', () => {
  expect(answerByOf(TERMS, received('letter'))).toBe('2018-06-30')
})

it('is what the objection’s own stream says, once that is open', () => {
  expect(answerByOf(TERMS, received('letter'), { answerBy: '2018-07-02' })).toBe('2018-07-02')
  expect(answerByOf(TERMS, received('letter'), {})).toBe('2018-06-30')
})
