/** Reminders that go out by themselves, over HTTP: with the function's own rights, at its own hour. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest(['caogou', 'dazhuang'])
  laptop.hooks.skipSchedule = (_rule, instant) => new Date(instant).getUTCHours() !== 0
  await fillIn('caogou', '草沟镇人民政府')(laptop.stage)
  await signAndSubmit('caogou', '2018-05-10')(laptop.stage)
})
afterAll(async () => {
  await laptop?.close()
})
const text = '“创建申请”的截止时间是2018年5月15日24时，请按时提交。'
const remindedOn = async (morning: string) =>
  (await laptop.appendsDuring(() => laptop.advanceTo(`${morning}T09:00:00+08:00`))).filter((one) =>
    one.startsWith('reminded/'),
  )

it('reminds who has not handed in, in the morning, and shows it to clerk, head and office', async () => {
  expect(await remindedOn('2018-05-11')).toEqual([`reminded/${BATCH}/dazhuang 1`])
  laptop.forgetTokens()
  const reminded = { at: '2018-05-11T00:00:00.000Z', text }
  for (const login of ['clerk-dazhuang', 'head-dazhuang', OFFICE.officer])
    expect((await readCase(laptop.stage, login, 'dazhuang')).dueReminder).toEqual(reminded)
  const board = await laptop.as(OFFICE.officer)(viewsEndpoints.readBoard, { params: { batch: BATCH } })
  expect(board.notBegun).toMatchObject([{ unit: 'dazhuang', reminded }])
  expect(board.cases).toMatchObject([{ unit: 'caogou' }])
  expect(board.cases[0]).not.toHaveProperty('reminded')
})

it('says each mark once, on days of work, and nothing once it is too late', async () => {
  // A weekend lies between, and the second mark is the day before the last one.
  expect(await remindedOn('2018-05-13')).toEqual([])
  expect(await remindedOn('2018-05-14')).toEqual([`reminded/${BATCH}/dazhuang 2`])
  expect(await remindedOn('2018-05-17')).toEqual([])
  laptop.forgetTokens()
  const { timeline } = await readCase(laptop.stage, 'clerk-dazhuang', 'dazhuang')
  expect(timeline.map(({ at, by, event }) => [at, by, event])).toEqual([
    ['2018-05-11T00:00:00.000Z', '系统', text],
    ['2018-05-14T00:00:00.000Z', '系统', text],
  ])
})
