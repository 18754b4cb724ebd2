import { describe, expect, it } from 'vitest'
import { arrive } from './arrive.ts'
import { conducted } from './fixtures/conducted.ts'
import { followNotice } from './follow-notice.ts'

const CASE = 'case/2018-2/dazhuang'
const DAYS_20 = 20 * 86_400
const NOTICE = 'notice/2018-2/1'

describe('arriving at a step', () => {
  it('says where the case stands and waits until time may decide', async () => {
    const county = conducted()
    await county.open('dazhuang')
    // Two minutes after 24:00 of 15 May, from 10:00 of 1 May.
    const seconds = 14 * 86_400 + 14 * 3600 + 120
    expect(await arrive(county.deps)(CASE)).toEqual({ at: 'application', visit: 1, seen: 1, waitSeconds: seconds })
  })

  it('waits at most 20 days, and at least a second', async () => {
    const county = conducted()
    await county.open('dazhuang', '2018-08-01')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ waitSeconds: DAYS_20 })
    county.move('2018-08-02T00:01:59.999+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'application', waitSeconds: 1 })
  })

  it('waits for news alone where no date is set', async () => {
    const county = conducted()
    await county.underReview('dazhuang')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'review', visit: 2, waitSeconds: DAYS_20 })
  })

  it('lapses two minutes after the end and not a millisecond before', async () => {
    const county = conducted()
    await county.open('dazhuang')
    county.move('2018-05-16T00:01:59.999+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'application' })
    county.move('2018-05-16T00:02:00.000+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notSubmitted', visit: 2, seen: 2 })
    expect((await county.commitsOf('dazhuang')).at(-1)).toMatchObject({ command: 'lapse application 1', by: 'time' })
  })

  it('lapses once, however many arrive at once', async () => {
    const county = conducted()
    await county.open('dazhuang')
    county.move('2018-05-16T00:02:00+08:00')
    await Promise.all(Array.from({ length: 6 }, () => arrive(county.deps)(CASE)))
    expect(await county.commitsOf('dazhuang')).toHaveLength(2)
  })

  it('lapses the same step again after a return', async () => {
    const county = conducted()
    await county.underReview('dazhuang')
    await county.giveBack('dazhuang')
    county.move('2018-05-12T00:02:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notSubmitted' })
    expect((await county.commitsOf('dazhuang')).at(-1)?.command).toBe('lapse application 3')
  })
})

describe('arriving at the notice', () => {
  const listed = async () => {
    const county = conducted()
    await county.atNotice('dazhuang')
    await county.publish(['dazhuang'])
    await followNotice(county.deps)(NOTICE)
    return county
  }

  it('waits for the end of the period it is listed with', async () => {
    const county = await listed()
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notice', waitSeconds: 6 * 86_400 + 14 * 3600 + 120 })
    expect((await county.notice()).closed).toBeUndefined()
  })

  it('asks the notice to close when it is due, once', async () => {
    const county = await listed()
    county.move('2018-05-08T00:02:00+08:00')
    await Promise.all([arrive(county.deps)(CASE), arrive(county.deps)(CASE)])
    expect((await county.notice()).closed).toMatchObject({
      by: 'time',
      lines: [{ case: 'dazhuang', outcome: 'clear' }],
    })
    expect((await county.deps.ledger.read(NOTICE)).commits.map(({ command }) => command).slice(1)).toEqual([
      `close ${NOTICE}`,
    ])
  })

  it('waits for news, not by the second, while an objection keeps the notice open', async () => {
    const county = await listed()
    await county.object('o1', 'dazhuang')
    county.move('2018-05-08T00:02:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notice', waitSeconds: DAYS_20 })
    expect((await county.notice()).closed).toBeUndefined()
  })
})
