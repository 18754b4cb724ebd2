import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '#ledger/refused.ts'
import { given } from '../../../test/given/given.ts'
import { inRankOrder, passedOver, SAYS_WHY, tieAtQuota, withRank, wrongOrder, wrongRanks } from './ranks.ts'
import { type ResolutionEvent, type Resolved, resolutionKind, resolve } from './resolution.ts'

type Line = Resolved['lines'][number]
/** One line a letter: `a1` is taken at the first place, `b2-` is not, `c2-x` is not because of x, `d` has no place. */
const list = (said: string): Line[] =>
  said.split(' ').map((one) => {
    const [, unit = '', rank = '', not = '', reason = ''] = /^([a-z])(\d*)(-?)(.*)$/.exec(one) ?? []
    return {
      ...{ case: unit, outcome: not ? 'notCandidate' : 'candidate' },
      ...(reason && { reason }),
      ...(rank && { rank: Number(rank) }),
    }
  })

describe('the ranks of a list', () => {
  it.each(['a1', 'a1 b2 c3', 'c3 a1 b2', 'a1 b1 c3', 'a1 b2 c2 d2 e5', 'a1 b1 c1'])('%s are its ranking', (said) => {
    expect(wrongRanks(list(said))).toEqual({})
  })
  it.each([
    [
      'one is missing, and nothing is said of what may follow from it',
      'a1 b c4',
      { b: '请填写名次', c: '名单共3个单位，没有第4名；请改正' },
    ],
    ['one is none', 'a1 b0', { b: '名单共2个单位，没有第0名；请改正' }],
    ['nobody is first', 'a2 b2 c3', { a: '没有第1名，填的是第2名；请改正', b: expect.any(String) }],
    ['a place is left out', 'a1 b3 c4 d4', { b: '第1名之后应为第2名，填的是第3名；请改正' }],
    [
      'a place is left out behind some that are even',
      'a1 b1 c4 d4',
      expect.objectContaining({ c: '并列第1名有2个单位，其后应为第3名，填的是第4名；请改正' }),
    ],
    [
      'a place is there twice, and the next is not left out',
      'a1 b2 c2 d3',
      { d: '第2名有2个单位，其后应为第4名；不并列的，请改正其中一个的名次' },
    ],
  ])('are refused where %s', (_what, said, wrong) => {
    expect(wrongRanks(list(said))).toEqual(wrong)
  })
  it('say why somebody is not listed who stands before or beside one that is', () => {
    expect(wrongOrder(list('a1 b2- c3'), 'candidate')).toEqual({ b: SAYS_WHY })
    expect(wrongOrder(list('a1 b2- c2'), 'candidate')).toEqual({ b: SAYS_WHY })
    expect(wrongOrder(list('a1 b2-整改中 c3 d4-'), 'candidate')).toEqual({})
    expect(wrongOrder(list('a1- b2-'), 'candidate')).toEqual({})
    expect(
      passedOver([...list('b2-'), { case: 'x', rank: 1 }, ...list('c3')], 'candidate').map((one) => one.case),
    ).toEqual(['b'])
  })
  it('are none where the step ranks nobody', () => {
    expect(wrongOrder(list('a b'), undefined)).toEqual({})
    expect(wrongOrder(list('a b1'), undefined, '常务会议')).toEqual({ b: '“常务会议”环节不排名次，请去掉名次' })
  })
  it('are said behind an outcome, and order names', () => {
    expect([withRank('候选单位', { rank: 3 }), withRank('候选单位', {})]).toEqual(['候选单位（第3名）', '候选单位'])
    const rows = [{ name: '乙', rank: 2 }, { name: '甲', rank: 2 }, { name: '丁' }, { name: '丙', rank: 1 }]
    expect(inRankOrder(rows).map(({ name }) => name)).toEqual(['丙', '甲', '乙', '丁'])
  })
  it('say where the quota ends among some that are even', () => {
    expect(tieAtQuota(list('a1 b2 c3 d3'), 3)).toBe('并列第3名有2个单位，名额只余1个')
    expect(tieAtQuota(list('a1 b2 c2 d2 e5'), 3)).toBe('并列第2名有3个单位，名额只余2个')
    for (const left of [-1, 0, 2, 4, 9]) expect(tieAtQuota(list('a1 b2 c3 d3'), left)).toBeUndefined()
  })
})

const meeting = (lines: Line[], number = '考核组名单1号') => ({
  ...{ batch: '2018-2', step: 'candidacy', trial: false, meeting: '考核组会议', number, date: '2018-12-07' },
  ...{ minutes: 'a'.repeat(64), attendance: 'b'.repeat(64), how: { kind: 'discussion' } as const, lines },
})
const by = { by: 'p-组长', received: '2018-12-07T08:00:00.000Z' }
const rules = {
  ...{ votes: false, present: 3, voters: 3, prepared: false, ranked: 'candidate' },
  ...{ followed: () => Number.POSITIVE_INFINITY, visitOf: () => 8, hasLeft: () => false },
}
const places = (quota: number) => ({ ...rules, limited: { outcome: 'candidate', quota } })
const resolved = (content: ReturnType<typeof meeting>): ResolutionEvent => ({
  ...{ type: 'resolved', v: 1, at: by.received, by: by.by },
  ...content,
})

describe('a list that is ranked', () => {
  const ranked = meeting(list('a1 b2 c2 d4-'))
  it('is recorded with the place of each', () => {
    expect(given(resolutionKind).when(resolve(ranked, places(3), by))).toEqual([resolved(ranked)])
  })
  it('is refused as long as a place is wrong, at each line, or its step ranks nobody', () => {
    const { refused } = given(resolutionKind)
    expect(refused(resolve(meeting(list('a1 b3 c3')), places(3), by))).toEqual([
      'incomplete',
      '有2个单位的名次需要修改：第1名之后应为第2名，填的是第3名；请改正。',
      { 'ranks.b': expect.any(String), 'ranks.c': expect.any(String) },
    ])
    expect(refused(resolve(meeting(list('a b')), rules, by))[2]).toEqual({
      'ranks.a': '请填写名次',
      'ranks.b': '请填写名次',
    })
    expect(refused(resolve(ranked, { ...rules, ranked: undefined }, by))[1]).toContain('该环节不排名次')
  })
  it('is refused where the quota cuts it among some that are even, and says so', () => {
    expect(
      given(resolutionKind)
        .refused(resolve(ranked, places(2), by))
        .slice(0, 2),
    ).toEqual(['conflict', '本批次名额为2个，此前已用0个，本次又列3个，超出1个；并列第2名有2个单位，名额只余1个。'])
  })
  it('decides nothing when it is sent again, and another order under its number is another list', () => {
    const { when, refused } = given(resolutionKind, resolved(ranked))
    expect(when(resolve(ranked, places(3), by))).toEqual([])
    expect(refused(resolve(meeting(list('a2 b1 c3 d4-')), places(3), by))[1]).toContain('已经登记过')
  })
  it('ranks each act by itself: who comes again is first among those of the second one', () => {
    const again = meeting(list('d1'), '考核组名单2号')
    expect(given(resolutionKind, resolved(ranked)).when(resolve(again, places(4), by))).toEqual([resolved(again)])
  })
  it('is whatever anybody sends the ranking of all its lines, or refused', () => {
    const drawn = fc.array(
      fc.record({
        rank: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
        taken: fc.boolean(),
        why: fc.boolean(),
      }),
      { minLength: 1, maxLength: 7 },
    )
    // Whatever was drawn, and the same as whoever ranks it rightly would have it.
    const right = drawn.map((lines) => {
      const points = lines.map(({ rank = 0 }) => rank)
      return lines.map((line, at) => ({ ...line, rank: points.filter((one) => one < (points[at] ?? 0)).length + 1 }))
    })
    let [kept, refusals] = [0, 0]
    fc.assert(
      fc.property(fc.oneof(drawn, right), (lines) => {
        const sent = lines.map(
          ({ rank, taken, why }, at): Line => ({
            ...{ case: `u${at}`, outcome: taken ? 'candidate' : 'notCandidate' },
            ...(rank !== undefined && { rank }),
            ...(why && { reason: '另有说明。' }),
          }),
        )
        try {
          const [event] = resolve(meeting(sent), rules, by)(resolutionKind.initial)
          if (event?.type !== 'resolved') throw new Error('nothing was decided')
          kept++
          const ranks = event.lines.map(({ rank }) => rank ?? Number.NaN)
          for (const rank of ranks) expect(rank).toBe(ranks.filter((one) => one < rank).length + 1)
          const last = Math.max(
            0,
            ...event.lines.flatMap(({ outcome, rank = 0 }) => (outcome === 'candidate' ? rank : [])),
          )
          for (const { outcome, rank = 0, reason } of event.lines)
            expect(outcome === 'candidate' || rank > last || reason !== undefined).toBe(true)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          refusals++
          expect(Object.keys(error.fields ?? {}).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 12_000 },
    )
    expect(Math.min(kept, refusals)).toBeGreaterThan(1000)
  })
})
