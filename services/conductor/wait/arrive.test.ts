import { describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { followNotice } from '../follow/follow-notice.ts'
import { followResolution } from '../follow/follow-resolution.ts'
import { arrive } from './arrive.ts'

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

  it('waits for an amended date and lapses by it, though its news has not reached the case', async () => {
    const county = conducted()
    await county.open('dazhuang')
    const { head } = await county.deps.ledger.read('batch/2018-2')
    const amended = {
      ...{ type: 'amended', v: 1, at: '2018-05-02T00:00:00.000Z', by: 'head', preparedBy: 'officer', reason: '汛情。' },
      preparedAt: '2018-05-02T00:00:00.000Z',
      dates: { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } },
    }
    await county.deps.ledger.append(head, [amended], 'amend', 'head')
    county.move('2018-05-16T00:02:00+08:00')
    const waitSeconds = 16 * 86_400
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'application', visit: 1, seen: 1, waitSeconds })
    county.move('2018-06-01T00:02:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notSubmitted', visit: 2, seen: 2 })
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

describe('arriving where time decides nothing', () => {
  const listed = async () => {
    const county = conducted()
    await county.atNotice('dazhuang')
    await county.publish(['dazhuang'])
    await followNotice(county.deps)(NOTICE)
    expect((await county.caseOf('dazhuang')).lateFrom).toBe('2018-05-07T16:00:00.000Z')
    return county
  }

  it('waits for news alone while a notice runs, and after its period', async () => {
    const county = await listed()
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notice', waitSeconds: DAYS_20 })
    county.move('2018-05-08T00:02:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'notice', waitSeconds: DAYS_20 })
  })

  it('touches no other stream, and closes no notice', async () => {
    const county = await listed()
    county.news.length = 0
    county.move('2018-05-09T00:02:00+08:00')
    await arrive(county.deps)(CASE)
    expect(county.news).toEqual([])
    expect((await county.notice()).closed).toBeUndefined()
  })
})

describe('arriving at work', () => {
  it('waits for its date, which time decides, and then goes on', async () => {
    const county = conducted({ version: 'creation-2018@1' })
    await county.underReview('dazhuang')
    await county.accept('dazhuang')
    await county.meet('1', { dazhuang: 'cultivated' }, 'selection')
    await followResolution(county.deps)('resolution/2018-2/selection')
    county.move('2018-09-30T10:00:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'implementation', waitSeconds: 14 * 3600 + 120 })
    county.move('2018-10-01T00:02:00+08:00')
    expect(await arrive(county.deps)(CASE)).toMatchObject({ at: 'declaration' })
    expect((await county.commitsOf('dazhuang')).at(-1)).toMatchObject({ command: 'lapse implementation 4', by: 'time' })
  })
})
