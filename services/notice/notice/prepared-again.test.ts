/** What becomes of a prepared notice meanwhile: other lists take other numbers, and cases may have come round again. */
import { beforeEach, describe, expect, it } from 'vitest'
import { noticePage } from '#contracts/notice.ts'
import { AT, countyAtNotice, WHOLE, write } from '../fixtures/county-at-notice.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
})
const later = '2018-06-11T02:00:00.000Z'
const prepared = async (cases: readonly string[], more: object = {}) =>
  noticePage.parse((await county.prepare(cases, more, { at: later })).body)
const giveBack = async (n = 1) => {
  const seen = (await county.page('officer', AT, n)).preparation?.prepared
  return county.tell('office-head', `/${n}/return`, { prepared: seen, reason: '请再核对' })
}

describe('a notice that went back', () => {
  beforeEach(async () => {
    await county.prepare(['dazhuang'])
    await giveBack()
  })
  it('is not overwritten by another list, which takes the next number', async () => {
    expect((await prepared(['caogou'])).n).toBe(2)
    expect(await county.page()).toMatchObject({ returned: { reason: '请再核对' }, lines: [{ unit: 'dazhuang' }] })
  })
  it('is prepared again by whatever names one of its units', async () => {
    expect(await prepared(['caogou', 'dazhuang'])).toMatchObject({ n: 1, lines: [{}, {}] })
    expect((await county.ledger.read('notice/2018-2/2')).commits).toEqual([])
  })
  it('is prepared again by whatever says its number, whomever that names', async () => {
    const again = await prepared(['caogou'], { n: 1 })
    expect(again).toMatchObject({ n: 1, lines: [{ unit: 'caogou' }] })
    expect(again.returned).toBeUndefined()
  })
})

it('a notice that was prepared before a case came round again is not approved, and is prepared again', async () => {
  county = await countyAtNotice({ given: WHOLE })
  await county.prepare()
  const at = '2018-06-11T01:30:00.000Z'
  const round = [
    { step: 'notice', visit: 9, outcome: 'reassess', to: 'assessment' },
    { step: 'assessment', visit: 10, outcome: 'recommended', to: 'candidacy' },
    { step: 'candidacy', visit: 11, outcome: 'candidate', to: 'notice' },
  ]
  await write(county.ledger, 'case/2018-2/caogou', ...round.map((one) => ({ type: 'decided', at, reason: '', ...one })))
  const { status, body } = await county.approve('office-head', 1, {}, { at: later })
  expect([status, body]).toMatchObject([
    422,
    { error: '有1个单位不能列入公示：草沟镇（拟制以后又重新来到本环节，请退回后重新拟制）。' },
  ])
  await giveBack()
  expect((await prepared(['dazhuang', 'caogou'])).n).toBe(1)
  expect((await county.approve('office-head', 1, {}, { at: later })).status).toBe(200)
})
