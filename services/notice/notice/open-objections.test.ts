/** A notice may have any number of open objections: its page reads no stream of theirs, and a decision its own one only. */
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { noticePage } from '#contracts/notice.ts'
import type { Known } from '#rows/known.ts'
import type { Rows } from '#rows/rows.ts'
import { countyAtNotice } from '../fixtures/county-at-notice.ts'

const MANY = 12
const ON = '2018-06-11'
/** Fifteen days after. */
const ANSWER_BY = '2018-06-26'

let county: Awaited<ReturnType<typeof countyAtNotice>>
let read: string[]
/** What the rows are seen as: without some of them, or as they were. */
let seenAs: (known: Known) => Known
const lagging = (rows: Rows): Rows => ({ ...rows, many: async (streams) => seenAs(await rows.many(streams)) })
const withoutObjections = (known: Known): Known =>
  new Map([...known].filter(([stream]) => !stream.startsWith('objection/')))

beforeEach(async () => {
  read = []
  seenAs = (known) => known
  county = await countyAtNotice({ seen: lagging, onRead: (stream) => read.push(stream) })
  await county.list()
})

async function enter(i: number): Promise<string> {
  const body = { about: 'dazhuang', channel: 'phone', on: ON, summary: `来电反映的第${i}件事` }
  return z.object({ objection: z.string() }).parse((await county.tell('entering-officer', '/1/objections', body)).body)
    .objection
}
async function enterMany(): Promise<string[]> {
  const all: string[] = []
  for (let i = 0; i < MANY; i++) all.push(await enter(i))
  await county.openObjections()
  return all
}
const finding = { result: 'notUpheld', reason: '经查不属实', reply: '经核查，反映不属实。' }
/** The objections of a page that answered, and which of their streams were read for it. */
async function asked(answer: Promise<{ status: number; body: unknown }>) {
  read = []
  const { status, body } = await answer
  expect(status).toBe(200)
  const { objections } = noticePage.parse(body)
  return { of: (one: string) => objections.find(({ objection }) => objection === one), read: ofObjections() }
}
const ofObjections = () => read.filter((stream) => stream.startsWith('objection/'))

describe('a notice with many open objections', () => {
  it('is read without their streams', async () => {
    const all = await enterMany()
    const page = await asked(county.ask('officer', '/1'))
    expect(page.read).toEqual([])
    for (const one of all)
      expect(page.of(one)).toMatchObject({
        status: 'received',
        answerBy: ANSWER_BY,
        commands: ['admit-objection'],
      })
  })

  it('is answered after a decision with what was decided, and only that one is read', async () => {
    const [first = '', second = '', third = ''] = await enterMany()
    // No row knows of what is decided now.
    const before = await county.rows.many([first, second, third].map((one) => `objection/${one}`))
    seenAs = (known) => new Map([...known, ...before])
    const admitted = await asked(county.tell('officer', `/1/objections/${first}/admit`))
    expect(admitted.read).toEqual([`objection/${first}`])
    expect(admitted.of(first)).toMatchObject({ status: 'admitted', commands: [] })
    const found = await asked(county.tell('office-head', `/1/objections/${first}/find`, finding))
    expect(found.read).toEqual([`objection/${first}`])
    expect(found.of(first)).toMatchObject({ status: 'notUpheld', reply: finding.reply, commands: [] })
    const declined = await asked(
      county.tell('office-head', `/1/objections/${second}/decline`, { reason: '与创建无关' }),
    )
    expect(declined.read).toEqual([`objection/${second}`])
    expect(declined.of(second)).toMatchObject({ status: 'declined', reply: '与创建无关' })
    expect(declined.of(third)).toMatchObject({ status: 'received' })
  })
})

describe('where rows are behind', () => {
  it('an objection without a row is what its receipt says, and is decided on what its stream says', async () => {
    seenAs = withoutObjections
    const one = await enter(1)
    const page = await asked(county.ask('officer', '/1'))
    expect(page.of(one)).toMatchObject({ status: 'received', answerBy: ANSWER_BY, commands: ['admit-objection'] })
    expect(page.read).toEqual([])
    const early = await county.tell('officer', `/1/objections/${one}/admit`)
    expect([early.status, early.body]).toMatchObject([409, { error: expect.stringContaining('正在登记') }])
    await county.openObjections()
    expect((await asked(county.tell('officer', `/1/objections/${one}/admit`))).of(one)?.status).toBe('admitted')
  })

  it('a decision that the row does not know is not taken twice', async () => {
    const one = await enter(1)
    await county.openObjections()
    const before = await county.rows.many([`objection/${one}`])
    seenAs = (known) => new Map([...known, ...before])
    await county.tell('office-head', `/1/objections/${one}/decline`, { reason: '与创建无关' })
    expect((await asked(county.ask('officer', '/1'))).of(one)).toMatchObject({ status: 'received' })
    const second = await county.tell('officer', `/1/objections/${one}/admit`)
    expect([second.status, second.body]).toMatchObject([409, { error: expect.stringContaining('“不予受理”') }])
    const { commits } = await county.ledger.read(`objection/${one}`)
    expect(commits).toHaveLength(2)
  })

  it.each([
    ['upheld', 'upheld'],
    ['notUpheld', 'notUpheld'],
    ['declined', 'declined'],
  ] as const)('what the notice itself knows to be settled offers nothing more: %s', async (result, status) => {
    const one = await enter(1)
    await county.openObjections()
    const before = await county.rows.many([`objection/${one}`])
    const path = `/1/objections/${one}`
    if (result === 'declined') await county.tell('office-head', `${path}/decline`, { reason: '与创建无关' })
    else {
      await county.tell('officer', `${path}/admit`)
      await county.tell('office-head', `${path}/find`, { ...finding, result })
    }
    await county.settle(one, '2018-06-12T01:00:00.000Z')
    for (const seen of [withoutObjections, (known: Known) => new Map([...known, ...before])]) {
      seenAs = seen
      expect((await asked(county.ask('office-head', '/1'))).of(one)).toMatchObject({ status, commands: [], others: [] })
    }
  })
})
