/** A wake-up comes before the token is stored, twice, or never: the case goes on. */
import { describe, expect, inject, it } from 'vitest'
import { withdraw } from '../../packages/cli/rehearsal/case-acts.ts'
import { caseStream, runCounty, storiesOf } from './running-county.ts'
import { accepted, applied, call, closed, named, on, published } from './small-year.ts'

const UNIT = 'dazhuang'
const isFollower = (name: string) => name.endsWith('follow-ledger')
const review = on('2018-05-10T10:00', accepted(UNIT))
const [filled, submitted] = applied(UNIT)
if (!filled || !submitted) throw new Error('an application is filled in, then submitted')

describe('a wake-up', () => {
  it('that comes before the token is stored is not missed', async () => {
    const held = Promise.withResolvers<void>()
    let slow = false
    await using county = await runCounty(inject('rostered'), {
      delayMs: (name) => {
        if (!slow || !name.endsWith('await')) return 0
        held.resolve()
        return 3_000
      },
    })
    await county.play(call(), filled, submitted)
    await county.advanceTo(review.at)
    slow = true
    await review.act(county.stage)
    // Arrive has found the case at the notice; what comes now, it has not seen, and no token is stored yet.
    await held.promise
    await withdraw(UNIT, '机构合并。')(county.stage)
    await county.cloud.settle()
    const withdrawn = county.written.indexOf(`ledger PutItem ${caseStream(UNIT)} 8`)
    expect(withdrawn).toBeGreaterThan(0)
    expect(county.written.indexOf(`waits PutItem ${caseStream(UNIT)} notice`)).toBeGreaterThan(withdrawn)
    expect(county.waitsAt(UNIT)).toEqual([])
    expect(await county.executionsOf(UNIT)).toMatchObject([{ status: 'SUCCEEDED' }])
  })

  it('that comes twice decides nothing twice', async () => {
    const acts = [call(), filled, submitted, review, published(UNIT), closed, named(UNIT)]
    const year = async (shuffle?: () => number) => {
      await using county = await runCounty(inject('rostered'), shuffle ? { shuffle } : {})
      await county.play(...acts)
      const { calls } = await county.cloud.counts()
      return { stories: storiesOf((await county.end()).ledger), woken: calls['sixian-follow-ledger'] ?? 0 }
    }
    const once = await year()
    // Every batch is delivered twice.
    const twice = await year(() => 0.1)
    expect(twice.woken).toBeGreaterThan(once.woken * 1.5)
    expect(twice.stories).toEqual(once.stories)
    expect(once.stories[`title/${UNIT}/2018-2`]).toHaveLength(1)
  })

  describe('that never comes', () => {
    let lost = false
    const neverWoken = () =>
      runCounty(inject('rostered'), {
        dropRecord: ({ keys }, name) => lost && isFollower(name) && JSON.stringify(keys).includes(caseStream(UNIT)),
        // Hourly on one day only, which the first test does not reach.
        skipSchedule: (_rule, instant) => !new Date(instant).toISOString().startsWith('2018-07-01'),
      })

    it('is made up for by the wait that ends by itself', async () => {
      await using county = await neverWoken()
      lost = false
      await county.play(call(), filled)
      lost = true
      await county.play(submitted)
      expect(await county.stepOf(UNIT)).toBe('review')
      expect(county.waitsAt(UNIT)).toEqual(['application'])
      // The application would have lapsed at 24:00 of 15 May, and two minutes.
      await county.advanceTo('2018-05-16T00:02:00+08:00')
      expect(county.waitsAt(UNIT)).toContain('review')
      await county.play(on('2018-05-17T10:00', accepted(UNIT)))
      expect(county.waitsAt(UNIT)).not.toContain('notice')
      await county.advanceTo('2018-06-05T00:02:00+08:00')
      expect(county.waitsAt(UNIT)).toContain('notice')
    })

    it('is made up for by reconcile within the hour, which says so', async () => {
      await using county = await neverWoken()
      lost = false
      await county.play(call(), filled, submitted)
      await county.advanceTo('2018-07-01T07:30:00+08:00')
      lost = true
      await county.play(on('2018-07-01T07:40', accepted(UNIT)))
      expect(county.waitsAt(UNIT)).toEqual(['review'])
      await county.advanceTo('2018-07-01T09:30:00+08:00')
      expect(county.waitsAt(UNIT)).toEqual(['notice'])
      const { reconciled } = await county.end()
      expect(reconciled).toMatchObject([
        { looked: 1, started: 0, woken: 1, applied: 0 },
        { looked: 1, started: 0, woken: 0, applied: 0 },
      ])
    })
  })
})
