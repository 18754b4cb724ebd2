import { afterEach, describe, expect, it } from 'vitest'
import { creation } from '#procedure/creation.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { compile, toMeeting, type Year, year } from './year.ts'

const U = 'dazhuang'
let place: Year
const begin = (options?: Parameters<typeof year>[0]) => {
  place = year(options)
  return place
}
afterEach(() => {
  place.machine.kill()
  place.close()
})
const step = async () => (await place.caseOf(U)).step
const places = async () =>
  (await place.commitsOf(U))
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'decided' ? [event.to] : []))

async function toReview() {
  await place.open(U)
  await place.pass()
  await place.submit(U)
  await place.pass()
}
async function toNotice() {
  await toReview()
  await place.accept(U)
  await place.pass()
}
/** The ordinary year from the notice on. */
async function naming() {
  await toMeeting(place, U)
  await place.meet('12', { [U]: 'named' })
  await place.pass()
}
async function isNamed() {
  expect(place.faults).toEqual([])
  expect(await step()).toBe('named')
  expect(place.ended(U).at(-1)).toBe('SUCCEEDED')
  expect((await place.ledger.read(`title/${U}/2018-2`)).commits).toHaveLength(1)
}

describe('a year on the engine', () => {
  it('named after a return and a deferral', async () => {
    begin()
    await toReview()
    await place.giveBack(U)
    await place.pass(3)
    await place.submit(U)
    await place.accept(U)
    await place.pass()
    await toMeeting(place, U)
    await place.meet('11', { [U]: 'deferred' })
    await place.pass(40)
    await place.meet('12', { [U]: 'named' })
    await place.pass()
    await isNamed()
    expect(await places()).toEqual([
      'review',
      'application',
      'review',
      'notice',
      'executiveMeeting',
      'executiveMeeting',
      'named',
    ])
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
    expect(place.machine.entered.filter((name) => name === 'enter-executiveMeeting')).toHaveLength(1)
  })

  it('refused at the review', async () => {
    begin()
    await toReview()
    await place.refuse(U)
    await place.pass()
    expect(await step()).toBe('refused')
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('lapsed after 75 days, to the instant, with a look every 20', async () => {
    begin()
    await place.open(U)
    await place.until('2018-05-16T00:01:59.999+08:00')
    expect(await step()).toBe('application')
    await place.until('2018-05-16T00:02:00.000+08:00')
    expect(await step()).toBe('notSubmitted')
    expect((await place.caseOf(U)).last).toMatchObject({ at: '2018-05-15T16:02:00.000Z', by: 'time' })
    await place.pass()
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
    expect(place.machine.entered.filter((name) => name === 'application-await')).toHaveLength(4)
  })

  it('withdrawn during the notice', async () => {
    begin()
    await toNotice()
    await place.publish([U])
    await place.pass(3)
    await place.withdraw(U)
    await place.pass(10)
    expect(await step()).toBe('withdrawn')
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('vetoed while it waits for the meeting', async () => {
    begin()
    await toNotice()
    await toMeeting(place, U)
    await place.veto(U)
    await place.pass()
    expect(await step()).toBe('vetoed')
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('objection upheld: the notice closes when it is found, and the case ends', async () => {
    begin()
    await toNotice()
    await place.publish([U])
    await place.pass(2)
    await place.object('o1', U)
    await place.pass(10)
    expect(await step()).toBe('notice')
    await place.admit('o1')
    await place.find('o1', true)
    await place.pass()
    expect(await step()).toBe('objectionUpheld')
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })
})

describe('whatever happens to the machine', () => {
  it('killed and started again', async () => {
    begin()
    await toNotice()
    place.machine.kill()
    expect(place.machine.executions.size).toBe(0)
    await place.boot()
    await naming()
    await isNamed()
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('killed while the case moved on', async () => {
    begin()
    await toReview()
    place.ways.news = 0
    place.machine.kill()
    await place.accept(U)
    await place.pass(2)
    place.ways.news = 1
    await place.boot()
    await naming()
    await isNamed()
  })

  it('another definition under a running case', async () => {
    begin()
    await toNotice()
    const { application, review, ...rest } = creation.steps
    const selection = {
      ...creation.steps.executiveMeeting,
      title: '确定培育对象',
      outcomes: { cultivated: { title: '列入培育', leadsTo: 'notice' } },
    }
    const accepted = { ...review.outcomes, accepted: { title: '通过', leadsTo: 'selection' } }
    const changed: Procedure = {
      ...creation,
      steps: { application, review: { ...review, outcomes: accepted }, selection, ...rest },
    }
    place.machine.define(compile(changed))
    place.machine.abort(`case-2018-2-${U}-g1`)
    await place.pass()
    await naming()
    await isNamed()
    expect(place.ended(U)).toEqual(['ABORTED', 'SUCCEEDED'])
  })

  it('a definition too old to know where the case stands', async () => {
    const { executiveMeeting: _, ...steps } = creation.steps
    const old = {
      ...creation,
      steps: {
        ...steps,
        notice: {
          ...steps.notice,
          outcomes: { upheld: steps.notice.outcomes.upheld, named: { title: '', leadsTo: 'named' } },
        },
      },
    }
    begin({ procedure: old })
    await toNotice()
    place.machine.define(compile(creation))
    await naming()
    await isNamed()
    expect(place.ended(U)).toEqual(['FAILED', 'SUCCEEDED'])
  })

  it('a wake-up that is lost is made good within 20 days', async () => {
    begin()
    await toReview()
    place.ways.news = 0
    await place.accept(U)
    place.ways.news = 1
    await place.pass(18.9)
    expect(place.machine.entered).not.toContain('notice-await')
    await place.pass(0.2)
    expect(place.machine.entered).toContain('notice-await')
    await naming()
    await isNamed()
  })

  it('a wake-up that is lost is found by reconcile within the hour', async () => {
    begin()
    await toReview()
    place.ways.news = 0
    await place.accept(U)
    await place.pass(1 / 24)
    place.ways.news = 1
    expect(await place.reconcile()).toEqual({ looked: 1, started: 0, woken: 1, applied: 0 })
    await place.pass(0.01)
    expect(place.machine.entered).toContain('notice-await')
    expect(await place.reconcile()).toMatchObject({ woken: 0 })
  })

  it('the consumer off for two days', async () => {
    begin()
    await toNotice()
    await toMeeting(place, U)
    place.ways.news = 0
    await place.meet('12', { [U]: 'named' })
    await place.pass(2)
    expect(await step()).toBe('executiveMeeting')
    place.ways.news = 1
    expect(await place.reconcile()).toMatchObject({ applied: 1 })
    await place.pass(0.1)
    await isNamed()
  })

  it('every wake-up twice', async () => {
    begin()
    place.ways.news = 2
    await toNotice()
    await naming()
    await isNamed()
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('an Await so slow that the decision comes before its token is stored', async () => {
    begin()
    const slow = () => new Promise<void>((done) => setTimeout(done, 40))
    place.ways.await = slow
    await place.open(U)
    await place.pass(10 / 86_400_000)
    await place.submit(U)
    await place.pass(70 / 86_400_000)
    expect(place.machine.entered).toContain('review-await')
    await place.accept(U)
    await place.pass()
    await naming()
    await isNamed()
  })

  it('an Await that fails for half an hour is not called in a hot loop, and the case goes on', async () => {
    begin()
    let calls = 0
    const fails = async () => {
      calls++
      throw new Error('throttled')
    }
    await toReview()
    place.ways.await = fails
    await place.accept(U)
    await place.pass(30 / 1440)
    expect(calls).toBeGreaterThan(20)
    expect(calls).toBeLessThan(45)
    place.ways.await = async () => {}
    await place.pass(1 / 24)
    await naming()
    await isNamed()
    expect(place.ended(U)).toEqual(['SUCCEEDED'])
  })

  it('an Arrive that fails for half an hour costs executions, not the case', async () => {
    begin()
    await toReview()
    place.ways.arrive = () => Promise.reject(new Error('throttled'))
    await place.accept(U)
    await place.pass(30 / 1440)
    expect(place.ended(U).slice(0, -1)).toEqual(['FAILED', 'FAILED', 'FAILED'])
    place.ways.arrive = async () => {}
    await place.pass(1 / 24)
    await naming()
    await isNamed()
  })

  it('aborted once at every state it enters', async () => {
    begin()
    await toNotice()
    await naming()
    // An ending is over as it is entered: nothing is left to abort.
    const states = [...new Set(place.machine.entered)].filter((name) => !Object.hasOwn(creation.endings, name))
    expect(states.length).toBeGreaterThan(15)
    for (const state of states) {
      place.machine.kill()
      place.close()
      begin()
      let aborted = false
      place.machine.onEnter = (entered, execution) => {
        if (aborted || entered !== state) return
        aborted = true
        place.machine.abort(execution)
      }
      await toNotice()
      await naming()
      expect(aborted, state).toBe(true)
      expect(await step(), state).toBe('named')
      expect(place.faults).toEqual([])
      expect(place.ended(U).at(-1), state).toMatch(/SUCCEEDED|ABORTED/)
    }
  })
})
