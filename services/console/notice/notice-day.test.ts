import { expect, it } from 'vitest'
import { ApiError } from '#contracts/client.ts'
import { whyNotOn } from './notice-day.ts'

const known = { today: '2018-06-11', proved: false, error: null }

it('a notice’s day is not to come, and past only with the picture of that day', () => {
  expect(whyNotOn('2018-06-12', known)).toBe('发布日期不能晚于今天')
  expect(whyNotOn('2018-06-10', known)).toBe('请改为今天，或附发布当日的网页截图')
  expect(whyNotOn('2018-06-10', { ...known, proved: true })).toBeUndefined()
  expect(whyNotOn('2018-06-11', known)).toBeUndefined()
})
it('a notice’s day leaves the public some of its period', () => {
  const proved = { ...known, proved: true }
  expect(whyNotOn('2018-06-04', { ...proved, lastDay: '2018-06-10' })).toBe('自这一天起算的公示期已经结束')
  expect(whyNotOn('2018-06-04', { ...proved, lastDay: '2018-06-11' })).toBeUndefined()
})
it('says at its field why no period could be counted', () => {
  const error = new ApiError(422, '没有安排', 'incomplete', { 'publication.on': '没有2027年的安排' })
  expect(whyNotOn('2018-06-11', { ...known, error })).toBe('没有2027年的安排')
  expect(whyNotOn('2018-06-11', { ...known, error: new ApiError(422, '不对', 'incomplete', {}) })).toBe('不对')
})
it('says nothing of what is no day, nor before the server’s day is known', () => {
  expect(whyNotOn('明天', { ...known, error: new Error('x') })).toBeUndefined()
  expect(whyNotOn('2018-06-12', { ...known, today: undefined })).toBeUndefined()
})
