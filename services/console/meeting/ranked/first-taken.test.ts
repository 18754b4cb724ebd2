import { describe, expect, it } from 'vitest'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { asKept, fromKept, keptLabels } from '../kept-draft.ts'
import { placed, readyToSend } from '../ready-to-send.ts'
import { type Draft, entriesIn, linesOf, newDraft, quotaOf, sharedOf } from '../resolution-draft.ts'
import { firstTaken, mostTaken, otherOutcome } from './first-taken.ts'

const page: ResolutionPage = {
  ...{ batch: '2018-2', batchTitle: '第二批', trial: false, step: 'candidacy', stepTitle: '审定候选单位' },
  ...{ body: '泗县示范单位考核组', votes: false, record: 'signedList', ranked: true, today: '2018-12-07' },
  ...{ quota: 3, taken: 1, limited: 'candidate', prepares: false, lists: [], submitted: [], meetings: [] },
  outcomes: [
    { value: 'candidate', label: '候选单位' },
    { value: 'notCandidate', label: '未列入候选' },
  ],
  ...{ minutesTo: 'office.assessmentMinutes', commands: ['record-resolution'] },
  waiting: ['a', 'b', 'c', 'd'].map((one) => ({ unit: `unit-${one}`, name: one, visit: 8 })),
}
const ranked = (...ranks: (number | string | undefined)[]): Draft => ({
  ...newDraft(page),
  ...{ number: '考核组名单1号', date: '2018-12-07', members: '许建国、宋志远', minutes: 'a'.repeat(64) },
  own: Object.fromEntries(ranks.map((rank, at) => [page.waiting[at]?.unit ?? '', rank === undefined ? {} : { rank }])),
})
const other = 'notCandidate'
const taken = (draft: Draft, count: number): Draft => ({ ...draft, ...firstTaken(page, draft, { count, other }) })

describe('the first of a ranked list', () => {
  it('are taken in one act, all others not, with what is true of each as their reason', () => {
    const draft = taken(ranked(2, 1, 4, 3), 2)
    expect(readyToSend(page, draft)).toMatchObject({
      body: {
        outcome: 'candidate',
        ranks: { 'unit-a': 2, 'unit-b': 1, 'unit-c': 4, 'unit-d': 3 },
        exceptions: [
          { case: 'unit-c', outcome: other, reason: '名次在前2名以外。' },
          { case: 'unit-d', outcome: other, reason: '名次在前2名以外。' },
        ],
      },
    })
    // Chosen anew, the reason follows; one that somebody wrote stays.
    expect(taken(draft, 1).reasons).toEqual({ [other]: '名次在前1名以外。' })
    expect(taken({ ...draft, reasons: { [other]: '名额已满。' } }, 1).reasons).toEqual({ [other]: '名额已满。' })
    expect(firstTaken(page, ranked(1, 1, 1, 1), { count: 1, other })).not.toHaveProperty('reasons')
  })
  it('are as many as the quota leaves, and may end among even ones, which is said', () => {
    expect(mostTaken(page)).toBe(2)
    expect([mostTaken({ ...page, quota: 9 }), mostTaken({ ...page, taken: 5 })]).toEqual([4, 0])
    const { quota: _quota, ...unlimited } = page
    expect(mostTaken(unlimited)).toBeUndefined()
    const draft = taken(ranked(2, 1, 2, 4), 2)
    expect(quotaOf(page, linesOf(page, draft))).toMatchObject({ left: -1, tie: '并列第2名有2个单位，名额只余1个' })
    expect(readyToSend(page, draft)).toEqual({
      wrong: { quota: '超出名额1个：并列第2名有2个单位，名额只余1个，请调整结论' },
    })
    // One of them is chosen; of the other it is said why.
    const own = { ...draft.own, 'unit-c': { rank: 2, outcome: other } }
    expect(readyToSend(page, { ...draft, own })).toEqual({
      wrong: { 'reason unit-c': '名次不在其后的单位已列入，请写明该单位没有列入的理由' },
    })
    expect(sharedOf(page, { ...draft, own })).toMatchObject([{ value: other, count: 1 }])
    const said = { ...own, 'unit-c': { ...own['unit-c'], reason: '抽签确定。' } }
    expect(readyToSend(page, { ...draft, own: said })).toHaveProperty('body')
  })
  it('are offered where there is one other outcome', () => {
    expect(otherOutcome(page)?.value).toBe(other)
    const three = { ...page, outcomes: [...page.outcomes, { value: 'deferred', label: '暂缓' }] }
    expect(otherOutcome(three)).toBeUndefined()
  })
})

describe('a rank', () => {
  it('is asked of every unit that comes before the body, and of none that is left', () => {
    const draft = { ...ranked(1, undefined, 2, '第几'), outcome: 'candidate' }
    expect(readyToSend(page, draft)).toMatchObject({
      wrong: { 'rank unit-b': '请填写名次', 'rank unit-d': '请填写名次' },
    })
    const left = { ...draft, left: ['unit-b', 'unit-d'] }
    expect(readyToSend(page, left)).toMatchObject({ body: { ranks: { 'unit-a': 1, 'unit-c': 2 } } })
    expect(readyToSend({ ...page, ranked: false }, left)).toMatchObject({
      body: expect.not.objectContaining({ ranks: expect.anything() }),
    })
  })
  it('is told at its row, and what is said of it goes with a change of it', () => {
    const { wrong } = readyToSend(page, { ...ranked(1, 1, 2, 4), outcome: 'candidate' }) as { wrong: object }
    expect(wrong).toMatchObject({ 'rank unit-c': expect.stringContaining('第1名有2个单位') })
    expect(placed({ 'ranks.unit-c': '请填写名次' }, [])).toEqual({ 'rank unit-c': '请填写名次' })
    const before = ranked(1, 2)
    expect(entriesIn(before, { own: { ...before.own, 'unit-b': { rank: 3 } } })).toEqual(['own', 'rank unit-b'])
  })
  it('is kept as it was typed, and is called by its unit', () => {
    const draft = ranked(1, '第几', 2)
    expect(fromKept(asKept(draft))).toEqual(draft)
    expect(keptLabels(page)['rank unit-b']).toBe('b的名次')
  })
})
