import { beforeEach, describe, expect, it } from 'vitest'
import { memoryPersons } from '#persons/memory-persons.ts'
import { idOutside, messageId, signatureOf } from '#reminders/message.ts'
import { remindingCounty } from './fixtures/reminding-county.ts'
import { sendReminders } from './send-reminders.ts'

const STREAM = 'reminded/2018-2/dazhuang'
let county: Awaited<ReturnType<typeof remindingCounty>>
let sent: { body: string; headers: Readonly<Record<string, string>> }[]
let lines: string[]
let answers: (number | Error)[]
let now: string
let ids: Record<string, string>
let persons: ReturnType<typeof memoryPersons>

beforeEach(async () => {
  county = await remindingCounty()
  ;[sent, lines, answers, now, ids] = [[], [], [], '2018-05-08T00:00:05.000Z', {}]
  persons = memoryPersons((line) => lines.push(line))
  const person = async (name: string, appointment: string, unit: string, phone?: string, more: object = {}) => {
    const personal = await persons.remember('staff', { name: `${name}某`, ...(phone && { phone }) })
    ids[name] = personal.id
    const appointed = { type: 'appointed', held: { appointment, unit, from: '2018-01-01', ...more } }
    await county.write(`person/${name}`, { type: 'registered', personal }, appointed)
  }
  await person('clerk', 'unitClerk', 'dazhuang', '13955570001')
  await person('head', 'unitHead', 'dazhuang', '13955570002')
  await person('numberless', 'unitClerk', 'dazhuang')
  await person('legal', 'unitLegalOfficer', 'dazhuang', '13955570003')
  await person('former', 'unitClerk', 'dazhuang', '13955570004', { to: '2018-03-01' })
  await person('other', 'unitClerk', 'caogou', '13955570005')
  await county.run('2018-05-08')
})
const send = (stream = STREAM) =>
  sendReminders(
    {
      ...{ ledger: county.ledger, rows: county.rows, persons, secret: async () => 'geheim' },
      post: async (body, headers) => {
        sent.push({ body, headers })
        const answer = answers.shift() ?? 204
        if (answer instanceof Error) throw answer
        return answer
      },
      ...{ origin: 'https://shifan.sixian.example', now: () => new Date(now) },
    },
    (line) => lines.push(JSON.stringify(line)),
  )(stream)
const phones = () => sent.map(({ body }) => JSON.parse(body).phone).toSorted()

describe('what a unit was reminded of', () => {
  it('is sent to its clerk and its head of today, with nothing of them but the number, and recorded', async () => {
    await send()
    expect(phones()).toEqual(['13955570001', '13955570002'])
    const { body, headers } = sent[0]!
    expect(JSON.parse(body)).toEqual({
      ...{ id: headers['x-shifan-id'], kind: 'form', unit: '大庄镇', title: '“创建申请”', due: '2018-05-15' },
      ...{ late: false, text: '“创建申请”的截止时间是2018年5月15日24时，请按时提交。' },
      link: 'https://shifan.sixian.example/console/cases/2018-2/dazhuang',
      phone: expect.stringMatching(/^1395557000[12]$/),
    })
    expect(headers['x-shifan-signature']).toBe(signatureOf('geheim', headers['x-shifan-timestamp']!, body))
    const { commits } = await county.ledger.read(STREAM)
    expect(commits.at(-1)?.events).toEqual([
      {
        ...{ type: 'reminderSent', v: 1, at: now, by: 'remind-due', n: 1 },
        ids: expect.anything(),
      },
    ])
    const { ids: recorded } = commits.at(-1)!.events[0] as { ids: string[] }
    expect(recorded.map((id) => idOutside('geheim', id))).toEqual(sent.map((one) => one.headers['x-shifan-id']))
    // What is called so outside nobody can tell who has not the secret.
    expect(recorded).toEqual(['clerk', 'head'].map((person) => messageId(STREAM, 1, 1, person)))
    for (const id of recorded) expect(sent.map((one) => one.headers['x-shifan-id'])).not.toContain(id)
  })
  it('is sent once, however often it is asked', async () => {
    for (let times = 0; times < 3; times++) await send()
    expect(sent).toHaveLength(2)
  })
  it('is sent again under the same id where it was not taken, and the rest is not', async () => {
    answers = [500, 204, new DOMException('', 'TimeoutError'), 302]
    await expect(send()).rejects.toThrow('1条提醒没有被接收：答复500；稍后自动再送')
    await expect(send()).rejects.toThrow('1条提醒没有被接收：TimeoutError')
    await expect(send()).rejects.toThrow('答复302')
    await send()
    await send()
    expect(sent).toHaveLength(5)
    const [first, , ...again] = sent.map(({ headers }) => headers['x-shifan-id'])
    expect(again).toEqual([first, first, first])
  })
  it('is logged without a number, and each reading of one is', async () => {
    answers = [500]
    await send().catch((error: Error) => lines.push(error.message))
    await send()
    const text = lines.join('\n')
    expect(text).toContain('"sent":1')
    expect(text).toContain(`"personal data read","id":"${ids.clerk}","purpose":"发送到期提醒","by":"remind-due"`)
    expect(text).not.toMatch(/1395557|某/)
    const kept = JSON.stringify((await county.ledger.read(STREAM)).commits)
    expect(kept).not.toMatch(/1395557|某/)
  })
  it('is not sent to whom nobody may use the number of any more, nor when it is no news any more', async () => {
    await persons.block(ids.head!)
    await send()
    expect(phones()).toEqual(['13955570001'])
    now = '2018-05-10T00:00:01.000Z'
    await persons.unblock(ids.head!)
    await send()
    expect(sent).toHaveLength(1)
  })
  it('is not sent in a trial', async () => {
    county = await remindingCounty({ trial: true })
    await county.open('dazhuang', { trial: true })
    expect((await county.run('2018-05-08')).units).toBe(1)
    await send()
    expect(sent).toEqual([])
  })
})
