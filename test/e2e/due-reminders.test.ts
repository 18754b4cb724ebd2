/** Reminders that go out by themselves, over HTTP: with the function's own rights, at its own hour. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewsEndpoints } from '#contracts/views.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'
import { type Receiver, receiving } from './receiving.ts'

let laptop: Laptop
let receiver: Receiver
let isClosed = false
beforeAll(async () => {
  receiver = await receiving()
  const webhook = { url: `${receiver.origin}/hook`, secret: 'sixian-reminders' }
  laptop = await laptopUnderTest(['caogou', 'dazhuang'], { webhook })
  laptop.hooks.skipSchedule = (_rule, instant) => new Date(instant).getUTCHours() !== 0
  await fillIn('caogou', '草沟镇人民政府')(laptop.stage)
  await signAndSubmit('caogou', '2018-05-10')(laptop.stage)
})
afterAll(async () => {
  if (!isClosed) await laptop?.close()
  await receiver?.close()
})
const text = '“创建申请”的截止时间是2018年5月15日24时，请按时提交。'
const remindedOn = async (morning: string) =>
  (await laptop.appendsDuring(() => laptop.advanceTo(`${morning}T09:00:00+08:00`))).filter((one) =>
    one.startsWith('reminded/'),
  )

it('reminds who has not handed in, in the morning, and shows it to clerk, head and office', async () => {
  expect(await remindedOn('2018-05-11')).toEqual([1, 2].map((n) => `reminded/${BATCH}/dazhuang ${n}`))
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
  // Two messages are refused before one is taken, and nothing is sent twice that was.
  receiver.answers = [500, 204, 500, 204]
  expect(await remindedOn('2018-05-14')).toEqual([3, 4, 5].map((n) => `reminded/${BATCH}/dazhuang ${n}`))
  expect(await remindedOn('2018-05-17')).toEqual([])
  laptop.forgetTokens()
  const { timeline } = await readCase(laptop.stage, 'clerk-dazhuang', 'dazhuang')
  expect(timeline.map(({ at, by, event }) => [at, by, event])).toEqual([
    ['2018-05-11T00:00:00.000Z', '系统', text],
    ['2018-05-14T00:00:00.000Z', '系统', text],
  ])
})

const bodies = () => receiver.got.map(({ body }) => JSON.parse(body))

it('sends each of them to the county’s own address, signed, to clerk and head with the number alone', async () => {
  const secret = readFileSync(join(laptop.data, 'secrets/sixian-reminders.secret'), 'utf8')
  expect(receiver.got.slice(0, 2)).toHaveLength(2)
  for (const { headers, body, path } of receiver.got) {
    expect(path).toBe('/hook')
    const timestamp = String(headers['x-shifan-timestamp'])
    const wanted = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
    expect(headers['x-shifan-signature']).toBe(`v1=${wanted}`)
    expect(JSON.parse(body)).toEqual({
      ...{ id: headers['x-shifan-id'], kind: 'form', unit: '大庄镇人民政府', title: '“创建申请”', due: '2018-05-15' },
      ...{ late: false, text, link: expect.stringMatching(`^${laptop.stage.origin}/console/cases/${BATCH}/dazhuang$`) },
      phone: expect.stringMatching(/^[\d-]{7,20}$/),
    })
  }
})

it('tries again what was answered 500, under the same id, and sends nothing twice that was taken', async () => {
  // The first morning two, the second one two that were taken after two refusals.
  const taken = receiver.got.filter(({ status }) => status === 204)
  expect(new Set(taken.map(({ headers }) => headers['x-shifan-id'])).size).toBe(taken.length)
  expect(taken).toHaveLength(4)
  const refused = receiver.got.filter(({ status }) => status === 500)
  expect(refused).toHaveLength(2)
  for (const { headers } of refused)
    expect(taken.map((one) => one.headers['x-shifan-id'])).toContain(headers['x-shifan-id'])
})

it('leaves no number in any log, and none in the record', async () => {
  const numbers = [...new Set(bodies().map(({ phone }) => String(phone)))]
  expect(numbers.length).toBeGreaterThan(0)
  const log = readFileSync(join(laptop.data, 'log'), 'utf8')
  expect(log).toContain('"event":"send-reminders"')
  expect(log).toContain('"purpose":"发送到期提醒","by":"remind-due"')
  expect(log).toContain('NotTaken')
  for (const number of numbers) expect(log).not.toContain(number)
  isClosed = true
  for (const [stream, commits] of await laptop.close())
    if (stream.startsWith('reminded/')) for (const one of numbers) expect(JSON.stringify(commits)).not.toContain(one)
})
