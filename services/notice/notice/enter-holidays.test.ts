/** A notice published on 2026-12-28 reaches into a year whose holidays only the county itself can have entered. */
import { describe, expect, it } from 'vitest'
import { noticeDraft } from '#contracts/notice.ts'
import { HOLIDAYS_2027 } from '../../../test/given/holidays.ts'
import { countyAtNotice } from '../fixtures/county-at-notice.ts'

const at = '2026-12-28T01:00:00.000Z'
const { year: _year, ...of2027 } = HOLIDAYS_2027
const SOURCE = of2027.source
const publication = { on: '2026-12-28', place: '县政府网站公告栏' }

const counting = (convention: 'A' | 'B' | 'C' | 'D', onRead?: (stream: string) => void) =>
  countyAtNotice({ given: { notice: { days: 7, convention } }, ...(onRead && { onRead }) })
type County = Awaited<ReturnType<typeof counting>>
const draft = (county: County) => county.askStep('officer', '', at)
const enter = (county: County, who = 'office-head', body: object = of2027, year = '2027') =>
  county.tellAt('/api/holidays/', who, year, body, { at })

describe('a period that reaches into a year whose holidays are missing', () => {
  it('is counted in natural days all the same', async () => {
    const county = await counting('A')
    expect((await draft(county)).body).toMatchObject({ period: { lastDay: '2027-01-03' } })
    expect((await county.prepare(['dazhuang'], { publication }, { at })).status).toBe(200)
  })
  it.each(['B', 'C', 'D'] as const)(
    'is refused by %s, which says whose and how they are entered',
    async (convention) => {
      const county = await counting(convention)
      for (const answer of [await draft(county), await county.prepare(['dazhuang'], { publication }, { at })]) {
        expect(answer).toMatchObject({
          status: 422,
          body: {
            error: expect.stringMatching(/尚未录入2027年的节假日安排.*请法制办负责人录入.*“名册”的“节假日”/),
            fields: { 'publication.on': expect.stringContaining('2027年') },
          },
        })
      }
    },
  )
})

describe('what the county enters', () => {
  it.each([
    ['B', '2027-01-04', '依据：国务院办公厅关于2027年'],
    ['C', '2027-01-07', '依据：国务院办公厅关于2026年节假日安排的通知；国务院办公厅关于2027年'],
    ['D', '2027-01-06', '依据：国务院办公厅关于2026年节假日安排的通知；国务院办公厅关于2027年'],
  ] as const)('counts from then on, and the page says from where it is: %s', async (convention, lastDay, cited) => {
    const county = await counting(convention)
    expect((await enter(county)).body).toEqual({ year: 2027, changed: true })
    const { period } = noticeDraft.parse((await draft(county)).body)
    expect(period).toMatchObject({ lastDay, explained: expect.stringContaining(cited) })
    expect(period.explained).toContain(`${SOURCE}（由本县录入）`)
    const preview = await county.askPreview({ title: '公示', cases: ['dazhuang'], publication }, { at })
    expect(preview).toContain(`${SOURCE}（由本县录入）`)
    await county.prepare(['dazhuang'], { publication }, { at })
    expect((await county.approve('office-head', 1, {}, { at })).status).toBe(200)
    expect((await county.publishAll()).get('public/notices/2018-2/1.html')).toContain(`${SOURCE}（由本县录入）`)
  })
  it('is the head’s to enter, once', async () => {
    const county = await counting('C')
    expect((await enter(county, 'officer')).status).toBe(403)
    expect((await enter(county, 'clerk')).status).toBe(403)
    await enter(county)
    expect((await enter(county)).body).toMatchObject({ changed: false })
  })
  it('is refused with its reason at the field', async () => {
    const county = await counting('C')
    const refused = async (body: object, year?: string) => (await enter(county, 'office-head', body, year)).body
    expect(await refused({ ...of2027, source: ' ' })).toMatchObject({
      fields: { source: '请填写节假日安排的通知名称和文号' },
    })
    expect(await refused({ ...of2027, off: ['2027-02-30'] })).toMatchObject({ fields: { 'off.0': expect.any(String) } })
    expect(await refused({ ...of2027, work: ['2027-01-04'] })).toMatchObject({
      fields: { work: expect.stringContaining('不是周末') },
    })
    // A day alone would make working days of all the others.
    for (const off of [['2027-09-03'], ['2027-01-01', '2027-05-01', '2027-10-01']])
      expect(await refused({ ...of2027, off })).toMatchObject({
        fields: { off: expect.stringMatching(/没有.*春节、清明节.*端午节、中秋节.*不是全年的安排/) },
      })
    expect(await refused(of2027, '1999')).toMatchObject({ fields: { year: '年份不对' } })
    for (const year of ['next', '2027x', '2027.0', '02027', '0x7eb', '2.027e3', '27'])
      expect(await refused(of2027, year)).toMatchObject({
        error: `年份应为四位数字，如2027，收到“${year}”。`,
        fields: { year: `年份应为四位数字，收到“${year}”` },
      })
    const extra = Array.from({ length: 31 }, (_, i) => `2027-03-${String(i + 1).padStart(2, '0')}`)
    expect(await refused({ ...of2027, off: [...of2027.off, ...extra] })).toMatchObject({
      fields: { off: expect.stringMatching(/共\d+天，历年最多33天.*连续放假31天/) },
    })
  })
  it('leaves what was published before as it was', async () => {
    const county = await counting('D')
    await enter(county)
    await county.list(['dazhuang'], { publication, at })
    await enter(county, 'office-head', { ...of2027, off: [...of2027.off, '2027-01-04'] })
    expect(await county.page('officer', at)).toMatchObject({ period: { lastDay: '2027-01-06' } })
  })
  it('sends back what was prepared by other holidays', async () => {
    const county = await counting('D')
    await enter(county)
    await county.prepare(['dazhuang'], { publication }, { at })
    await enter(county, 'office-head', { ...of2027, off: [...of2027.off, '2027-01-04'] })
    expect(await county.approve('office-head', 1, {}, { at })).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/节假日安排.*2027年1月6日.*2027年1月7日.*退回/) },
    })
  })
  it('is looked for only where days off count', async () => {
    const read: string[] = []
    const onRead = (stream: string) => read.push(stream)
    await draft(await counting('A', onRead))
    expect(read.filter((stream) => stream.startsWith('holidays/'))).toEqual([])
    await draft(await counting('C', onRead)).catch(() => undefined)
    expect(read.filter((stream) => stream.startsWith('holidays/'))).toEqual(['holidays/2026', 'holidays/2027'])
  })
})
