import { expect, it } from 'vitest'
import type { TimelineEntry } from '#contracts/case-page.ts'
import { withoutRepeats } from './without-repeats.ts'

const entry = (minute: number, event: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ at: `2018-05-08T01:0${minute}:00.000Z`, step: '创建申请', event, by: '陈明', files: [] },
  ...more,
})
const minutes = (entries: readonly TimelineEntry[]) => withoutRepeats(entries).map(({ at }) => Number(at.slice(15, 16)))

it('keeps the last of what one person did again and again, whichever way the list runs', () => {
  const entries = [entry(0, '开始'), entry(1, '保存'), entry(2, '保存'), entry(3, '保存'), entry(4, '已提交')]
  expect(minutes(entries)).toEqual([0, 3, 4])
  expect(minutes([...entries].reverse())).toEqual([4, 3, 0])
})
it('keeps what two people did in turn, and what says why or brings files', () => {
  expect(minutes([entry(1, '保存'), entry(2, '保存', { by: '严书琴' }), entry(3, '保存')])).toEqual([1, 2, 3])
  expect(minutes([entry(1, '退回', { reason: '一' }), entry(2, '退回', { reason: '二' })])).toEqual([1, 2])
  const files = [{ owner: 'dazhuang', sha256: 'a', name: '一.pdf' }]
  expect(minutes([entry(1, '录入', { files }), entry(2, '录入', { files })])).toEqual([1, 2])
})
