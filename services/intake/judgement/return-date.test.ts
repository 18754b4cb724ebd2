/** Until when a unit may mend what was returned, when the call's date moves between the draft and its signature. */
import { expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { reschedule } from '#case/reschedule.ts'
import { changesPage } from '#contracts/change.ts'
import { type County, complete, FORM, intakeCounty, type Stores, wholeTerms } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const REVIEW = 'dazhuang/steps/review'
const returned = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
const TWENTIETH = '2018年5月20日24时'
const LAST_OF_MAY = '2018年5月31日24时'

async function begun(terms: object = {}, wrap?: (stores: Stores) => Stores): Promise<County> {
  const county = await intakeCounty(wrap)
  expect((await county.call(terms)).status).toBe(200)
  await county.submitted()
  return county
}
const pageOf = async ({ get }: County, who: string) => (await get(who, 'cases/2018-2/dazhuang')).page()
/** On 11 May the call's date moves to 31 May; on the 12th, at ten, somebody goes on. */
async function amend(county: County) {
  const batch = 'batches/2018-2'
  const body = { dates: { application: { lastDay: '2018-05-31' } }, reason: '遭遇汛情。' }
  await county.post('officer', `${batch}/amendment`, body)
  county.clock.at = '2018-05-11T02:00:00.000Z'
  const { amendment } = changesPage.parse((await county.get('office-head', `${batch}/changes`)).body)
  const approving = { prepared: amendment?.prepared, secrecyChecked: true }
  expect((await county.post('office-head', `${batch}/amendment/approve`, approving)).status).toBe(200)
  county.clock.at = '2018-05-12T02:00:00.000Z'
}
/** The news of it, as the conductor brings it to the case. */
const follow = (county: County) => {
  const act = { stream: 'batch/2018-2', number: 3 }
  const dates = { application: '2018-05-31T16:00:00.000Z' }
  return county.run(caseKind, CASE, reschedule({ act, dates }, { by: 'x', received: '2018-05-11T02:00:00.000Z' }))
}
const dueOf = async (county: County) => (await pageOf(county, 'dazhuang-clerk')).due?.said

it('of nobody’s choosing is computed when the draft is signed, and the signer reads it as it is now', async () => {
  const county = await begun(wholeTerms)
  await county.click('officer', `${REVIEW}/draft`, returned)
  expect((await pageOf(county, 'office-head')).draft?.due).toBe(
    `${TWENTIETH}（没有另定，按通知规定的日期和退回后10天中较晚的一个，签发时计算）`,
  )
  const { drafted } = (await pageOf(county, 'office-head')).draft ?? {}
  await amend(county)
  expect((await pageOf(county, 'office-head')).draft).toMatchObject({
    drafted,
    due: `${LAST_OF_MAY}（没有另定，按通知规定的日期和退回后10天中较晚的一个，签发时计算）`,
  })
  expect((await county.click('office-head', `${REVIEW}/draft/sign`, { drafted })).status).toBe(200)
  expect(await dueOf(county)).toBe(LAST_OF_MAY)
  await follow(county)
  expect(await dueOf(county)).toBe(LAST_OF_MAY)
})

it.each([
  ['2018-05-18', `${LAST_OF_MAY}（拟定的是2018年5月18日24时，早于通知现在规定的日期，按后者办理）`, LAST_OF_MAY],
  ['2018-06-05', '2018年6月5日24时', '2018年6月5日24时'],
])(
  'that was chosen, %s, stays, but never earlier than what is published when it is signed',
  async (lastDay, shown, due) => {
    const county = await begun(wholeTerms)
    const draft = (await county.click('officer', `${REVIEW}/draft`, { ...returned, lastDay })).page().draft
    expect(draft?.due).toMatch(/^2018年\d月\d+日24时$/)
    await amend(county)
    expect((await pageOf(county, 'office-head')).draft?.due).toBe(shown)
    await county.click('office-head', `${REVIEW}/draft/sign`, { drafted: draft?.drafted })
    expect(await dueOf(county)).toBe(due)
  },
)

it('is computed from the day of the signature where nothing was amended', async () => {
  const county = await begun(wholeTerms)
  const draft = (await county.click('officer', `${REVIEW}/draft`, returned)).page().draft
  county.clock.at = '2018-05-24T16:00:00.000Z'
  await county.click('office-head', `${REVIEW}/draft/sign`, { drafted: draft?.drafted })
  expect(await dueOf(county)).toBe('2018年6月4日24时')
})

it('is computed when a correction is signed', async () => {
  const county = await begun()
  await county.click('officer', `${REVIEW}/decide`, { outcome: 'accepted', reason: '符合条件' })
  await county.click('officer', `${REVIEW}/correction`, { ...returned, corrects: 2 })
  const { correction } = await pageOf(county, 'office-head')
  expect(correction?.due).toMatch(/^2018年5月20日24时（没有另定，/)
  await amend(county)
  expect((await pageOf(county, 'office-head')).correction?.due).toMatch(/^2018年5月31日24时（没有另定，/)
  const signed = await county.click('office-head', `${REVIEW}/correction/sign`, { drafted: correction?.drafted })
  expect(signed.page()).toMatchObject({ step: 'application', due: { said: LAST_OF_MAY } })
})

it.each([undefined, '2018-05-18'])(
  'is the published one, where the lists did not know of it when the form was returned (chosen: %s)',
  async (lastDay) => {
    const batch = 'batch/2018-2'
    let known: Stores['rows'] | undefined
    let older: Awaited<ReturnType<Stores['rows']['many']>> = new Map()
    const county = await begun({}, (stores) => {
      known = stores.rows
      const many: Stores['rows']['many'] = async (streams) => new Map([...(await stores.rows.many(streams)), ...older])
      return { ...stores, rows: { ...stores.rows, many } }
    })
    const before = await known?.many([batch])
    await amend(county)
    older = before ?? older
    expect(older.has(batch)).toBe(true)
    const back = await county.click('officer', `${REVIEW}/decide`, { ...returned, ...(lastDay && { lastDay }) })
    expect(back.page().due?.said).toBe(lastDay ? '2018年5月18日24时' : '2018年5月22日24时')
    older = new Map()
    expect(await dueOf(county)).toBe(LAST_OF_MAY)
    await follow(county)
    expect((await county.events(CASE)).at(-1)).toMatchObject({ type: 'rescheduled' })
    county.clock.at = '2018-05-31T15:59:59.000Z'
    const mended = { ...complete, reason: '补充了理由' }
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, mended)).status).toBe(200)
  },
)
