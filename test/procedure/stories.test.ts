import { afterEach, describe, expect, it } from 'vitest'
import { oneCase, UNIT } from './one-case.ts'

let place: ReturnType<typeof oneCase>
const begin = () => {
  place = oneCase()
}
afterEach(() => place.stop())

describe('a year of the short procedure on the engine', () => {
  it('named after a return and a deferral', async () => {
    begin()
    await place.toReview()
    await place.giveBack(UNIT)
    await place.pass(3)
    await place.submit(UNIT)
    await place.accept(UNIT)
    await place.pass()
    await place.toMeeting()
    await place.meet('11', { [UNIT]: 'deferred' })
    await place.pass(40)
    await place.meet('12', { [UNIT]: 'named' })
    await place.pass()
    await place.isNamed()
    expect(await place.places()).toEqual([
      'review',
      'application',
      'review',
      'notice',
      'executiveMeeting',
      'executiveMeeting',
      'named',
    ])
    expect(place.executions()).toEqual(['SUCCEEDED'])
    expect(place.machine.entered.filter((name) => name === 'enter-executiveMeeting')).toHaveLength(1)
  })

  it('refused at the review', async () => {
    begin()
    await place.toReview()
    await place.refuse(UNIT)
    await place.pass()
    expect(await place.step()).toBe('refused')
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('refused, corrected a week later by another officer, and named', async () => {
    begin()
    await place.toReview()
    await place.refuse(UNIT)
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED'])
    await place.pass(7)
    await place.correct(UNIT, { outcome: 'accepted', reason: '在范围内' })
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED', 'RUNNING'])
    await place.naming()
    await place.isNamed()
    expect(place.executions()).toEqual(['SUCCEEDED', 'SUCCEEDED'])
  })

  it('returned, corrected before the unit mends it, and its old date passes without a lapse', async () => {
    begin()
    await place.toReview()
    await place.giveBack(UNIT)
    await place.pass(2)
    await place.correct(UNIT, { outcome: 'accepted', reason: '材料齐全' })
    await place.pass(20)
    expect(await place.step()).toBe('notice')
    await place.naming()
    await place.isNamed()
    expect(await place.places()).toEqual(['review', 'application', 'executiveMeeting', 'named'])
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('accepted, corrected to a return that lapses on its own date', async () => {
    begin()
    await place.toNotice()
    const lateFrom = '2018-04-30T16:00:00.000Z'
    await place.correct(UNIT, { outcome: 'returned', reason: '缺计划', reopens: ['reason'], lateFrom })
    await place.until('2018-05-01T00:02:00.000+08:00')
    expect(await place.step()).toBe('notSubmitted')
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('lapsed after 75 days, to the instant, with a look every 20', async () => {
    begin()
    await place.open(UNIT)
    await place.until('2018-05-16T00:01:59.999+08:00')
    expect(await place.step()).toBe('application')
    await place.until('2018-05-16T00:02:00.000+08:00')
    expect(await place.step()).toBe('notSubmitted')
    expect((await place.caseOf(UNIT)).last).toMatchObject({ at: '2018-05-15T16:02:00.000Z', by: 'time' })
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED'])
    expect(place.machine.entered.filter((name) => name === 'application-await')).toHaveLength(4)
  })

  it('withdrawn during the notice', async () => {
    begin()
    await place.toNotice()
    await place.publish([UNIT])
    await place.pass(3)
    await place.withdraw(UNIT)
    await place.pass(10)
    expect(await place.step()).toBe('withdrawn')
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('vetoed while it waits for the meeting', async () => {
    begin()
    await place.toNotice()
    await place.toMeeting()
    await place.veto(UNIT)
    await place.pass()
    expect(await place.step()).toBe('vetoed')
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('a notice that nobody closes keeps its case, whatever the time', async () => {
    begin()
    await place.toNotice()
    await place.publish([UNIT])
    await place.pass(60)
    expect(await place.step()).toBe('notice')
    await place.close()
    await place.pass()
    expect(await place.step()).toBe('executiveMeeting')
  })

  it('objection upheld after the closing: its own line ends the case', async () => {
    begin()
    await place.toNotice()
    await place.publish([UNIT])
    await place.pass(2)
    await place.object('o1', UNIT)
    await place.pass(8)
    await place.close()
    await place.pass()
    expect(await place.step()).toBe('notice')
    await place.admit('o1')
    await place.find('o1', 'upheld')
    await place.pass()
    expect(await place.step()).toBe('objectionUpheld')
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('objection by a letter that was in time and came later: it holds the case, and upheld ends it', async () => {
    begin()
    await place.toNotice()
    await place.toMeeting()
    await place.object('o1', UNIT, 1, 'letter', (await place.notice()).published!.period.lastDay)
    await place.pass()
    await place.meet('12', { [UNIT]: 'named' })
    await place.pass()
    expect(await place.step()).toBe('executiveMeeting')
    await place.admit('o1')
    await place.find('o1', 'upheld')
    await place.pass()
    expect(await place.step()).toBe('objectionUpheld')
    expect(place.executions()).toEqual(['SUCCEEDED'])
    expect(place.faults).toEqual([])
  })
})
