/** What one sender, and what all together may send of the form that needs no login. */
import { describe, expect, it } from 'vitest'
import { files } from '#evidence/fixtures/sample-files.ts'
import { AT, countyAtNotice, LATE_FROM, SCAN } from '../fixtures/county-at-notice.ts'
import { complete, receiptOf, type Sending, sendForm } from '../fixtures/send-form.ts'

type Most = NonNullable<Parameters<typeof countyAtNotice>[0]>['most']
async function flooded(most: Most = {}) {
  const county = await countyAtNotice({ most })
  await county.list()
  let forms = 0
  const post = (how: Sending & { readonly fields?: Readonly<Record<string, string>> } = {}) =>
    sendForm(county, { ...complete, key: `form-key-${1000 + ++forms}`, ...how.fields }, how)
  return { county, post }
}
const statuses = async (times: number, posting: () => ReturnType<typeof sendForm>) => {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await posting()).status)
  return all
}
/** Every line of the sixth version is another sender. */
const line = (n: number) => `2001:db8:0:${n.toString(16)}::1`

it('one address sends ten forms an hour; the next reads how long to wait, the other ways, and all that was typed', async () => {
  const { post } = await flooded()
  expect(await statuses(10, post)).toEqual(Array(10).fill(200))
  const at = '2018-06-11T01:48:30.000Z'
  const refused = await post({ at, fields: { key: 'form-key-11' }, uploads: [['现场.jpg', files.jpg]] })
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toBe('690')
  for (const said of [
    '同一网络地址一小时内最多提交10次，已经满额，本次没有接收。请于2018年6月11日 10:00以后（约需等待12分钟）再提交',
    '也可以来电、来信、来访（泗县人民政府法制办公室）提出，在公示期内提出的同样办理',
    '所填内容都在，这次选择的附件需要重新选择。',
  ])
    expect(refused.text).toContain(said)
  for (const kept of [
    '该镇未公开执法结果',
    'value="王大明"',
    'value="13900001111"',
    'value="form-key-11"',
    '"named" checked',
  ])
    expect(refused.text).toContain(kept)
  expect((await post({ at: '2018-06-11T02:00:00.000Z' })).status).toBe(200)
})

describe('what was taken and is sent again since its answer was lost', () => {
  const again = { fields: { key: 'form-key-lost' } }
  it('is answered with its receipt where its address has no more forms, with its files as well', async () => {
    const { post } = await flooded({ perAddress: 2, filesPerAddress: 1 })
    const sent = { ...again, uploads: [['现场.jpg', files.jpg]] as const }
    const first = await post(sent)
    expect(await statuses(2, post)).toEqual([200, 429])
    const repeated = await post(sent)
    expect(repeated.status).toBe(200)
    expect(receiptOf(repeated.text)).toEqual(receiptOf(first.text))
  })
  it('takes nothing from new forms', async () => {
    const { post } = await flooded({ perAddress: 2 })
    expect(await statuses(3, () => post(again))).toEqual([200, 200, 200])
    expect(await statuses(2, post)).toEqual([200, 429])
  })
  it('has a limit of its own, and is told that it was taken', async () => {
    const { post } = await flooded({ perAddress: 2 })
    expect(await statuses(4, () => post(again))).toEqual([200, 200, 200, 429])
    const { text } = await post(again)
    expect(text).toContain('这份异议此前已经收到，不必再提交')
    expect(text).not.toContain('本次没有接收')
    expect((await post()).status).toBe(200)
  })
})

it('what is refused takes nothing: mistakes, too many files, and an hour that all have used up', async () => {
  const { post } = await flooded({ perAddress: 2, filesPerAddress: 1, perNotice: 4 })
  expect(await statuses(12, () => post({ fields: { summary: '' } }))).toEqual(Array(12).fill(422))
  const two = [
    ['现场.jpg', files.jpg],
    ['现场2.jpg', files.jpg],
  ] as const
  expect(await statuses(3, () => post({ uploads: two }))).toEqual([429, 429, 429])
  expect(await statuses(3, post)).toEqual([200, 200, 429])
  expect(await statuses(2, () => post({ from: line(1) }))).toEqual([200, 200])
  const own = line(2)
  expect((await post({ from: own })).text).toContain('这一小时内各处提交的异议过多')
  // Its own share is whole, or it would read that that is used up.
  for (let i = 0; i < 3; i++) expect((await post({ from: own })).text).toContain('这一小时内各处提交的异议过多')
})

it('one line of the sixth version is one sender, whatever address of it is used', async () => {
  const { post } = await flooded({ perAddress: 3 })
  const own = ['2001:db8:0:1::1', '2001:db8:0:1::2', '2001:db8:0:1:ffff::', '2001:0db8:0000:0001:1:2:3:4']
  const answers = []
  for (const from of own) answers.push((await post({ from })).status)
  expect(answers).toEqual([200, 200, 200, 429])
  expect((await post({ from: '2001:db8:0:2::1' })).status).toBe(200)
})

describe('all together', () => {
  it('send so many objections to one notice; nobody uses them up alone, and what one is refused takes none from others', async () => {
    const { post } = await flooded({ perAddress: 2, perNotice: 5 })
    expect(await statuses(30, () => post({ from: line(1) }))).toEqual([200, 200, ...Array(28).fill(429)])
    expect(await statuses(3, () => post({ from: line(2) }))).toEqual([200, 200, 429])
    expect((await post({ from: line(3) })).status).toBe(200)
    const last = await post({ from: line(4) })
    expect([
      last.status,
      last.text.includes('这一小时内各处提交的异议过多，本次没有接收。请于2018年6月11日 10:00以后'),
    ]).toEqual([429, true])
    expect((await post({ from: line(4), at: '2018-06-11T02:00:00.000Z' })).status).toBe(200)
  })

  it('are not stopped by forms with mistakes, and a receipt that was lost is repeated', async () => {
    const { post } = await flooded({ perNotice: 1, perAddress: 9 })
    expect((await post({ fields: { about: '' } })).status).toBe(422)
    const first = await post({ fields: { key: 'form-key-1' } })
    expect(first.status).toBe(200)
    expect((await post({ from: line(1) })).status).toBe(429)
    expect(receiptOf((await post({ fields: { key: 'form-key-1' } })).text)).toEqual(receiptOf(first.text))
  })

  it('that are refused keep their files with the form', async () => {
    const { post } = await flooded({ perNotice: 1 })
    await post()
    const own = { key: 'form-key-of-mine' }
    const refused = await post({ fields: own, from: line(1), uploads: [['现场.jpg', files.jpg]] })
    expect([refused.status, refused.text.includes('已收到：现场.jpg')]).toEqual([429, true])
    const kept = [...refused.text.matchAll(/name="kept" value="([^"]*)"/g)].map(([, value = '']) => value)
    const later = { from: line(1), fields: own, kept, at: '2018-06-11T02:00:00.000Z' }
    expect((await post(later)).status).toBe(200)
    // Also where the address alone is full: what came before is named again and nothing is looked for.
    const { post: other } = await flooded({ perAddress: 1 })
    await other()
    const again = await other({ kept, uploads: [] })
    expect([again.status, again.text.includes('已收到：现场.jpg'), again.text.includes('重新选择')]).toEqual([
      429,
      true,
      false,
    ])
  })

  it('read that only the other ways are left when the period ends before the next hour', async () => {
    const { post } = await flooded({ perAddress: 1 })
    const at = new Date(Date.parse(LATE_FROM) - 20 * 60_000).toISOString()
    await post({ at })
    const { text } = await post({ at })
    expect(text).toContain('公示期到2018年6月17日24时为止，请在此之前来电、来信、来访（泗县人民政府法制办公室）提出')
    expect(text).toContain('来信以邮戳日期为准，最迟2018年6月17日寄出')
    expect(text).not.toContain('再提交；')
  })
})

describe('files', () => {
  const one = [['现场.jpg', files.jpg]] as const
  it('are counted by address, then by all; the objection itself is taken without', async () => {
    const { county, post } = await flooded({ filesPerAddress: 2, filesPerNotice: 3 })
    expect(await statuses(3, () => post({ uploads: one }))).toEqual([200, 200, 429])
    const refused = await post({ uploads: one })
    expect(refused.text).toContain('同一网络地址一小时内最多提交2个附件，这次的附件超出了')
    expect(refused.text).toContain('所填内容都在；不附附件的，现在就可以提交')
    expect((await post()).status).toBe(200)
    expect(await statuses(2, () => post({ uploads: one, from: line(1) }))).toEqual([200, 429])
    expect((await post({ from: line(1) })).status).toBe(200)
    expect((await county.page()).objections).toHaveLength(5)
  })
})

it('a flood from outside stops nobody who is signed in, and what the office enters takes nothing from outside', async () => {
  const { county, post } = await flooded({ perAddress: 1, perNotice: 2 })
  const enter = () =>
    county.tell('entering-officer', '/1/objections', {
      ...{ about: 'dazhuang', channel: 'letter', on: '2018-06-11', summary: '来信反映的情况。', scan: SCAN },
    })
  for (let i = 0; i < 4; i++) expect((await enter()).status).toBe(200)
  expect(await statuses(3, () => post())).toEqual([200, 429, 429])
  expect((await post({ from: line(1) })).status).toBe(200)
  expect((await post({ from: line(2) })).status).toBe(429)
  expect((await enter()).status).toBe(200)
})

it('looking up says how many tries an hour has, when again, and keeps what was typed', async () => {
  const { county } = await flooded({ lookUpsPerAddress: 2 })
  const asked = { receipt: '2018-2-1-AB23CD45', code: 'KLMN2345' }
  const ask = (from?: string) => sendForm(county, asked, { path: '/objections/lookup', at: AT, ...(from && { from }) })
  expect(await statuses(3, () => ask())).toEqual([422, 422, 429])
  const { text } = await ask()
  expect(text).toContain('同一网络地址一小时内最多查询2次，已经满额，本次没有查询。请于2018年6月11日 10:00以后')
  for (const value of Object.values(asked)) expect(text).toContain(`value="${value}"`)
  expect((await ask(line(1))).status).toBe(422)
})
