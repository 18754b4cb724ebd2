/** Whether an act names a case that has not followed it yet. */
import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { setLineAside } from '#case/list-act.ts'
import { announcementsPage } from '#contracts/announcement.ts'
import { readStream } from '#ledger/ledger.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { announcementKind, announcementStream } from '#steps/announcement/announcement.ts'
import { resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'
import { type County, file, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'
import { isListed } from './listed.ts'

const BATCH = 'batches/2018-2/steps'
let county: County
const listed = async (unit = 'dazhuang') => {
  const { ledger } = county
  const { state } = await readStream(ledger, caseKind, `case/2018-2/${unit}`)
  return isListed({ ledger, rows: memoryRows(ledger) }, { params: { batch: '2018-2', unit } }, state)
}
/** As the conductor would: the case takes the line of an act. */
const follow = (step: string, outcome: string, stream: string, number = 1) =>
  county.run(
    caseKind,
    'case/2018-2/dazhuang',
    applyLine({ step, outcome, act: { stream, number } }, { by: 'procedure', received: county.clock.at }),
  )
/** The case could not take its line. */
const aside = { case: 'dazhuang', number: 1, reason: '有一票否决待确认', waits: false }

describe('by a meeting', () => {
  const STREAM = resolutionStream('2018-2', 'executiveMeeting')
  const record = async (more: object = {}) => {
    const { status } = await county.post('secretary', `${BATCH}/executiveMeeting/resolutions`, {
      ...{ meeting: '第20次常务会议', number: '泗政纪〔2018〕20号', date: '2018-05-10', minutes: file(9) },
      ...{ present: ['王县长'], absent: [], how: { kind: 'discussion' }, exceptions: [], recusals: [] },
      ...{ cases: ['dazhuang'], outcome: 'deferred' },
      ...more,
    })
    expect(status).toBe(200)
  }
  beforeEach(async () => {
    county = await intakeCounty()
    await county.call()
    await county.submitted()
    await county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'accepted', reason: '符合' })
    await follow('notice', 'clear', 'notice/2018-2/1', 2)
  })

  it('from the moment that it has decided until the case has followed, though it waits there again', async () => {
    expect(await listed()).toBe(false)
    await record()
    expect(await listed()).toBe(true)
    expect(await listed('caogou')).toBe(false)
    await follow('executiveMeeting', 'deferred', STREAM)
    expect(await listed()).toBe(false)
  })
  it('not by a line that was set aside, and again by that of the next meeting', async () => {
    await record()
    await county.run(resolutionKind, STREAM, setLineAside(aside, county.clock.at))
    expect(await listed()).toBe(false)
    await record({ number: '泗政纪〔2018〕21号', meeting: '第21次常务会议' })
    expect(await listed()).toBe(true)
  })
})

it('makes the judgement before a meeting final as soon as the meeting has decided', async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
  await county.submitted()
  await toSelection()
  const page = async () => (await county.get('officer2', 'cases/2018-2/dazhuang')).page()
  await county.post('officer', `${BATCH}/selection/list`, {
    cases: ['dazhuang'],
    visits: { dazhuang: (await page()).visit },
    text: '请审议',
  })
  const { status } = await county.post('group-secretary', `${BATCH}/selection/resolutions`, {
    ...{ meeting: '领导小组第3次会议', number: '泗依法领〔2018〕3号', date: '2018-05-10', minutes: file(9) },
    ...{ present: ['王副县长'], absent: [], how: { kind: 'vote', inFavour: 1, against: 0, abstained: 0 } },
    ...{ cases: ['dazhuang'], outcome: 'cultivated', exceptions: [], recusals: [] },
  })
  expect(status).toBe(200)
  expect((await page()).final).toMatch(/^本件已列入名单/)
  const correction = { outcome: 'refused', reason: '不符合条件', corrects: 2 }
  const correct = () => county.click('officer2', 'dazhuang/steps/review/correction', correction)
  expect((await correct()).refusal().error).toMatch(/^本件已列入名单/)
  // The list was the first commit, the meeting the second.
  await county.run(
    resolutionKind,
    resolutionStream('2018-2', 'selection'),
    setLineAside({ ...aside, number: 2 }, county.clock.at),
  )
  expect((await correct()).status).toBe(200)
})

async function toSelection() {
  await county.click('officer', 'dazhuang/steps/review/draft', { outcome: 'accepted', reason: '符合' })
  const { draft } = (await county.get('office-head', 'cases/2018-2/dazhuang')).page()
  await county.click('office-head', 'dazhuang/steps/review/draft/sign', { drafted: draft?.drafted })
}

describe('by an announcement', () => {
  const PATH = `${BATCH}/naming/announcements`
  const document = { title: '命名决定', commends: 'without', number: '泗政〔2018〕30号', date: '2018-05-10' }
  const prepare = (unit: string, who = 'officer', number = document.number) =>
    county.post(who, PATH, { ...document, number, cases: [unit] })
  const show = async () => announcementsPage.parse((await county.get('office-head', PATH)).body)
  const approve = async () => {
    const prepared = (await show()).all[0]?.prepared
    return county.post('office-head', `${PATH}/1/approve`, { prepared, secrecyChecked: true })
  }
  beforeEach(async () => {
    county = await intakeCounty()
    await county.call(wholeTerms)
    for (const unit of ['dazhuang', 'caogou']) {
      await county.submitted(unit)
      const received = county.clock.at
      // Whatever came in between does not matter to who is named.
      const arrived = { type: 'decided', v: 1, at: received, by: 'procedure', step: 'review', visit: 2 } as const
      await county.run(caseKind, `case/2018-2/${unit}`, () => [{ ...arrived, outcome: 'accepted', to: 'naming' }])
    }
  })

  it('once it is published, and not by a line that was set aside', async () => {
    expect((await prepare('dazhuang')).status).toBe(200)
    expect(await listed()).toBe(false)
    expect((await approve()).status).toBe(200)
    expect([await listed(), await listed('caogou')]).toEqual([true, false])
    const stream = announcementStream('2018-2', 1)
    await county.run(announcementKind, stream, setLineAside({ ...aside, number: 2 }, county.clock.at))
    expect(await listed()).toBe(false)
  })
  it('of two that are prepared at once neither takes the other’s place: the second takes the next number', async () => {
    const one = ['dazhuang', 'officer', '泗政〔2018〕30号'] as const
    const other = ['caogou', 'officer2', '泗政〔2018〕31号'] as const
    const answers = await Promise.all([prepare(...one), prepare(...other)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [first, second] = answers[0]?.status === 200 ? ([one, other] as const) : ([other, one] as const)
    expect((await show()).all).toMatchObject([{ n: 1, number: first[2] }])
    expect((await prepare(second[0], second[1], second[2])).status).toBe(200)
    expect((await show()).all).toMatchObject([
      { n: 1, number: first[2] },
      { n: 2, number: second[2] },
    ])
  })
})
