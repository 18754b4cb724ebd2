import { beforeEach, describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { followStream } from './follow-stream.ts'

const NOTICE = 'notice/2018-2/1'

describe('an objection', () => {
  let county: ReturnType<typeof conducted>
  const follow = (stream: string) => followStream(county.deps)(stream)
  const places = (...units: string[]) => Promise.all(units.map(async (unit) => (await county.caseOf(unit)).step))
  beforeEach(async () => {
    county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await follow(NOTICE)
    await county.object('o1', 'a')
    await follow(NOTICE)
  })

  it('opens with its receipt line, to be answered within the days of the batch', async () => {
    expect(await county.objection('o1')).toMatchObject({
      status: 'received',
      notice: NOTICE,
      about: 'a',
      answerBy: '2018-05-16',
    })
  })

  it('opens once, however often the notice has news', async () => {
    await follow(NOTICE)
    await county.object('o2', 'b')
    await Promise.all([follow(NOTICE), follow(NOTICE)])
    for (const id of ['o1', 'o2']) expect((await county.ledger.read(`objection/${id}`)).commits).toHaveLength(1)
  })

  it('by letter is answered from the day it came, not from its postmark', async () => {
    county.move(2)
    await county.object('o2', 'b', 1, 'letter', '2018-05-01')
    await follow(NOTICE)
    expect(await county.objection('o2')).toMatchObject({ answerBy: '2018-05-18' })
  })

  it('does not settle before it is decided', async () => {
    await county.admit('o1')
    await follow('objection/o1')
    expect((await county.notice()).objections.o1).not.toHaveProperty('result')
  })

  it('found, leaves its case where it is until the office closes the notice', async () => {
    await county.admit('o1')
    await county.find('o1', 'notUpheld')
    await follow('objection/o1')
    await follow('objection/o1')
    expect((await county.notice()).objections.o1).toMatchObject({ result: 'notUpheld' })
    county.move(20)
    await follow('objection/o1')
    await follow(NOTICE)
    expect((await county.notice()).closed).toBeUndefined()
    expect(await places('a', 'b')).toEqual(['notice', 'notice'])
  })

  it.each([
    ['upheld', 'objectionUpheld'],
    ['notUpheld', 'executiveMeeting'],
  ] as const)('found %s before the closing leads to %s', async (result, place) => {
    await county.admit('o1')
    await county.find('o1', result)
    await follow('objection/o1')
    county.move(8)
    await county.close()
    await follow(NOTICE)
    expect(await places('a', 'b')).toEqual([place, 'executiveMeeting'])
    const led = (await county.caseOf('a')).last
    expect(led && 'objections' in led ? led.objections : []).toEqual(result === 'upheld' ? ['o1'] : [])
  })

  it.each([
    ['upheld', 'objectionUpheld'],
    ['notUpheld', 'executiveMeeting'],
  ] as const)('open at the closing keeps its own case alone, and found %s leads it to %s', async (result, place) => {
    county.move(8)
    await county.close()
    await follow(NOTICE)
    expect(await places('a', 'b')).toEqual(['notice', 'executiveMeeting'])
    await county.admit('o1')
    await county.find('o1', result)
    await follow('objection/o1')
    await follow(NOTICE)
    expect(await places('a', 'b')).toEqual([place, 'executiveMeeting'])
    expect((await county.caseOf('a')).taken).toEqual([{ stream: NOTICE, number: 5 }])
  })

  it('not admitted is settled as such', async () => {
    await county.decline('o1')
    await follow('objection/o1')
    expect((await county.notice()).objections.o1).toMatchObject({ result: 'notAdmitted' })
  })

  it('never holds a case that the notice itself keeps, however often and late the news come', async () => {
    county.move(8)
    await county.close()
    await county.admit('o1')
    await county.find('o1', 'notUpheld')
    for (let i = 0; i < 3; i++) for (const stream of ['objection/o1', NOTICE]) await follow(stream)
    const types = (await county.commitsOf('a')).flatMap(({ events }) => events.map(({ type }) => type))
    expect(types).not.toContain('held')
    expect(await places('a')).toEqual(['executiveMeeting'])
  })
})

describe('an objection that was in time and is entered when its case has gone on', () => {
  const MEETING = 'resolution/2018-2/executiveMeeting'
  let county: ReturnType<typeof conducted>
  const follow = (stream: string) => followStream(county.deps)(stream)
  const step = async (unit: string) => (await county.caseOf(unit)).step
  beforeEach(async () => {
    county = conducted()
    await county.atNotice('a', 'b')
    await county.publish(['a', 'b'])
    await follow(NOTICE)
    county.move(8)
    await county.close()
    await follow(NOTICE)
    await county.object('o1', 'a', 1, 'letter', '2018-05-07')
    await follow(NOTICE)
  })
  const settled = async (result: 'upheld' | 'notUpheld') => {
    await county.admit('o1')
    await county.find('o1', result)
    for (let i = 0; i < 2; i++) for (const stream of ['objection/o1', NOTICE]) await follow(stream)
  }

  it('opens, and holds its case and no other', async () => {
    expect(await county.objection('o1')).toMatchObject({ status: 'received', answerBy: '2018-05-24' })
    expect((await county.caseOf('a')).held).toMatchObject([{ objection: 'o1', act: { stream: NOTICE, number: 4 } }])
    expect((await county.caseOf('b')).held).toEqual([])
    expect(await step('a')).toBe('executiveMeeting')
  })

  it('sets the line of a meeting aside, which waits', async () => {
    await county.meet('12', { a: 'named', b: 'named' })
    await follow(MEETING)
    expect([await step('a'), await step('b')]).toEqual(['executiveMeeting', 'named'])
    expect((await county.resolution()).setAside).toMatchObject([{ case: 'a', waits: true }])
  })

  it('not upheld lets the case go on, once', async () => {
    await settled('notUpheld')
    const { held } = await county.caseOf('a')
    expect(held).toEqual([])
    await county.meet('12', { a: 'named' })
    await follow(MEETING)
    await follow(NOTICE)
    expect(await step('a')).toBe('named')
    const types = (await county.commitsOf('a')).flatMap(({ events }) => events.map(({ type }) => type))
    expect(types.filter((type) => type === 'held' || type === 'released')).toEqual(['held', 'released'])
  })

  it('upheld leads the case out, by the exit of its procedure', async () => {
    await settled('upheld')
    expect(await step('a')).toBe('objectionUpheld')
    expect((await county.caseOf('a')).last).toMatchObject({ outcome: 'objectionUpheld', by: 'head' })
    expect((await county.notice()).lines).toHaveLength(2)
  })
})
