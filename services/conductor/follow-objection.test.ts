import { beforeEach, describe, expect, it } from 'vitest'
import { conducted } from './fixtures/conducted.ts'
import { followStream } from './follow-stream.ts'

const NOTICE = 'notice/2018-2/1'

describe('an objection', () => {
  let county: ReturnType<typeof conducted>
  const follow = (stream: string) => followStream(county.deps)(stream)
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

  it.each([
    ['upheld', 'objectionUpheld', true],
    ['notUpheld', 'executiveMeeting', false],
  ])('found %s leads to %s once the period is over', async (result, place, upheld) => {
    await county.admit('o1')
    await county.find('o1', upheld)
    await follow('objection/o1')
    await follow('objection/o1')
    expect((await county.notice()).objections.o1).toMatchObject({ result })
    expect((await county.notice()).closed).toBeUndefined()
    county.move(8)
    await follow('objection/o1')
    await follow(NOTICE)
    expect((await county.caseOf('a')).step).toBe(place)
    expect((await county.caseOf('b')).step).toBe('executiveMeeting')
  })

  it('settled after the period closes the notice that waited for it', async () => {
    county.move(10)
    await county.decline('o1')
    expect((await county.notice()).closed).toBeUndefined()
    await follow('objection/o1')
    const { objections, closed } = await county.notice()
    expect(objections.o1).toMatchObject({ result: 'notAdmitted' })
    expect(closed).toMatchObject({ by: 'time' })
  })
})
