import { describe, expect, it } from 'vitest'
import { given } from '../../../test/given/given.ts'
import { sharesOf } from './alike-shares.ts'
import { giveBackIndicators, giveIndicators, type SpreadEvent, spreadKind, takeIndicators } from './spread.ts'

const clerk = { by: 'p-王经办', received: '2018-06-01T01:00:00.000Z' }
const other = { by: 'p-李经办', received: '2018-06-02T01:00:00.000Z' }
/** 2018年11月30日24时. */
const LATEST = '2018-11-30T16:00:00.000Z'
const head = (type: 'given' | 'taken' | 'givenBack', { by, received } = clerk) => ({ type, v: 1, at: received, by })
const first = {
  ...head('given'),
  ...{ items: ['s-1', 's-2'], person: other.by, organ: '法制科', due: '2018-09-30' },
} as SpreadEvent

describe('giving indicators to somebody', () => {
  it('says to whom, for which department and by which day, of those alone that move', () => {
    const share = { person: other.by, organ: '法制科', due: '2018-09-30' }
    expect(
      given(spreadKind).when(giveIndicators({ items: ['s-1', 's-2', 's-1'], ...share }, { seen: 0 }, clerk)),
    ).toEqual([first])
    const more = giveIndicators({ items: ['s-2', 's-3'], ...share }, { seen: 1, latest: LATEST }, clerk)
    expect(given(spreadKind, first).when(more)).toEqual([{ ...first, items: ['s-3'] }])
    const elsewhere = giveIndicators({ items: ['s-2'], person: clerk.by }, { seen: 1 }, other)
    expect(given(spreadKind, first).when(elsewhere)).toEqual([
      { ...head('given', other), items: ['s-2'], person: clerk.by },
    ])
  })
  it('is refused where the spread has changed since, and by a day that is past or too late', () => {
    const to = (due?: string, seen = 1) =>
      giveIndicators({ items: ['s-3'], person: other.by, ...(due && { due }) }, { seen, latest: LATEST }, clerk)
    const { refused } = given(spreadKind, first)
    expect(refused(to(undefined, 0))).toEqual([
      'conflict',
      '自评分工刚刚有变动，本次没有办理；请刷新，核对后再办。',
      {},
    ])
    expect(refused(to('2018-05-31'))[2]).toEqual({ due: '要求完成的日期不能早于今天' })
    expect(refused(to('2018-12-01'))[2]).toEqual({
      due: '要求完成的日期不能晚于申报截止时间（2018年11月30日24时）',
    })
    for (const due of ['2018-06-01', '2018-11-30']) expect(given(spreadKind, first).when(to(due))).toHaveLength(1)
  })
  it('has nothing to do where they lie so, whatever was seen', () => {
    const again = giveIndicators(
      { items: ['s-2', 's-1'], person: other.by, organ: '法制科', due: '2018-09-30' },
      { seen: 0 },
      clerk,
    )
    expect(given(spreadKind, first).when(again)).toEqual([])
  })
})

describe('taking indicators back', () => {
  it('leaves them with nobody', () => {
    const { when, state } = given(spreadKind, first, { ...head('taken'), items: ['s-1'] } as SpreadEvent)
    expect([...state.shares.keys()]).toEqual(['s-2'])
    expect(when(takeIndicators(['s-1', 's-2'], 2, clerk))).toEqual([{ ...head('taken'), items: ['s-2'] }])
  })
  it('is refused where the spread has changed since', () => {
    expect(given(spreadKind, first).refused(takeIndicators(['s-1'], 0, clerk))[0]).toBe('conflict')
  })
  it('has nothing to do where nobody has them', () => {
    expect(given(spreadKind, first).when(takeIndicators(['s-3'], 0, clerk))).toEqual([])
  })
})

describe('giving back', () => {
  const reason = '此项由规划股掌握，请改派。'
  it('is done by whoever has them, says why, and is over once they are given again', () => {
    const back = giveBackIndicators(['s-1'], reason, 1, other)
    const [event] = given(spreadKind, first).when(back)
    expect(event).toEqual({ ...head('givenBack', other), items: ['s-1'], reason })
    const { state } = given(spreadKind, first, event as SpreadEvent)
    expect([[...state.shares.keys()], [...state.backs.keys()]]).toEqual([['s-2'], ['s-1']])
    const anew = given(spreadKind, first, event as SpreadEvent, { ...first, items: ['s-1'] } as SpreadEvent)
    expect([[...anew.state.shares.keys()].toSorted(), [...anew.state.backs.keys()]]).toEqual([['s-1', 's-2'], []])
  })
  it('is refused of what somebody else has, and where the spread has changed since', () => {
    const { refused } = given(spreadKind, first)
    expect(refused(giveBackIndicators(['s-1'], reason, 1, clerk))[0]).toBe('elsewhere')
    expect(refused(giveBackIndicators(['s-1', 's-3'], reason, 1, other))[0]).toBe('elsewhere')
    expect(refused(giveBackIndicators(['s-1'], reason, 0, other))[0]).toBe('conflict')
  })
  it('has nothing to do once they are back', () => {
    const back = { ...head('givenBack', other), items: ['s-1'], reason } as SpreadEvent
    expect(given(spreadKind, first, back).when(giveBackIndicators(['s-1'], reason, 1, other))).toEqual([])
  })
})

it('what somebody has been given for one department by one day is one share, since the first of it', () => {
  const more = { ...first, items: ['s-3'], at: '2018-06-05T01:00:00.000Z' } as SpreadEvent
  const own = { ...head('given'), items: ['s-4'], person: other.by } as SpreadEvent
  const { state } = given(spreadKind, more, first, own)
  expect(sharesOf(state)).toEqual([
    {
      share: { person: other.by, organ: '法制科', due: '2018-09-30' },
      since: clerk.received,
      items: ['s-3', 's-1', 's-2'],
    },
    { share: { person: other.by }, since: clerk.received, items: ['s-4'] },
  ])
})
