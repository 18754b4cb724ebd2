import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scoring } from '#batch/scoring/scoring.ts'
import { combine } from './combine.ts'
import { exact, ONE, said, sum } from './exact.ts'
import type { Finding, FoundBy } from './finding.ts'
import type { Measured } from './measured.ts'
import { tallyOf } from './tally.ts'
import { type Branch, sharesOf } from './weigh.ts'

const leaf = (id: string, weight?: number): Branch => ({ id, ...(weight !== undefined && { weight }) })
const branch = (id: string, children: Branch[], weight?: number): Branch => ({ ...leaf(id, weight), children })
/** A sheet of 25 points in three items beside one of 75 in one. */
const SHEET = branch('s', [
  branch('a', [leaf('a-1', 10), leaf('a-2', 8), leaf('a-3', 7)], 25),
  branch('b', [leaf('b-1', 75)], 75),
])
const PLAIN = branch('s', [
  branch('a', [leaf('a-1'), leaf('a-2')]),
  branch('b', [leaf('b-1'), leaf('b-2'), leaf('b-3')]),
])
const found = (item: string, finding: Finding, more: Partial<FoundBy> = {}): FoundBy => ({
  ...{ item, finding, method: 'documents', scorer: 'jiang' },
  ...more,
})
const all = (items: string, finding: Finding = 'reached') => items.split(' ').map((item) => found(item, finding))
const measured = (more: Partial<Measured> = {}): Measured => ({
  standard: PLAIN,
  asked: new Map(),
  notApplicable: { said: new Set(), agreedBy: new Set(['documents']) },
  ...{ found: [], marks: [], sittings: [], answers: [] },
  ...more,
})
const points = (weights: Record<string, number>, more: Partial<Extract<Scoring, { way: 'points' }>> = {}): Scoring => ({
  ...{ way: 'points', weights, combined: 'mean', atLeast: 80, tie: 'sideBySide' },
  ...more,
})
const total = (scoring: Scoring, more: Partial<Measured>) => {
  const tally = tallyOf(scoring, measured(more))
  return 'total' in tally && tally.total ? said(tally.total) : undefined
}
const mark = (method: string, value: string, scorer = 'jiang') => ({ method, scorer, mark: value })
const shares = (tree: Branch, asked: string, out = '') =>
  Object.fromEntries(
    [...sharesOf(tree, new Set(asked.split(' ')), new Set(out.split(' ')))].map(([id, share]) => [
      id,
      share.toFraction(),
    ]),
  )

describe('worked examples', () => {
  it('seventy to thirty of 81.5 and 90.2 is 84.11', () => {
    const marks = [mark('hearing', '81.5'), mark('siteVisit', '90.2')]
    expect(total(points({ hearing: 70, siteVisit: 30 }), { marks })).toBe('84.11')
  })
  it('a sheet of 25 = 10 + 8 + 7 loses what is taken off, and never more than an item has', () => {
    const with25 = (...off: (string | undefined)[]) =>
      total(points({ documents: 100 }), {
        standard: SHEET,
        found: [
          found('b-1', 'notReached'),
          ...off.map((one, at) => found(`a-${at + 1}`, one === '0' ? 'reached' : 'notReached', { off: one })),
        ],
      })
    expect(with25('0', '0', '0')).toBe('25')
    expect(with25('2.5', '0', '0')).toBe('22.5')
    expect(with25('12', '8', '0')).toBe('7')
    expect(with25(undefined, undefined, '99')).toBe('0')
  })
  it('a gate that was not reached decides, whatever the points are', () => {
    const gates: Scoring = {
      ...{ way: 'gateThenDeduct', takenOff: 3, combined: 'mean', atLeast: 90 },
      gates: [{ id: 'a-1', place: '一第1项', title: '机构健全' }],
    }
    const of = (found: FoundBy[]) => tallyOf(gates, measured({ found }))
    expect(of(all('a-1 a-2 b-1 b-2 b-3'))).toMatchObject({ closed: [], isEnough: true, taken: [] })
    const one = of([...all('a-1 a-2 b-1'), ...all('b-2 b-3', 'notReached')])
    expect(one).toMatchObject({ isEnough: true, taken: [{ item: 'b-2' }, { item: 'b-3' }] })
    expect(of([found('a-1', 'notReached'), ...all('a-2 b-1 b-2 b-3')])).toMatchObject({
      closed: ['a-1'],
      isEnough: false,
    })
    expect(total({ ...gates, takenOff: 20 }, { found: all('a-2 b-1 b-2 b-3', 'notReached') })).toBe('20')
    const many = branch(
      's',
      Array.from({ length: 9 }, (_, at) => leaf(`m-${at}`)),
    )
    const none = many.children?.map(({ id }) => found(id, 'notReached')) ?? []
    expect(total({ ...gates, takenOff: 20 }, { standard: many, found: none })).toBe('0')
  })
  it('the middle of an even number is the mean of the two in the middle, and extremes are left out from three on', () => {
    const of = (combined: Parameters<typeof combine>[1], ...values: number[]) =>
      said(
        combine(
          values.map((one) => exact(one)),
          combined,
        ),
      )
    expect(of('median', 90, 70, 80, 85)).toBe('82.5')
    expect(of('median', 90, 70, 80)).toBe('80')
    expect(of('mean', 90, 70, 81)).toBe('80.3333')
    expect(of('withoutExtremes', 90, 70, 80, 84)).toBe('82')
    expect(of('withoutExtremes', 90, 70, 80)).toBe('80')
    expect(of('withoutExtremes', 90, 70)).toBe('80')
    expect(() => combine([], 'mean')).toThrow('nothing to combine')
  })
  it('what is not applicable gives its weight to those beside it, where all else is nought as well', () => {
    const said = new Set(['a-1'])
    const notApplicable = { said, agreedBy: new Set(['documents']) }
    const rest = [found('a-1', 'notApplicable'), ...all('a-2 a-3', 'notReached')]
    const of = (more: FoundBy[]) =>
      total(points({ documents: 100 }), { standard: SHEET, notApplicable, found: [...rest, ...more] })
    expect(of(all('b-1'))).toBe('75')
    expect(of(all('b-1', 'notReached'))).toBe('0')
    expect(shares(SHEET, 'a-1 a-2 a-3 b-1', 'a-1')).toEqual({ 'a-2': '2/15', 'a-3': '7/60', 'b-1': '3/4' })
    expect(shares(SHEET, 'a-1 a-2 a-3 b-1', 'a-1 a-2 a-3')).toEqual({ 'b-1': '1' })
    expect(shares(SHEET, 'a-1', 'a-1')).toEqual({})
  })
  it('marks of a test are of everybody who was invited, answers of everybody who answered', () => {
    const sittings = [
      { method: 'lawTest', invited: 3, marks: ['90', '60'] },
      { method: 'lawTest', invited: 2, marks: ['80.5', '100'] },
    ]
    expect(total(points({ lawTest: 100 }), { sittings })).toBe('66.1')
    const answers = [
      { method: 'interviews', answered: 9, well: 7 },
      { method: 'interviews', answered: 3, well: 3 },
    ]
    expect(total(points({ interviews: 100 }), { answers })).toBe('83.33')
  })
  it('rounds once, half up, and compares what it prints', () => {
    const of = (value: string) => tallyOf(points({ hearing: 100 }), measured({ marks: [mark('hearing', value)] }))
    expect(of('79.995')).toMatchObject({ isEnough: true })
    expect(of('79.9949')).toMatchObject({ isEnough: false })
    const thirds = ['80', '80', '79.98'].map((one, at) => mark('hearing', one, `s${at}`))
    // 79.9933… and 79.9933… make 79.99 together: rounded one by one they would make the same, a third one would not.
    expect(
      total(points({ hearing: 50, siteVisit: 50 }), {
        marks: [...thirds, ...thirds.map((one) => ({ ...one, method: 'siteVisit' }))],
      }),
    ).toBe('79.99')
  })
})

describe('an indicator', () => {
  const verdicts = (more: Partial<Measured>) =>
    Object.fromEntries(
      tallyOf({ way: 'reach', notReached: 1 }, measured(more)).indicators.map(({ item, verdict }) => [item, verdict]),
    )
  it('is reached if no method and no scorer says otherwise', () => {
    const two = [
      ...all('a-1 a-2 b-1'),
      found('a-2', 'notReached', { method: 'siteVisit' }),
      found('b-1', 'notReached', { scorer: 'shen' }),
    ]
    expect(verdicts({ found: two })).toMatchObject({
      'a-1': 'reached',
      'a-2': 'notReached',
      'b-1': 'notReached',
      'b-2': 'unfound',
    })
  })
  it('is not applicable only where the unit says so and everybody who has to agree does', () => {
    const said = { said: new Set(['a-1']), agreedBy: new Set(['documents']) }
    const no = found('a-1', 'notApplicable')
    const of = (...all: FoundBy[]) => verdicts({ notApplicable: said, found: all })['a-1']
    expect(of(no)).toBe('notApplicable')
    // Then no other method makes it wanting.
    expect(of(no, found('a-1', 'notReached', { method: 'siteVisit' }))).toBe('notApplicable')
    expect(of(no, found('a-1', 'notReached', { scorer: 'shen' }))).toBe('notReached')
    expect(of(no, found('a-1', 'reached', { scorer: 'shen' }))).toBe('reached')
    expect(of({ ...no, method: 'siteVisit' })).toBe('unfound')
    expect(verdicts({ found: [no] })['a-1']).toBe('unfound')
  })
})

describe('what is missing', () => {
  const asked = new Map([['documents', new Set(['a-1', 'a-2'])]])
  it('keeps a total from being made, and is named', () => {
    const reach = tallyOf({ way: 'reach', notReached: 0 }, measured({ asked, found: all('a-1') }))
    expect(reach).toMatchObject({ missing: [{ method: 'documents', items: ['a-2'] }] })
    expect(reach).not.toHaveProperty('isEnough')
    const byPoints = tallyOf(points({ documents: 60, hearing: 40 }), measured({ asked, found: all('a-1') }))
    expect(byPoints.missing).toEqual([{ method: 'documents', items: ['a-2'] }, { method: 'hearing' }])
    expect(byPoints).not.toHaveProperty('total')
    // A method without weight is waited for by nobody.
    expect(
      tallyOf(points({ documents: 0, hearing: 100 }), measured({ asked, marks: [mark('hearing', '90')] })).missing,
    ).toEqual([])
  })
  it('changes nothing where too much is wanting already', () => {
    const of = (notReached: number) =>
      tallyOf({ way: 'reach', notReached }, measured({ asked, found: all('a-1', 'notReached') }))
    expect(of(0)).toMatchObject({ isEnough: false })
    expect(of(1)).not.toHaveProperty('isEnough')
  })
})

describe('always', () => {
  const ids = PLAIN.children?.flatMap(({ children = [] }) => children.map(({ id }) => id)) ?? []
  const finding = fc.constantFrom<Finding>('reached', 'notReached', 'notApplicable')
  const given = fc.uniqueArray(
    fc.record({
      item: fc.constantFrom(...ids),
      method: fc.constantFrom('documents', 'siteVisit'),
      scorer: fc.constantFrom('jiang', 'shen', 'han'),
      finding,
    }),
    { selector: ({ item, method, scorer }) => `${item} ${method} ${scorer}`, maxLength: 30 },
  )
  const said = fc
    .uniqueArray(fc.constantFrom(...ids))
    .map((all) => ({ said: new Set(all), agreedBy: new Set(['documents']) }))
  const marks = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('jiang', 'shen', 'han')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => all.map(([value, scorer]) => mark('hearing', (value / 100).toFixed(2), scorer)))
  const way = fc.constantFrom<Scoring>(
    { way: 'reach', notReached: 2 },
    points({ hearing: 40, documents: 35, siteVisit: 25 }),
    points({ hearing: 40, documents: 60 }, { combined: 'median' }),
    {
      way: 'gateThenDeduct',
      gates: [{ id: 'a-1', place: '', title: '' }],
      takenOff: 7,
      combined: 'withoutExtremes',
      atLeast: 85,
    },
  )
  const plain = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one))

  it('it is of no account in which order anything was found', () => {
    fc.assert(
      fc.property(
        way,
        given,
        said,
        marks,
        fc.infiniteStream(fc.nat()),
        (scoring, found, notApplicable, marks, keys) => {
          const shuffled = <T>(all: readonly T[]) =>
            all
              .map((one) => ({ one, key: keys.next().value }))
              .toSorted((a, b) => a.key - b.key)
              .map(({ one }) => one)
          const without = ({ indicators, ...rest }: ReturnType<typeof tallyOf>) =>
            plain({ ...rest, indicators: indicators.map(({ item, verdict }) => [item, verdict]) })
          const of = (found: FoundBy[], marks: Measured['marks']) =>
            without(tallyOf(scoring, measured({ found, marks, notApplicable })))
          expect(of(shuffled(found), shuffled(marks))).toBe(of(found, marks))
        },
      ),
      { numRuns: 3000 },
    )
  })
  it('shares add up to one, or nothing is applicable', () => {
    const tree = fc.constantFrom(PLAIN, SHEET)
    fc.assert(
      fc.property(tree, fc.func(fc.boolean()), fc.func(fc.boolean()), (standard, isAsked, isOut) => {
        const items = standard.children?.flatMap(({ children = [] }) => children.map(({ id }) => id)) ?? []
        const asked = new Set(items.filter((id) => isAsked(id)))
        const out = new Set([...asked].filter((id) => isOut('out', id)))
        const all = sharesOf(standard, asked, out)
        expect([...all.keys()]).toEqual(items.filter((id) => asked.has(id) && !out.has(id)))
        if (all.size > 0) expect(sum([...all.values()]).equals(ONE)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
  it('nobody gains by a finding that says less', () => {
    fc.assert(
      fc.property(way, given, marks, fc.nat(), (scoring, found, marks, at) => {
        const worse = found.map((one, i) =>
          i === at % Math.max(1, found.length) && one.finding === 'reached'
            ? { ...one, finding: 'notReached' as const }
            : one,
        )
        const of = (found: FoundBy[]) => tallyOf(scoring, measured({ found, marks }))
        const [before, after] = [of(found), of(worse)]
        if ('total' in before && before.total && 'total' in after && after.total)
          expect(after.total.compare(before.total)).toBeLessThanOrEqual(0)
        if (after.isEnough) expect(before.isEnough).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
