import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { objectionQueue } from '#contracts/objections.ts'
import { countyAtNotice, write } from '../fixtures/county-at-notice.ts'
import { complete, receiptOf, sendForm } from '../fixtures/send-form.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
})
const entered = z.object({ objection: z.string() })
const enter = async (about: string, summary: string, more: object = {}, who = 'entering-officer') => {
  const body = { about, channel: 'phone', on: '2018-06-11', summary, ...more }
  return entered.parse((await county.tell(who, '/1/objections', body)).body).objection
}
const send = async (key: string, more: Readonly<Record<string, string>> = {}, at?: string) =>
  receiptOf((await sendForm(county, { ...complete, key, ...more }, at ? { at } : {})).text).receipt
const queue = async (who = 'officer') => objectionQueue.parse((await county.askAt('/api/objections', who)).body)
const ids = async (who?: string) => (await queue(who)).objections.map(({ objection }) => objection)

it('lists nothing where nothing is open, and no notice of it', async () => {
  expect(await queue()).toEqual({ now: expect.any(String), notices: [], objections: [], apart: false })
})

describe('an open objection', () => {
  it('stands there with its notice, due day, kind and what it waits for; the oldest first', async () => {
    const second = await send('form-key-1', {}, '2018-06-12T01:00:00.000Z')
    const first = await enter('caogou', '来电反映的情况。')
    await county.openObjections()
    await county.tell('office-head', `/1/objections/${first}/admit`)
    const { objections, notices } = await queue()
    expect(notices).toEqual([{ batch: '2018-2', n: 1, title: '拟命名单位公示', trial: false, reassesses: false }])
    expect(objections).toMatchObject([
      {
        objection: first,
        aboutName: '草沟镇',
        channel: 'phone',
        anonymous: true,
        waits: 'answering',
        answerBy: '2018-06-26',
      },
      {
        objection: second,
        aboutName: '大庄镇',
        channel: 'page',
        anonymous: false,
        waits: 'admitting',
        answerBy: '2018-06-27',
      },
    ])
    expect(objections.map(({ commands }) => commands)).toEqual([[], ['admit-objection']])
    expect((await queue('office-head')).objections.map(({ commands }) => commands)).toEqual([
      ['find-objection'],
      ['admit-objection', 'decline-objection'],
    ])
  })

  it('that came a moment ago is being entered, and nobody decides it', async () => {
    const objection = await send('form-key-1')
    expect((await queue()).objections).toMatchObject([
      { objection, waits: 'entering', commands: [], others: ['这件异议刚刚收到，正在登记；请几秒钟后刷新再办。'] },
    ])
  })

  it('leaves when it is settled, a moment before its notice knows', async () => {
    const [first, second] = [await send('form-key-1'), await send('form-key-2', { summary: '别的。又一件。' })]
    await county.openObjections()
    await county.tell('office-head', `/1/objections/${first}/decline`, { reason: '与公示对象无关。' })
    expect(await ids()).toEqual([second])
    await county.settle(first, '2018-06-12T01:00:00.000Z')
    expect(await ids()).toEqual([second])
  })

  it('of a batch that is cancelled is answered all the same', async () => {
    const objection = await send('form-key-1')
    await county.openObjections()
    await write(county.ledger, 'batch/2018-2', {
      ...{ type: 'batchCancelled', by: 'head', preparedBy: 'officer', preparedAt: '2018-06-11T01:00:00.000Z' },
      reason: '机构调整。',
    })
    expect(await ids()).toEqual([objection])
  })
})

describe('those that say the same', () => {
  it('about the same unit are told together, whatever their punctuation and files; those about another are not', async () => {
    const first = await send('form-key-1', { summary: '该镇没有公开执法结果。' })
    const second = await send('form-key-2', { summary: '该镇没有公开执法结果！！ ', identity: 'anonymous' })
    const elsewhere = await send('form-key-3', { summary: '该镇没有公开执法结果。', about: 'caogou' })
    const other = await send('form-key-4', { summary: '该镇乱收费，没有收据。' })
    const { objections } = await queue()
    const same = new Map(objections.map((one) => [one.objection, one.same]))
    expect([first, second, elsewhere, other].map((one) => same.get(one))).toEqual([first, first, elsewhere, other])
  })
})

describe('who reads it', () => {
  it('is whoever handles objections; a unit, the secretary and the administrator are refused', async () => {
    for (const who of ['clerk', 'secretary']) expect((await county.askAt('/api/objections', who)).status).toBe(403)
  })

  it('sees nothing about a unit where they hold a post, and is told so', async () => {
    await send('form-key-1')
    const other = await enter('caogou', '来电反映的情况。')
    await county.openObjections()
    const { objections, apart } = await queue('officer-of-dazhuang')
    expect([objections.map(({ objection }) => objection), apart]).toEqual([[other], true])
    const { text } = await county.askAt('/api/objections', 'officer-of-dazhuang')
    expect(text).not.toContain('dazhuang')
    expect(text).not.toContain('大庄')
  })

  it('reads neither who sent it nor what it says', async () => {
    await send('form-key-1')
    const { text } = await county.askAt('/api/objections', 'office-head')
    for (const own of ['王大明', '13900001111', '执法结果']) expect(text).not.toContain(own)
    expect(county.reads).toEqual([])
  })
})
