/** A unit that never began is given a later day, before the call's and after it; every other unit keeps the call's. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest()
}, 60_000)
afterAll(async () => {
  await laptop?.close()
})

const look = (unit: string) => readCase(laptop.stage, `clerk-${unit}`, unit)
const extend = (unit: string, lastDay: string, login: string = OFFICE.head) =>
  laptop.post(`/api/cases/${BATCH}/${unit}/steps/application/extend`, {
    login,
    body: { lastDay, reason: '房屋倒塌，材料损毁。', visit: 0 },
  })
const open = (unit: string) => laptop.post(`/api/cases/${BATCH}/${unit}/open`, { login: `clerk-${unit}`, body: {} })
const onBoard = async (login: string) =>
  (await laptop.as(login)(viewsEndpoints.readBoard, { params: { batch: BATCH } })).notBegun
    .map(({ unit, late, extend: may, due }) => [unit, late, may, due?.said])
    .toSorted()

it('is the head’s to give, not an officer’s, and not twice', async () => {
  expect((await extend('dazhuang', '2018-05-25', OFFICE.officer)).status).toBe(403)
  const appended = await laptop.appendsDuring(async () => {
    for (let twice = 0; twice < 2; twice++) expect((await extend('dazhuang', '2018-05-25')).status).toBe(200)
    await laptop.stage.settle()
  })
  expect(appended).toEqual([`case/${BATCH}/dazhuang 1`])
  expect((await look('dazhuang')).step).toBe('nowhere')
})

it('after the call’s day the unit alone may begin; the board has the others as missed', async () => {
  await laptop.advanceTo('2018-05-16T09:00:00+08:00')
  const MISSED = '2018年5月15日24时'
  expect(await onBoard(OFFICE.head)).toEqual([
    ['caogou', true, true, MISSED],
    ['changgou', true, true, MISSED],
    ['dazhuang', false, true, '2018年5月25日24时'],
    ['pingshan', true, true, MISSED],
  ])
  expect((await onBoard(OFFICE.officer)).map(([, , may]) => may)).toEqual([false, false, false, false])
  expect((await open('caogou')).status).toBe(409)
  await fillIn('dazhuang', '大庄镇人民政府', { lacking: ['reason'] })(laptop.stage)
  expect(await look('dazhuang')).toMatchObject({ step: 'application', due: { said: '2018年5月25日24时' } })
})

it('is given to one that never began when its day is over, which then begins, and is late by its own', async () => {
  expect((await extend('changgou', '2018-05-15')).status).toBe(422)
  expect((await extend('changgou', '2018-05-20')).status).toBe(200)
  await laptop.stage.settle()
  expect(await onBoard(OFFICE.head)).toContainEqual(['changgou', false, true, '2018年5月20日24时'])
  expect((await open('pingshan')).status).toBe(409)
  expect((await open('changgou')).status).toBe(200)
  await laptop.stage.settle()
  await laptop.advanceTo('2018-05-21T00:03:00+08:00')
  expect((await look('changgou')).step).toBe('notSubmitted')
  expect((await look('dazhuang')).step).toBe('application')
})
