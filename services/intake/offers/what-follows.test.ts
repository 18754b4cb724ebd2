import { describe, expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { whatFollows } from './what-follows.ts'

const [short, whole] = ['creation-short@1', 'creation-2018@1'].map((key) => procedureAt(key))
if (!short || !whole) throw new Error('the procedures are not listed')
const meeting = (before: string, outcome: string) =>
  whatFollows(short, { last: { step: 'executiveMeeting', outcome: before }, step: 'executiveMeeting', outcome })

describe('whoever signs a correction is asked', () => {
  it.each(['refused', 'deferred'])('that it names for good, from %s', (before) => {
    const said = meeting(before, 'named')
    expect(said).toMatch(/^更正后本件以“[^”]*命名[^”]*”办结，授予称号，随即列入公开的名单和名录，不能再更正。$/)
    expect(said).not.toContain('不再是办结状态')
  })
  it('that it ends, where it confers nothing', () => {
    expect(meeting('deferred', 'refused')).toMatch(/^更正后本件以“[^”]+”办结。$/)
  })
  it('that it waits for the next meeting', () => {
    expect(meeting('refused', 'deferred')).toMatch(
      /^更正后本件不再是办结状态。更正后本件留在“[^”]+”，等待下一次会议。$/,
    )
  })
  it('where it goes on, and that the unit mends it or mends it no more', () => {
    const review = (before: string, outcome: string) =>
      whatFollows(whole, { last: { step: 'review', outcome: before }, step: 'review', outcome })
    expect(review('refused', 'accepted')).toBe('更正后本件不再是办结状态。更正后本件转入“确定培育对象”继续办理。')
    expect(review('accepted', 'returned')).toBe('更正后退回补正，单位即可修改。')
    expect(review('returned', 'accepted')).toMatch(
      /^更正后单位不能再修改，表格恢复为“初审”时的内容；.*转入“确定培育对象”继续办理。$/,
    )
  })
})
