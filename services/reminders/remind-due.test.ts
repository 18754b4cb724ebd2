import { beforeEach, describe, expect, it } from 'vitest'
import { USUAL_REMINDERS } from '#county/reminders.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { AT, remindingCounty } from './fixtures/reminding-county.ts'

let county: Awaited<ReturnType<typeof remindingCounty>>
beforeEach(async () => {
  county = await remindingCounty()
})
const APPLICATION = '“创建申请”的截止时间是2018年5月15日24时，请按时提交。'

describe('before a form is due', () => {
  it('every unit that has to begin is reminded, a week and a day before, and nobody else', async () => {
    expect(await county.run('2018-05-07')).toEqual({ atWork: true, units: 0, lines: 0, altered: 0 })
    expect(await county.run('2018-05-08')).toEqual({ atWork: true, units: 2, lines: 2, altered: 0 })
    for (const day of ['2018-05-09', '2018-05-14', '2018-05-15', '2018-05-16']) await county.run(day)
    for (const unit of ['dazhuang', 'caogou'])
      expect(await county.told(unit)).toEqual([`2018-05-08 ${APPLICATION}`, `2018-05-14 ${APPLICATION}`])
    expect(await county.told('huangwei')).toEqual([])
  })
  it('one that has begun is, and one that has handed in or has left is not', async () => {
    await county.open('dazhuang')
    await county.open('caogou')
    await county.decide('caogou', 'application', 1, 'submitted', 'review')
    await county.run('2018-05-08')
    expect(await county.told('dazhuang')).toHaveLength(1)
    expect(await county.told('caogou')).toEqual([])
  })
  it('one that begins afterwards is not told the same again', async () => {
    await county.run('2018-05-08')
    await county.open('dazhuang')
    await county.run('2018-05-09')
    expect(await county.told('dazhuang')).toHaveLength(1)
  })
  it('one that was given longer is reminded of its own date, and anew', async () => {
    await county.run('2018-05-08')
    const extended = { batch: '2018-2', unit: 'dazhuang', step: 'application', reason: '汛期' }
    await county.write('case/2018-2/dazhuang', { type: 'extended', ...extended, lateFrom: '2018-05-25T16:00:00.000Z' })
    for (const day of ['2018-05-14', '2018-05-17', '2018-05-18']) await county.run(day)
    expect(await county.told('dazhuang')).toEqual([
      `2018-05-08 ${APPLICATION}`,
      '2018-05-18 “创建申请”的截止时间是2018年5月25日24时，请按时提交。',
    ])
    expect(await county.told('caogou')).toHaveLength(2)
  })
  it('a form that came back is reminded of by its new date', async () => {
    await county.open('dazhuang')
    await county.decide('dazhuang', 'application', 1, 'submitted', 'review')
    const back = { reopens: ['reason'], lateFrom: '2018-06-07T16:00:00.000Z' }
    await county.decide('dazhuang', 'review', 2, 'returned', 'application', back)
    await county.run('2018-05-31')
    expect(await county.told('dazhuang')).toEqual(['2018-05-31 “创建申请”的截止时间是2018年6月7日24时，请按时提交。'])
  })
  it('nobody is in a batch that is cancelled, and in a trial only who has begun', async () => {
    await county.write('batch/2018-2', {
      ...{ type: 'batchCancelled', preparedBy: 'officer', preparedAt: AT, reason: '机构调整。' },
    })
    expect((await county.run('2018-05-08')).units).toBe(0)
    county = await remindingCounty({ trial: true })
    await county.open('dazhuang', { trial: true })
    expect((await county.run('2018-05-08')).units).toBe(1)
    expect(await county.told('caogou')).toEqual([])
  })
})

describe('while units work', () => {
  beforeEach(async () => {
    await county.open('dazhuang')
    await county.decide('dazhuang', 'application', 1, 'submitted', 'review')
    await county.decide('dazhuang', 'review', 2, 'accepted', 'selection')
    const act = { stream: 'resolution/2018-2/selection', number: 1 }
    await county.decide('dazhuang', 'selection', 3, 'cultivated', 'implementation', { act })
  })
  const reported = {
    ...{ type: 'reported', step: 'implementation', text: '制度已建立。', period: '2018-06', files: [], late: false },
  }
  const duty = 'duty/2018-2/dazhuang/implementation'
  const Q2 = '2018年第二季度进展报告的截止时间'

  it('a report is reminded of before it is due, and once when it is late', async () => {
    // The seventh was a Saturday.
    for (const day of [
      '2018-07-05',
      '2018-07-06',
      '2018-07-07',
      '2018-07-09',
      '2018-07-10',
      '2018-07-11',
      '2018-07-12',
    ])
      await county.run(day)
    expect(await county.told('dazhuang')).toEqual([
      `2018-07-06 ${Q2}是2018年7月10日24时，请按时报送。`,
      `2018-07-11 ${Q2}2018年7月10日24时已过，请尽快补报。`,
    ])
  })
  it('one that was sent is not', async () => {
    await county.write(duty, reported)
    for (const day of ['2018-07-06', '2018-07-11']) await county.run(day)
    expect(await county.told('dazhuang')).toEqual([])
  })
  it('a finding is reminded of until the unit has said how it was mended', async () => {
    const found = { text: '台账不全', lastDay: '2018-06-15' }
    await county.write('inspection/2018-2/dazhuang', {
      ...{ type: 'visited', step: 'implementation', on: '2018-06-01', place: '镇政府', visitors: ['officer'] },
      ...{ text: '看了台账。', files: [], findings: [found, { ...found, text: '公示栏未更新' }] },
    })
    await county.write('inspection/2018-2/dazhuang', {
      ...{ type: 'findingAnswered', n: 1, item: 1, text: '已补齐。', files: [], late: false },
    })
    for (const day of ['2018-06-12', '2018-06-13']) await county.run(day)
    // The eighteenth was the Dragon Boat Festival, after a weekend.
    for (const day of ['2018-06-18', '2018-06-19', '2018-06-20']) await county.run(day)
    const title = '第1次监督检查的问题2的截止时间'
    expect(await county.told('dazhuang')).toEqual([
      `2018-06-12 ${title}是2018年6月15日24时，请按时报送整改情况。`,
      `2018-06-19 ${title}2018年6月15日24时已过，请尽快报送整改情况。`,
    ])
  })
  it('says what the county’s table says', async () => {
    const { open, decide, run, told } = await remindingCounty({}, { ...USUAL_REMINDERS, reports: [], late: false })
    await open('dazhuang')
    await decide('dazhuang', 'application', 1, 'submitted', 'review')
    await decide('dazhuang', 'review', 2, 'accepted', 'selection')
    await decide('dazhuang', 'selection', 3, 'cultivated', 'implementation')
    for (const day of ['2018-07-06', '2018-07-10', '2018-07-11']) await run(day)
    expect(await told('dazhuang')).toEqual([])
  })
})

describe('a day', () => {
  it('on which nobody works says nothing, and the day of work before it speaks for it', async () => {
    county = await remindingCounty({ dates: { application: { lastDay: '2018-05-13' } } })
    expect((await county.run('2018-05-12')).atWork).toBe(false)
    expect(await county.told('dazhuang')).toEqual([])
    await county.run('2018-05-11')
    expect(await county.told('dazhuang')).toHaveLength(1)
  })
  it('that is run twice, or side by side, reminds once', async () => {
    await Promise.all([county.run('2018-05-08'), county.run('2018-05-08')])
    expect((await county.run('2018-05-08')).units).toBe(0)
    expect(await county.told('dazhuang')).toHaveLength(1)
  })
  it('that was cut off is made whole by the next run, with nothing said twice', async () => {
    let left = 1
    const cut: Ledger = {
      ...county.ledger,
      read: county.ledger.read,
      append: async (...commit) => {
        if (left-- === 0) throw new Error('killed')
        return county.ledger.append(...commit)
      },
    }
    await expect(county.run('2018-05-08', { ledger: cut })).rejects.toThrow('killed')
    expect(await county.run('2018-05-08')).toMatchObject({ units: 1 })
    for (const unit of ['dazhuang', 'caogou']) expect(await county.told(unit)).toHaveLength(1)
  })
  it('that was missed is made up for', async () => {
    await county.run('2018-05-10')
    expect(await county.told('dazhuang')).toEqual([`2018-05-10 ${APPLICATION}`])
  })
  it('leaves alone who has handed in since the rows were made', async () => {
    await county.open('dazhuang')
    const { many, list } = county.rows
    const behind = {
      ...county.rows,
      many,
      list: async function* (...asked: Parameters<typeof list>) {
        yield* list(...asked)
        if (asked[0] === 'units')
          await county.decide('dazhuang', 'application', 1, 'submitted', 'review').catch(() => {})
      },
    }
    await county.run('2018-05-08', { rows: behind })
    expect(await county.told('dazhuang')).toEqual([])
    expect(await county.told('caogou')).toHaveLength(1)
  })
  it('goes on where one record was altered, and counts it', async () => {
    await county.open('dazhuang')
    const altered: Ledger = {
      ...county.ledger,
      append: county.ledger.append,
      read: async (stream) => {
        const found = await county.ledger.read(stream)
        const commits = found.commits.map((commit) => ({ ...commit, by: 'somebody else' }))
        return stream === 'case/2018-2/dazhuang' ? { ...found, commits } : found
      },
    }
    expect(await county.run('2018-05-08', { ledger: altered })).toMatchObject({ units: 1, altered: 1 })
    expect(await county.told('caogou')).toHaveLength(1)
  })
})
