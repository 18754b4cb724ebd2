import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Altered } from '#ledger/altered.ts'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'
import { titleKind, titleStream } from '#title/title.ts'
import { conducted } from '../fixtures/conducted.ts'
import { followStream } from './follow-stream.ts'

const NOTICE = 'notice/2018-2/1'
const MEETING = 'resolution/2018-2/executiveMeeting'
const units = (n: number) => Array.from({ length: n }, (_, i) => `unit${i + 1}`)
type Conducted = ReturnType<typeof conducted>

const follow = (county: Conducted, stream: string, ledger: Ledger = county.ledger) =>
  followStream({ ...county.deps, ledger })(stream)
const close = async (county: Conducted) => {
  county.move(8)
  await county.close()
}
async function atMeeting(...names: string[]): Promise<Conducted> {
  const county = conducted()
  await county.atNotice(...names)
  await county.publish(names)
  await follow(county, NOTICE)
  await close(county)
  await follow(county, NOTICE)
  return county
}
const steps = (county: Conducted, names: readonly string[]) =>
  Promise.all(names.map(async (unit) => (await county.caseOf(unit)).step))

/** How far each stream has come; titles follow the news of cases, not of acts. */
const numbers = async (county: Conducted) =>
  (await Array.fromAsync(county.ledger.streams())).filter(({ stream }) => !stream.startsWith('title/'))

/** A ledger whose process dies before its commit number `n`. */
function dyingBefore(ledger: Ledger, n: number): Ledger {
  let left = n - 1
  return {
    ...ledger,
    async append(...commit) {
      if (left-- <= 0) throw new Error('killed')
      return ledger.append(...commit)
    },
  }
}

describe('a notice', () => {
  it('lists its cases, and its closing moves them on', async () => {
    const county = await atMeeting('a', 'b')
    expect(await steps(county, ['a', 'b'])).toEqual(['executiveMeeting', 'executiveMeeting'])
    const [listed, moved] = (await county.commitsOf('a')).slice(-2)
    expect(listed).toMatchObject({
      command: `line ${NOTICE}#2`,
      by: 'head',
      events: [{ type: 'listed', lateFrom: '2018-05-07T16:00:00.000Z' }],
    })
    expect(moved).toMatchObject({
      command: `line ${NOTICE}#3`,
      by: 'officer',
      events: [{ outcome: 'clear', act: { stream: NOTICE, number: 3 } }],
    })
  })

  it('sets a case aside that left before it was listed, for its closing too', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await county.withdraw('a')
    await follow(county, NOTICE)
    await close(county)
    await follow(county, NOTICE)
    expect(await steps(county, ['a', 'b'])).toEqual(['withdrawn', 'executiveMeeting'])
    expect((await county.notice()).setAside).toMatchObject([
      { case: 'a', number: 2, reason: expect.stringContaining('主动退出') },
      { case: 'a', number: 4, reason: expect.stringContaining('主动退出') },
    ])
  })

  it('sets a case aside whose review was corrected before it was listed; the next notice may list it', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await county.correct('a', { outcome: 'refused', reason: '不在范围内' })
    await follow(county, NOTICE)
    expect((await county.notice()).setAside).toMatchObject([{ case: 'a', number: 2 }])
    await county.correct('a', { outcome: 'accepted', reason: '复核后在范围内' })
    await close(county)
    await follow(county, NOTICE)
    expect(await steps(county, ['a', 'b'])).toEqual(['notice', 'executiveMeeting'])
    await county.publish(['a'], 2)
    await follow(county, 'notice/2018-2/2')
    expect((await county.caseOf('a')).notice?.stream).toBe('notice/2018-2/2')
  })

  it('reaches all others of a case whose record was altered, which takes its line once it is restored', async () => {
    const county = conducted()
    await county.atNotice('a', 'b', 'c')
    await county.publish(['a', 'b', 'c'])
    let is = true
    const ledger = alteredLedger(county.ledger, 'case/2018-2/b', () => is)
    const listed = async () =>
      Promise.all(['a', 'b', 'c'].map(async (unit) => (await county.caseOf(unit)).notice !== undefined))
    await expect(follow(county, NOTICE, ledger)).rejects.toThrow(Altered)
    expect(await listed()).toEqual([true, false, true])
    expect((await county.notice()).setAside).toEqual([])
    is = false
    await follow(county, NOTICE, ledger)
    expect(await listed()).toEqual([true, true, true])
  })

  it('does not close over a case that came to the notice after it was published', async () => {
    const county = conducted()
    await county.atNotice('b')
    await county.underReview('a')
    await county.publish(['a', 'b'])
    await follow(county, NOTICE)
    await county.accept('a')
    await close(county)
    await follow(county, NOTICE)
    expect(await steps(county, ['a', 'b'])).toEqual(['notice', 'executiveMeeting'])
    expect(await county.caseOf('a')).not.toHaveProperty('notice')
  })
})

describe('a resolution', () => {
  it('reaches every case it names, once, dated by the meeting', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'named', b: 'refused' })
    const { at } = (await county.resolution()).meetings[0]!
    county.move(1)
    await follow(county, MEETING)
    await follow(county, MEETING)
    expect(await steps(county, ['a', 'b'])).toEqual(['named', 'refused'])
    expect((await county.commitsOf('a')).filter(({ command }) => command === `line ${MEETING}#1`)).toHaveLength(1)
    expect((await county.caseOf('a')).last).toMatchObject({ by: 'secretary', at, act: { stream: MEETING, number: 1 } })
    expect((await county.resolution()).setAside).toEqual([])
  })

  it('killed after 6 of 12 cases and followed again: 12 applied, none twice', async () => {
    const names = units(12)
    const county = await atMeeting(...names)
    await county.meet('12', Object.fromEntries(names.map((unit) => [unit, 'named'])))
    await expect(follow(county, MEETING, dyingBefore(county.ledger, 7))).rejects.toThrow('killed')
    expect((await steps(county, names)).filter((step) => step === 'named')).toHaveLength(6)
    await follow(county, MEETING)
    await follow(county, MEETING)
    expect(await steps(county, names)).toEqual(names.map(() => 'named'))
    for (const unit of names)
      expect((await county.commitsOf(unit)).filter(({ command }) => command === `line ${MEETING}#1`)).toHaveLength(1)
    expect((await county.resolution()).setAside).toEqual([])
  })

  it('names a case that an earlier meeting deferred', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'deferred', b: 'named' })
    await county.meet('13', { a: 'named' })
    await follow(county, MEETING)
    expect(await steps(county, ['a', 'b'])).toEqual(['named', 'named'])
    expect((await county.caseOf('a')).taken).toMatchObject([{}, { number: 1 }, { number: 2 }])
  })

  it('brings a line that was corrected to its case, which had ended, once', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'refused', b: 'named' })
    await follow(county, MEETING)
    await county.correctLine('a', 'deferred')
    await follow(county, MEETING)
    await follow(county, MEETING)
    expect(await steps(county, ['a', 'b'])).toEqual(['executiveMeeting', 'named'])
    expect((await county.commitsOf('a')).filter(({ command }) => command === `line ${MEETING}#2`)).toHaveLength(1)
    expect((await county.caseOf('a')).last).toMatchObject({ type: 'corrected', by: 'head', draftedBy: 'secretary' })
    await county.meet('13', { a: 'named' })
    await follow(county, MEETING)
    expect(await steps(county, ['a'])).toEqual(['named'])
    expect((await county.resolution()).setAside).toEqual([])
  })

  it('sets a corrected line aside whose case something else has decided meanwhile', async () => {
    const county = await atMeeting('a')
    await county.meet('12', { a: 'deferred' })
    await follow(county, MEETING)
    await county.correctLine('a', 'refused')
    await county.withdraw('a')
    await follow(county, MEETING)
    expect(await steps(county, ['a'])).toEqual(['withdrawn'])
    expect((await county.resolution()).setAside).toMatchObject([{ case: 'a', number: 2 }])
  })

  it('confers the title by the corrected line, on the meeting’s own day', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'refused', b: 'named' })
    await follow(county, MEETING)
    const { date } = (await county.resolution()).meetings[0]!
    county.move(3)
    await county.correctLine('a', 'named')
    await follow(county, MEETING)
    await follow(county, 'case/2018-2/a')
    const { state } = await readStream(county.ledger, titleKind, titleStream('a', '2018-2'))
    expect(state.conferred).toMatchObject({ on: date, act: { stream: MEETING, number: 2 }, certificate: '2018-2-2-01' })
  })

  it('sets a case aside that withdrew before the line reached it, and never asks it again', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'named', b: 'named' })
    await county.withdraw('a')
    await follow(county, MEETING)
    await follow(county, MEETING)
    expect(await steps(county, ['a', 'b'])).toEqual(['withdrawn', 'named'])
    const { setAside } = await county.resolution()
    expect(setAside).toMatchObject([{ case: 'a', number: 1, reason: expect.stringContaining('主动退出') }])
    expect((await county.ledger.read(MEETING)).commits.at(-1)).toMatchObject({
      command: 'set aside a 1',
      by: 'procedure',
    })
  })

  it('waits for no order of news: the closing of the notice is applied first', async () => {
    const county = conducted()
    await county.atNotice('a')
    await county.publish(['a'])
    await follow(county, NOTICE)
    await close(county)
    await county.meet('12', { a: 'named' })
    await follow(county, MEETING)
    expect(await steps(county, ['a'])).toEqual(['named'])
    expect((await county.resolution()).setAside).toEqual([])
  })

  it('passes on what is no refusal, for the stream to try again', async () => {
    const county = await atMeeting('a')
    await county.meet('12', { a: 'named' })
    const broken: Ledger = {
      ...county.ledger,
      append: (head, ...rest) =>
        head.stream.startsWith('case/') ? Promise.reject(new Error('throttled')) : county.ledger.append(head, ...rest),
    }
    await expect(follow(county, MEETING, broken)).rejects.toThrow('throttled')
    expect((await county.resolution()).setAside).toEqual([])
  })
})

describe('an act that its cases have followed', () => {
  /** Which cases were read while news of a stream was followed. */
  const readsOf = async (county: Conducted, stream: string) => {
    const reads: string[] = []
    const read = (one: string) => {
      reads.push(one)
      return county.ledger.read(one)
    }
    await follow(county, stream, { ...county.ledger, read })
    return reads.filter((one) => one.startsWith('case/')).sort()
  }
  const [A, B] = ['case/2018-2/a', 'case/2018-2/b']
  const amended = async (county: Conducted) => {
    const stream = 'batch/2018-2'
    const at = county.now().toISOString()
    const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } }
    const by = { by: 'head', preparedBy: 'officer', preparedAt: at }
    const event = { type: 'amended', v: 1, at, ...by, dates, reason: '汛情。' }
    await county.ledger.append((await county.ledger.read(stream)).head, [event], `approve ${at}`, 'head')
  }

  it('of a meeting asks each case once, and a later meeting only its own', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'named', b: 'deferred' })
    expect(await readsOf(county, MEETING)).toEqual([A, B])
    expect(await readsOf(county, MEETING)).toEqual([])
    await county.meet('13', { b: 'named' })
    expect(await readsOf(county, MEETING)).toEqual([B])
    expect(await steps(county, ['a', 'b'])).toEqual(['named', 'named'])
  })

  it('does so in an amended batch too', async () => {
    const county = await atMeeting('a', 'b')
    await amended(county)
    await follow(county, 'batch/2018-2')
    await county.meet('12', { a: 'named', b: 'named' })
    expect(await readsOf(county, MEETING)).toEqual([A, B])
    expect(await readsOf(county, MEETING)).toEqual([])
  })

  it('of a notice asks none again when an objection comes, save the one that it is about', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    expect(await readsOf(county, NOTICE)).toEqual([A, B])
    await county.object('o1', 'a')
    expect(await readsOf(county, NOTICE)).toEqual([A])
    expect(await county.objection('o1')).toMatchObject({ status: 'received' })
    expect(await readsOf(county, NOTICE)).toEqual([])
  })

  it('was not followed to its end before every line has reached its case', async () => {
    const county = await atMeeting('a', 'b')
    await county.meet('12', { a: 'named', b: 'named' })
    await expect(follow(county, MEETING, dyingBefore(county.ledger, 2))).rejects.toThrow('killed')
    expect(await county.deps.followed.upTo(MEETING)).toBe(0)
    expect(await readsOf(county, MEETING)).toEqual([A, B])
    expect(await steps(county, ['a', 'b'])).toEqual(['named', 'named'])
  })
})

describe('a line that a pending veto holds back', () => {
  it('waits on the meeting’s page, and the case takes a later meeting’s', async () => {
    const county = await atMeeting('a', 'b')
    await county.raise('a')
    await county.meet('12', { a: 'named', b: 'named' })
    await follow(county, MEETING)
    expect(await steps(county, ['a', 'b'])).toEqual(['executiveMeeting', 'named'])
    expect((await county.resolution()).setAside).toMatchObject([
      { case: 'a', number: 1, waits: true, reason: expect.stringContaining('一票否决待确认') },
    ])
    await county.dismiss('a')
    await follow(county, MEETING)
    expect(await steps(county, ['a'])).toEqual(['executiveMeeting'])
    await county.meet('13', { a: 'named' })
    await follow(county, MEETING)
    expect(await steps(county, ['a'])).toEqual(['named'])
    expect((await county.resolution()).setAside).toHaveLength(1)
  })

  it('of a notice comes again on a later closing', async () => {
    const county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await follow(county, NOTICE)
    await county.raise('a')
    await close(county)
    await follow(county, NOTICE)
    expect(await steps(county, ['a', 'b'])).toEqual(['notice', 'executiveMeeting'])
    expect((await county.notice()).setAside).toMatchObject([{ case: 'a', number: 3, waits: true }])
    await county.dismiss('a')
    await county.close()
    await follow(county, NOTICE)
    expect(await steps(county, ['a', 'b'])).toEqual(['executiveMeeting', 'executiveMeeting'])
    expect((await county.caseOf('a')).taken).toEqual([{ stream: NOTICE, number: 5 }])
  })

  it('is over for a case that has left meanwhile: no later line waits for it', async () => {
    const county = await atMeeting('a')
    await county.raise('a')
    await county.meet('12', { a: 'named' })
    await follow(county, MEETING)
    await county.confirm('a')
    await county.meet('13', { a: 'named' })
    await follow(county, MEETING)
    const { setAside } = await county.resolution()
    expect(setAside).toMatchObject([{ number: 1, waits: true }, { number: 3 }])
    expect(setAside[1]).not.toHaveProperty('waits')
    expect(await steps(county, ['a'])).toEqual(['vetoed'])
  })
})

describe('list acts under any order of news', () => {
  const names = units(4)
  const poke = fc.constantFrom(NOTICE, MEETING, ...names.map((unit) => `case/2018-2/${unit}`))
  const pokes = fc.array(fc.array(poke, { maxLength: 4 }), { maxLength: 3 })
  const line = fc.constantFrom('named', 'deferred', 'refused')

  it('takes every line exactly once, or sets it aside', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(pokes, { minLength: 5, maxLength: 5 }),
        fc.tuple(line, line, line, line),
        fc.subarray(names),
        async (rounds, lines, leaving) => {
          const county = await atMeeting(...names)
          /** Those of one group at once, group after group. */
          const news = async (i: number) => {
            for (const group of rounds[i] ?? []) await Promise.all(group.map((stream) => follow(county, stream)))
          }
          const leave = async (unit: string | undefined) => unit && county.withdraw(unit).catch(() => {})
          await county.meet('12', Object.fromEntries(names.map((unit, i) => [unit, lines[i]!])))
          await news(0)
          await leave(leaving[0])
          await news(1)
          // The second meeting takes up what the first deferred, whether that has reached the case or not.
          const deferred = names.filter((_, i) => lines[i] === 'deferred')
          if (deferred.length > 0) await county.meet('13', Object.fromEntries(deferred.map((unit) => [unit, 'named'])))
          await news(2)
          await leave(leaving[1])
          await news(3)
          await follow(county, MEETING)
          const before = await numbers(county)
          await news(4)
          await follow(county, MEETING)
          expect(await numbers(county)).toEqual(before)

          const { setAside } = await county.resolution()
          const { commits } = await readStream(county.ledger, resolutionKind, MEETING)
          for (const { number, events } of commits)
            for (const event of events)
              for (const { case: unit } of event.type === 'resolved' ? event.lines : []) {
                const isThis = (one: { number: number }) => one.number === number
                const taken = (await county.caseOf(unit)).taken.filter((act) => act.stream === MEETING && isThis(act))
                const aside = setAside.filter((one) => one.case === unit && isThis(one))
                expect(taken.length + aside.length, `${unit} #${number}`).toBe(1)
              }
          for (const [i, unit] of names.entries())
            if (!leaving.slice(0, 2).includes(unit))
              expect((await county.caseOf(unit)).step).toBe(lines[i] === 'refused' ? 'refused' : 'named')
        },
      ),
      { numRuns: 60 },
    ))
})
