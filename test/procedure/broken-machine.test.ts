import { afterEach, describe, expect, it } from 'vitest'
import { procedureAt, readProcedure } from '#procedure/procedures.ts'
import { oneCase, UNIT } from './one-case.ts'
import { wholeCase } from './whole-case.ts'
import { compile } from './year.ts'

const SHORT = 'creation-short@1'
const short = procedureAt(SHORT)!

let place: ReturnType<typeof oneCase>
const begin = (options?: Parameters<typeof oneCase>[0]) => {
  place = oneCase(options)
}
afterEach(() => place.stop())

describe('whatever happens to the machine', () => {
  it('killed and started again', async () => {
    begin()
    await place.toNotice()
    place.machine.kill()
    expect(place.machine.executions.size).toBe(0)
    await place.boot()
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('killed while the case moved on', async () => {
    begin()
    await place.toReview()
    place.ways.news = 0
    place.machine.kill()
    await place.accept(UNIT)
    await place.pass(2)
    place.ways.news = 1
    await place.boot()
    await place.naming()
    await place.isNamed()
  })

  it('another definition under a running case', async () => {
    begin()
    await place.toNotice()
    const { application, review, notice, executiveMeeting } = short.steps
    const selection = {
      ...executiveMeeting,
      title: '确定培育对象',
      outcomes: { cultivated: { title: '列入培育', on: 'notice' } },
    }
    const accepted = { title: '通过', on: 'selection' }
    const changed = readProcedure({
      ...short,
      steps: {
        application,
        review: { ...review, outcomes: { ...review!.outcomes, accepted } },
        selection,
        notice,
        executiveMeeting,
      },
    })
    place.machine.define(SHORT, compile(changed))
    place.machine.abort(`case-2018-2-${UNIT}-g1`)
    await place.pass()
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['ABORTED', 'SUCCEEDED'])
  })

  it('a definition too old to know where the case stands', async () => {
    const { executiveMeeting: _, notice, ...steps } = short.steps
    const clear = { title: '无异议', end: 'named' }
    const old = readProcedure({
      ...short,
      steps: { ...steps, notice: { ...notice, outcomes: { ...notice!.outcomes, clear } } },
    })
    begin({ follows: old })
    await place.toNotice()
    place.machine.define(SHORT, compile(short))
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['FAILED', 'SUCCEEDED'])
  })

  it('a wake-up that is lost is made good within 20 days', async () => {
    begin()
    await place.toReview()
    place.ways.news = 0
    await place.accept(UNIT)
    place.ways.news = 1
    await place.pass(18.9)
    expect(place.machine.entered).not.toContain('notice-await')
    await place.pass(0.2)
    expect(place.machine.entered).toContain('notice-await')
    await place.naming()
    await place.isNamed()
  })

  it('a wake-up that is lost is found by reconcile within the hour', async () => {
    begin()
    await place.toReview()
    place.ways.news = 0
    await place.accept(UNIT)
    await place.pass(1 / 24)
    place.ways.news = 1
    expect(await place.reconcile()).toEqual({ looked: 1, started: 0, woken: 1, applied: 0, altered: 0 })
    await place.pass(0.01)
    expect(place.machine.entered).toContain('notice-await')
    expect(await place.reconcile()).toMatchObject({ woken: 0 })
  })

  it('the consumer off for two days', async () => {
    begin()
    await place.toNotice()
    await place.toMeeting()
    place.ways.news = 0
    await place.meet('12', { [UNIT]: 'named' })
    await place.pass(2)
    expect(await place.step()).toBe('executiveMeeting')
    place.ways.news = 1
    expect(await place.reconcile()).toMatchObject({ applied: 1 })
    await place.pass(0.1)
    await place.isNamed()
  })

  it('every wake-up twice', async () => {
    begin()
    place.ways.news = 2
    await place.toNotice()
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('an Await so slow that the decision comes before its token is stored', async () => {
    begin()
    const slow = () => new Promise<void>((done) => setTimeout(done, 40))
    place.ways.await = slow
    await place.open(UNIT)
    await place.pass(10 / 86_400_000)
    await place.submit(UNIT)
    await place.pass(70 / 86_400_000)
    expect(place.machine.entered).toContain('review-await')
    await place.accept(UNIT)
    await place.pass()
    await place.naming()
    await place.isNamed()
  })

  it('an Await that fails for half an hour is not called in a hot loop, and the case goes on', async () => {
    begin()
    let calls = 0
    const fails = async () => {
      calls++
      throw new Error('throttled')
    }
    await place.toReview()
    place.ways.await = fails
    await place.accept(UNIT)
    await place.pass(30 / 1440)
    expect(calls).toBeGreaterThan(20)
    expect(calls).toBeLessThan(45)
    place.ways.await = async () => {}
    await place.pass(1 / 24)
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('an Arrive that fails for half an hour costs executions, not the case', async () => {
    begin()
    await place.toReview()
    place.ways.arrive = () => Promise.reject(new Error('throttled'))
    await place.accept(UNIT)
    await place.pass(30 / 1440)
    expect(place.executions().slice(0, -1)).toEqual(['FAILED', 'FAILED', 'FAILED'])
    place.ways.arrive = async () => {}
    await place.pass(1 / 24)
    await place.naming()
    await place.isNamed()
  })

  it.each([
    ['short', oneCase, 12, ['SUCCEEDED', 'ABORTED']],
    ['whole', wholeCase, 35, ['SUCCEEDED', 'ABORTED']],
  ] as const)(
    'aborted once at every state it enters, in the %s procedure',
    async (_, open, atLeast, endings) => {
      const through = async (stage: ReturnType<typeof oneCase> | ReturnType<typeof wholeCase>) => {
        place = stage
        await ('toProposal' in stage ? stage.toProposal() : stage.toNotice())
        await stage.naming()
      }
      const first = open()
      await through(first)
      // An ending is over as it is entered: nothing is left to abort.
      const states = [...new Set(first.machine.entered)].filter((name) => !Object.hasOwn(first.procedure.endings, name))
      expect(states.length).toBeGreaterThan(atLeast)
      for (const state of states) {
        place.stop()
        const stage = open()
        let aborted = false
        stage.machine.onEnter = (entered, execution) => {
          if (aborted || entered !== state) return
          aborted = true
          stage.machine.abort(execution)
        }
        await through(stage)
        expect(aborted, state).toBe(true)
        expect(await stage.step(), state).toBe('named')
        expect(stage.faults).toEqual([])
        expect(endings, state).toContain(stage.executions().at(-1))
      }
    },
    120_000,
  )
})
