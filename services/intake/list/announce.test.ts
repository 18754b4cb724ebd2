/** What becomes of a prepared document meanwhile: other lists, cases that came round again, one's own unit. */
import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { type AnnouncementsPage, announcementsPage } from '#contracts/announcement.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { type County, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

const PATH = 'batches/2018-2/steps/naming/announcements'
const procedure = procedureAt('creation-2018@1')
if (!procedure) throw new Error('the whole procedure is not listed')
/** Steps and outcomes on the way to the decision. */
const WAY = [
  ['application', 'submitted', 'review'],
  ['review', 'accepted', 'selection'],
  ['selection', 'cultivated', 'implementation'],
  ['implementation', 'ended', 'declaration'],
  ['declaration', 'declared', 'acceptance'],
  ['acceptance', 'accepted', 'assessment'],
  ['assessment', 'recommended', 'candidacy'],
  ['candidacy', 'candidate', 'notice'],
  ['notice', 'clear', 'proposal'],
  ['proposal', 'proposed', 'executiveMeeting'],
  ['executiveMeeting', 'named', 'naming'],
] as const
const AGAIN = WAY.slice(6)

let county: County
const told = (unit: string, events: readonly CaseEvent[]) => county.run(caseKind, `case/2018-2/${unit}`, () => events)
const on = (way: typeof WAY | typeof AGAIN, first: number): CaseEvent[] =>
  way.map(([step, outcome, to], i) => ({
    ...{ type: 'decided', v: 1, at: county.clock.at, by: 'somebody', step, visit: first + i, outcome, to },
  }))
beforeEach(async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
  const opening = { batch: '2018-2', trial: false, procedure: variantOf(procedure), dates: {} }
  for (const unit of ['dazhuang', 'caogou'])
    await told(unit, [
      { type: 'opened', v: 1, at: county.clock.at, by: `${unit}-clerk`, unit, ...opening },
      ...on(WAY, 1),
    ])
  later()
})
const later = () => {
  county.clock.at = new Date(Date.parse(county.clock.at) + 3_600_000).toISOString()
}
const document = {
  title: '命名决定',
  commends: 'without',
  number: '泗政〔2018〕30号',
  date: '2018-05-10',
  cases: ['dazhuang'],
}
const prepare = async (body: object = {}, who = 'officer') => county.post(who, PATH, { ...document, ...body })
const show = async (who = 'office-head'): Promise<AnnouncementsPage['all']> =>
  announcementsPage.parse((await county.get(who, PATH)).body).all
const seen = async (n: number) => (await show()).find((one) => one.n === n)?.prepared
const approve = async (n = 1, who = 'office-head') =>
  county.post(who, `${PATH}/${n}/approve`, { prepared: await seen(n), secrecyChecked: true })
const giveBack = async (n = 1, who = 'office-head') =>
  county.post(who, `${PATH}/${n}/return`, { prepared: await seen(n), reason: '文号有误' })
const numbered = async () => (await show()).map(({ n, lines }) => [n, ...lines.map(({ unit }) => unit)])

describe('a document that went back', () => {
  it('is not overwritten by another list, which takes the next number', async () => {
    await prepare()
    await giveBack()
    expect((await prepare({ cases: ['caogou'], number: '泗政〔2018〕31号' }, 'officer2')).status).toBe(200)
    expect(await numbered()).toEqual([
      [1, 'dazhuang'],
      [2, 'caogou'],
    ])
    expect((await show())[0]).toMatchObject({ returned: '文号有误' })
  })
  it('is prepared again by whatever names it or one of its units', async () => {
    await prepare()
    await giveBack()
    later()
    expect((await prepare({ cases: ['caogou', 'dazhuang'] })).status).toBe(200)
    expect(await numbered()).toEqual([[1, 'caogou', 'dazhuang']])
    later()
    expect((await prepare({ n: 1, cases: ['caogou'] })).status).toBe(200)
    expect(await numbered()).toEqual([[1, 'caogou']])
  })
  it('is none that can be named once it is published, nor before it is there', async () => {
    await prepare()
    await approve()
    for (const n of [1, 2])
      expect((await prepare({ n, cases: ['caogou'], number: '31' })).refusal()).toMatchObject({
        code: 'elsewhere',
        error: `第${n}份“命名决定”已经签发，或者没有这一份，不能再改；请刷新后再办。`,
      })
  })
})

describe('a document that was prepared before a case came round again', () => {
  it('is not approved, and is once it was prepared again', async () => {
    await prepare({ cases: ['dazhuang', 'caogou'] })
    later()
    const { at } = county.clock
    await told('dazhuang', [
      { type: 'decided', v: 1, at, by: 'officer', step: 'naming', visit: 12, outcome: 'reassessed', to: 'assessment' },
      ...on(AGAIN, 13),
    ])
    expect((await approve()).refusal()).toMatchObject({
      code: 'conflict',
      error: '还不能签发：大庄镇在拟制以后又重新来到“命名”环节；请退回，核对后重新拟制。',
    })
    expect((await giveBack()).status).toBe(200)
    later()
    await prepare({ cases: ['dazhuang', 'caogou'] })
    expect((await approve()).status).toBe(200)
  })
})

it('gives way to another officer only where they saw it, who is told whose it is', async () => {
  await prepare()
  later()
  const mine = { n: 1, title: '我的决定' }
  expect((await prepare(mine, 'officer2')).refusal()).toMatchObject({
    code: 'conflict',
    error: expect.stringMatching(/^钱经办于2018年5月10日\d+时\d\d分拟制了决定，您打开页面时还没有；/),
  })
  expect((await show())[0]?.title).toBe('命名决定')
  expect((await prepare({ ...mine, replaces: await seen(1) }, 'officer2')).status).toBe(200)
  expect((await show())[0]?.title).toBe('我的决定')
})

describe('a document that names one’s own unit', () => {
  it('is neither approved nor returned by its people, nor offered to them', async () => {
    await prepare()
    expect((await show())[0]?.commands).toEqual(['approve-announcement'])
    const asked = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
    const held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } as const
    await county.run(personKind, personStream('office-head'), appoint(held, asked))
    expect((await show())[0]?.commands).toEqual([])
    for (const decide of [approve, giveBack])
      expect((await decide()).refusal()).toMatchObject({
        code: 'forbidden',
        error: '您在大庄镇任职，按规定应当回避，不能“签发决定”；请由其他人员办理。',
      })
  })
})

it('names ten units of a long list that cannot stand in it, and how many more there are', async () => {
  const cases = Array.from({ length: 40 }, (_, n) => `unit-${n}`)
  expect((await prepare({ cases })).refusal().error).toBe(
    `还不能拟制：${cases
      .slice(0, 10)
      .map((unit) => `${unit}没有申报件`)
      .join('；')}；另有30个单位；请从名单中去掉。`,
  )
})
