import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { noticePage } from '#contracts/notice.ts'
import { countyAtNotice, write } from '../fixtures/county-at-notice.ts'
import { complete, receiptOf, sendForm } from '../fixtures/send-form.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
})
const entered = z.object({ objection: z.string() })
const enter = async (who = 'entering-officer', about = 'dazhuang') => {
  const body = { about, channel: 'phone', on: '2018-06-11', summary: '办案超期，没有答复。' }
  return entered.parse((await county.tell(who, '/1/objections', body)).body).objection
}
const several = async (count: number) => {
  const all: string[] = []
  for (let i = 0; i < count; i++) all.push(await enter())
  await county.openObjections()
  return all
}
const answer = z.object({
  page: noticePage,
  done: z.array(z.string()),
  left: z.array(z.object({ objection: z.string(), why: z.string() })),
})
const refusal = z.object({ error: z.string() })
const act = async (who: string, what: string, body: object, sent: { key?: string } = {}) => {
  const { status, body: said } = await county.tell(who, `/1/objections/${what}`, body, sent)
  const { page, done, left }: Partial<z.infer<typeof answer>> = status === 200 ? answer.parse(said) : {}
  return { status, page, done, left, error: status === 200 ? undefined : refusal.parse(said).error }
}
const statusOf = async (objection: string) =>
  (await county.page()).objections.find((one) => one.objection === objection)?.status
const commits = async (objection: string) => (await county.ledger.read(`objection/${objection}`)).commits.length

const REASON = { reason: '反映的事项不属于创建条件。' }
const FINDING = {
  result: 'notUpheld',
  reason: '经查，均已在期限内答复。',
  reply: '您反映的事项已在期限内答复，异议不成立。',
}

describe('several objections in the same words', () => {
  it('are admitted by one act, each in its own stream', async () => {
    const objections = await several(3)
    expect(await act('officer', 'admit', { objections })).toMatchObject({ status: 200, done: objections, left: [] })
    for (const one of objections) expect([await statusOf(one), await commits(one)]).toEqual(['admitted', 2])
  })

  it('are declined by one act; each receipt shows its own result', async () => {
    const codes = []
    for (let i = 0; i < 2; i++)
      codes.push(receiptOf((await sendForm(county, { ...complete, key: `form-key-${i}` })).text))
    await county.openObjections()
    const objections = codes.map(({ receipt }) => receipt)
    const { page } = await act('office-head', 'decline', { objections: objections.slice(0, 1), ...REASON })
    expect(page?.objections.map(({ status }) => status)).toEqual(['declined', 'received'])
    await act('office-head', 'decline', { objections: objections.slice(1), reason: '已另案办理完毕。' })
    const shown = await Promise.all(codes.map((one) => sendForm(county, one, { path: '/objections/lookup' })))
    expect(shown.map(({ text }) => [text.includes(REASON.reason), text.includes('已另案办理完毕。')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('are found and answered by one act', async () => {
    const objections = await several(2)
    await act('officer', 'admit', { objections })
    expect((await act('office-head', 'find', { objections, ...FINDING })).page?.objections).toMatchObject([
      { status: 'notUpheld', reply: FINDING.reply },
      { status: 'notUpheld', reply: FINDING.reply },
    ])
  })

  it('that are sent again by the same click are answered as done, and decided once', async () => {
    const objections = await several(2)
    const key = 'click-of-mine'
    await act('officer', 'admit', { objections }, { key })
    expect(await act('officer', 'admit', { objections }, { key })).toMatchObject({ status: 200, done: objections })
    for (const one of objections) expect(await commits(one)).toBe(2)
    // Nothing to do, also by another click.
    expect(await act('officer', 'admit', { objections })).toMatchObject({ status: 200, done: objections })
    for (const one of objections) expect(await commits(one)).toBe(2)
  })

  it('that two decide in the same words are done by one of them, and the other reads whose they are', async () => {
    const objections = await several(3)
    const both = await Promise.all(['officer', 'office-head'].map((who) => act(who, 'admit', { objections })))
    const done = both.flatMap((one) => one.done ?? [])
    expect(done.toSorted()).toEqual(objections.toSorted())
    for (const one of objections) expect(await commits(one)).toBe(2)
    const late = await act('second-head', 'admit', { objections })
    expect(late.status).toBe(409)
    expect(JSON.stringify(late)).toMatch(/已由职员(officer|office-head)于/)
  })

  it('by one click with other words are a conflict, and none is decided', async () => {
    const [first = '', second = ''] = await several(2)
    const key = 'click-of-mine'
    await act('office-head', 'decline', { objections: [first], ...REASON }, { key })
    const other = await act('office-head', 'decline', { objections: [second, first], reason: '另一个理由。' }, { key })
    expect([other.status, other.error]).toEqual([409, expect.stringContaining('这个操作编号已经用于另一次办理')])
    expect([await commits(first), await commits(second)]).toEqual([2, 1])
  })
})

describe('those that this person may not decide are named and left out', () => {
  it('one that they entered', async () => {
    const own = await enter('officer')
    const [other = ''] = await several(1)
    const { done, left } = await act('officer', 'admit', { objections: [own, other] })
    expect([done, left]).toEqual([[other], [{ objection: own, why: expect.stringContaining('由您录入') }]])
    expect([await commits(own), await commits(other)]).toEqual([1, 2])
  })

  it('one about their own unit', async () => {
    const [own = '', other = ''] = [await enter(), await enter('entering-officer', 'caogou')]
    await county.openObjections()
    const { done, left } = await act('officer-of-dazhuang', 'admit', { objections: [own, other] })
    expect([done, left]).toEqual([[other], [{ objection: own, why: expect.stringContaining('按规定应当回避') }]])
  })

  it('one about a unit whose forms they have made', async () => {
    const saved = { type: 'saved', byOffice: true, form: 'creation-application', content: 'd'.repeat(64) }
    const answers = { digest: 'd'.repeat(64), answers: {}, attachments: [], missing: [] }
    await write(county.ledger, 'case/2018-2/dazhuang', { ...saved, ...answers, by: 'second-head' })
    const [own = '', other = ''] = [await enter(), await enter('entering-officer', 'caogou')]
    await county.openObjections()
    const { done, left } = await act('second-head', 'decline', { objections: [own, other], ...REASON })
    expect([done, left]).toEqual([[other], [{ objection: own, why: expect.stringContaining('不能“不予受理异议”') }]])
  })

  it('one that somebody decided before, who and when', async () => {
    const [first = '', second = ''] = await several(2)
    await act('office-head', 'decline', { objections: [first], ...REASON })
    const { done, left } = await act('officer', 'admit', { objections: [first, second] })
    const why = '这件异议已由职员office-head于2018年6月11日9时00分办理，结果是“不予受理”，本次没有办理；请刷新后再办。'
    expect([done, left]).toEqual([[second], [{ objection: first, why }]])
    // The same is said where one is decided alone.
    expect((await county.tell('officer', `/1/objections/${first}/admit`)).body).toMatchObject({ error: why })
  })

  it('one that is not entered yet, one that is none, and where that is all, nothing is done', async () => {
    const early = await enter()
    const all = { objections: [early, '2018-2-1-AAAAAAAA'] }
    const { status, error } = await act('officer', 'admit', all)
    expect(status).toBe(409)
    expect(error).toContain('所选的2件异议都没有办理。')
    expect(error).toContain(`${early}：这件异议刚刚收到，正在登记`)
    expect(error).toContain('2018-2-1-AAAAAAAA：这一期公示没有这件异议')
  })
})

describe('an act on several is refused as a whole', () => {
  it('whom the procedure does not give it to', async () => {
    const objections = await several(2)
    expect((await act('officer', 'decline', { objections, ...REASON })).status).toBe(403)
    expect((await act('clerk', 'admit', { objections })).status).toBe(403)
    expect((await act('secretary', 'find', { objections, ...FINDING })).status).toBe(403)
    for (const one of objections) expect(await commits(one)).toBe(1)
  })

  it('for its words, before anything is written', async () => {
    const objections = await several(2)
    expect((await act('office-head', 'decline', { objections, reason: '联系人13900001111。' })).status).toBe(422)
    expect((await act('office-head', 'decline', { objections, reason: '' })).status).toBe(422)
    expect((await act('office-head', 'decline', { objections: [], ...REASON })).status).toBe(422)
    const many = Array.from({ length: 21 }, (_, i) => `2018-2-1-AAAAAA${String(i).padStart(2, '2')}`)
    const tooMany = await act('office-head', 'decline', { objections: many, ...REASON })
    expect([tooMany.status, tooMany.error]).toEqual([422, expect.any(String)])
    await act('officer', 'admit', { objections })
    // This procedure assesses nothing once more.
    expect((await act('office-head', 'find', { objections, ...FINDING, result: 'reassess' })).status).toBe(422)
    for (const one of objections) expect(await statusOf(one)).toBe('admitted')
  })
})
