import { beforeEach, expect, it } from 'vitest'
import { decided, LATE_FROM, smallCounty } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
  await county.openCase('2018-2', 'dazhuang')
  await county.openCase('2018-2', 'caogou')
})

it('a board counts every step and ending, and flags what is late', async () => {
  await county.write('case/2018-2/caogou', decided('application', 1, 'withdrawn', 'withdrawn'))
  county.at(LATE_FROM)
  const board = await county.board('officer', '2018-2')
  expect(board).toMatchObject({ batch: '2018-2', due: { said: '2018年5月15日24时' } })
  expect(board.steps.filter(({ count }) => count > 0)).toEqual([
    { step: 'application', title: '创建申请', count: 1, ending: false },
    { step: 'withdrawn', title: '已退出', count: 1, ending: true },
  ])
  expect(board.steps).toHaveLength(10)
  expect(board.cases).toMatchObject([
    { unit: 'caogou', name: '草沟镇', ended: true, late: false, stepTitle: '已退出' },
    { unit: 'dazhuang', name: '大庄镇', ended: false, late: true },
  ])
})

it('a board names the standard that its call froze, by its newest title', async () => {
  const digest = 'd'.repeat(64)
  await county.write('catalogue/sixian', { type: 'published', number: 1, title: '泗县示范单位标准', digest })
  await county.openCall('2018-3', { standard: { catalogue: 'sixian', version: 1, digest } })
  expect((await county.board('officer', '2018-3')).standard).toEqual({
    catalogue: 'sixian',
    version: 1,
    title: '泗县示范单位标准',
  })
  expect((await county.board('officer', '2018-2')).standard).toBeUndefined()
})

it('a board shows the acts of its batch', async () => {
  for (const n of [1, 10, 2])
    await county.write(`notice/2018-2/${n}`, {
      type: 'published',
      batch: '2018-2',
      trial: false,
      title: `第${n}期`,
      cases: ['case/2018-2/dazhuang'],
      publication: { on: '2018-06-01', place: '网站' },
      period: { firstDay: '2018-06-01', lastDay: '2018-06-07', lateFrom: LATE_FROM, days: 7, convention: 'A' },
      replyDays: 15,
    })
  const { notices, cases } = await county.board('officer', '2018-2')
  expect(cases.map(({ listed }) => listed)).toEqual([false, false])
  expect(notices.map(({ n }) => n)).toEqual([1, 2, 10])
  expect(notices[0]).toEqual({
    ...{ n: 1, title: '第1期', lastDay: '2018-06-07', closed: false, objections: 0, openObjections: 0, units: 1 },
    due: { lateFrom: LATE_FROM, said: '2018年5月15日24时' },
  })
})

it('a board tells cases that are listed from those that wait for a notice', async () => {
  for (const unit of ['dazhuang', 'caogou'])
    await county.write(`case/2018-2/${unit}`, decided('review', 2, 'accepted', 'notice'))
  await county.write('notice/2018-2/1', {
    type: 'published',
    batch: '2018-2',
    trial: false,
    title: '第1期',
    cases: ['dazhuang'],
    publication: { on: '2018-06-01', place: '网站' },
    period: { firstDay: '2018-06-01', lastDay: '2018-06-07', lateFrom: LATE_FROM, days: 7, convention: 'A' },
    replyDays: 15,
  })
  const { cases } = await county.board('officer', '2018-2')
  expect(cases).toMatchObject([
    { unit: 'caogou', listed: false },
    { unit: 'dazhuang', listed: true },
  ])
})

it('a board names who has not begun, as long as they may, and never in a trial', async () => {
  await county.openCall('2018-3')
  await county.openCase('2018-3', 'dazhuang')
  await county.openCall('2018-9', { trial: true })
  const notBegun = async (batch: string) => (await county.board('officer', batch)).notBegun
  expect(await notBegun('2018-3')).toEqual([{ unit: 'caogou', name: '草沟镇' }])
  expect(await notBegun('2018-2')).toEqual([])
  expect(await notBegun('2018-9')).toEqual([])
  county.at(LATE_FROM)
  expect(await notBegun('2018-3')).toEqual([])
})

it('a board is refused to a unit, and where there is no such batch', async () => {
  expect(await county.get('clerk', '/api/batches/2018-2')).toMatchObject({ status: 403 })
  expect(await county.get('officer', '/api/batches/2018-7')).toMatchObject({
    status: 404,
    body: { error: '没有编号为“2018-7”的批次；请从批次列表进入。' },
  })
})

it('batches are listed, trials marked', async () => {
  await county.openCall('2018-9', { trial: true })
  const { body } = await county.get('clerk', '/api/batches')
  expect(body).toMatchObject({
    batches: expect.arrayContaining([expect.objectContaining({ batch: '2018-9', trial: true })]),
  })
  expect(body).toMatchObject({
    batches: expect.arrayContaining([expect.objectContaining({ batch: '2018-2', trial: false })]),
  })
})

it('the register shows titles with names, never those of a trial', async () => {
  await county.openCall('2018-9', { trial: true })
  const conferred = (unit: string, batch: string, on: string) => ({
    type: 'conferred',
    unit,
    batch,
    on,
    resolution: { stream: `resolution/${batch}/executiveMeeting`, number: 1 },
  })
  await county.write('title/dazhuang/2018-2', conferred('dazhuang', '2018-2', '2018-12-20'))
  await county.write('title/caogou/2018-9', conferred('caogou', '2018-9', '2018-12-21'))
  const { body } = await county.get('clerk', '/api/register')
  expect(body).toEqual({ titles: [{ unit: 'dazhuang', name: '大庄镇', batch: '2018-2', on: '2018-12-20' }] })
})
