/** A list that its body ranks: each line with its place, which is the act's own whatever becomes of the line. */
import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { resolutionPage } from '#contracts/meeting.ts'
import { submissionPage } from '#contracts/papers/submission.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { type County, file, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

const [PATH, STREAM] = ['batches/2018-2/steps/candidacy/resolutions', 'resolution/2018-2/candidacy']
const UNITS = ['dazhuang', 'caogou', 'huangwei']
const WAY = [
  ['application', 'submitted', 'review'],
  ['review', 'accepted', 'selection'],
  ['selection', 'cultivated', 'implementation'],
  ['implementation', 'ended', 'declaration'],
  ['declaration', 'declared', 'acceptance'],
  ['acceptance', 'accepted', 'assessment'],
  ['assessment', 'recommended', 'candidacy'],
]
const list = {
  ...{ meeting: '考核组会议', number: '考核组名单1号', date: '2018-05-10', minutes: file(9) },
  ...{ present: ['许建国', '宋志远'], absent: [], how: { kind: 'discussion' }, recusals: [] },
  ...{ cases: UNITS, outcome: 'candidate', ranks: { dazhuang: 2, caogou: 3, huangwei: 1 } },
  exceptions: [{ case: 'caogou', outcome: 'notCandidate', reason: '名次在前2名以外。' }],
}
let county: County
const sign = (body: object = {}, who = 'leader') => county.post(who, PATH, { ...list, ...body })
const wrong = async (body: object) => (await sign(body)).refusal().fields
const show = async (who = 'leader') => resolutionPage.parse((await county.get(who, PATH)).body)
const count = async () => (await county.events(STREAM)).length
const follow = (unit: string, line: { outcome: string; rank: number }) =>
  county.run(
    caseKind,
    caseStream('2018-2', unit),
    applyLine(
      { step: 'candidacy', act: { stream: STREAM, number: 1 }, ...line },
      { by: 'leader', received: county.clock.at },
    ),
  )
const page = async (who: string, unit = 'dazhuang') => (await county.get(who, `cases/2018-2/${unit}`)).page()

beforeEach(async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
  const opening = { batch: '2018-2', trial: false, procedure: variantOf(procedureAt('creation-2018@1')!), dates: {} }
  const at = county.clock.at
  for (const unit of UNITS)
    await county.run(caseKind, caseStream('2018-2', unit), (): CaseEvent[] => [
      { type: 'opened', v: 1, at, by: `${unit}-clerk`, unit, ...opening },
      ...WAY.map(
        ([step = '', outcome = '', to = ''], i): CaseEvent => ({
          ...{ type: 'decided', v: 1, at, by: 'somebody', step, visit: 1 + i, outcome, to },
        }),
      ),
    ])
  county.clock.at = '2018-05-10T06:00:00.000Z'
})

describe('a list that is ranked', () => {
  it('is recorded with the place of each unit, and stands in that order', async () => {
    expect(await show()).toMatchObject({ ranked: true, limited: 'candidate', quota: 2 })
    const { status, body } = await sign()
    expect(status).toBe(200)
    const places = resolutionPage.parse(body).meetings[0]?.lines.map(({ unit, rank, outcome }) => [rank, unit, outcome])
    expect(places).toEqual([
      [1, 'huangwei', 'candidate'],
      [2, 'dazhuang', 'candidate'],
      [3, 'caogou', 'notCandidate'],
    ])
  })
  it('is refused at each line without a place, by units, and by whoever does not record it', async () => {
    expect(await wrong({ ranks: undefined })).toEqual(
      Object.fromEntries(UNITS.map((one) => [`ranks.${one}`, '请填写名次'])),
    )
    for (const who of ['scorer', 'officer', 'dazhuang-clerk']) expect((await sign({}, who)).status).toBe(403)
    expect(await count()).toBe(0)
  })
  it.each([
    [
      { dazhuang: 1, caogou: 3, huangwei: 3 },
      { 'ranks.caogou': '第1名之后应为第2名，填的是第3名；请改正', 'ranks.huangwei': expect.any(String) },
    ],
    [{ dazhuang: 1, caogou: 2, huangwei: 1 }, { 'ranks.caogou': expect.stringContaining('第1名有2个单位') }],
    [{ dazhuang: 2, caogou: 4, huangwei: 1 }, { 'ranks.caogou': '名单共3个单位，没有第4名；请改正' }],
    [{ dazhuang: 0, caogou: 2, huangwei: 1 }, { 'ranks.dazhuang': '名次应为1至600的整数，收到0；请改正' }],
    [{ dazhuang: 2, caogou: 3, huangwei: 1, dunji: 4 }, { 'ranks.dunji': '该单位不在本次会议决定中，请去掉名次' }],
  ])('is refused with %j', async (ranks, fields) => {
    expect(await wrong({ ranks })).toEqual(fields)
    expect(await count()).toBe(0)
  })
  it('is refused where a unit is passed over and nothing says why, or the quota ends among even ones', async () => {
    const passed = {
      outcome: 'notCandidate',
      exceptions: [{ case: 'caogou', outcome: 'candidate', reason: '考核组确定。' }],
    }
    expect(await wrong({ ...passed, cases: ['dazhuang', 'caogou'], ranks: { dazhuang: 1, caogou: 2 } })).toEqual({
      'ranks.dazhuang': '名次不在其后的单位已列入，请写明该单位没有列入的理由',
    })
    expect((await sign({ exceptions: [], ranks: { dazhuang: 1, caogou: 2, huangwei: 2 } })).refusal().error).toBe(
      '本批次名额为2个，此前已用0个，本次又列3个，超出1个；并列第2名有2个单位，名额只余1个。',
    )
    expect(await count()).toBe(0)
  })
  it('decides nothing when it is sent again', async () => {
    await sign()
    expect((await sign()).status).toBe(200)
    expect(await count()).toBe(1)
  })
  it('is of a step that ranks: another one takes no places', async () => {
    const path = 'batches/2018-2/steps/selection/resolutions'
    const { fields } = (
      await county.post('group-secretary', path, { ...list, outcome: 'cultivated', exceptions: [] })
    ).refusal()
    expect(fields).toMatchObject({ 'ranks.dazhuang': '“确定培育对象”环节不排名次，请去掉名次' })
  })
})

describe('a place', () => {
  beforeEach(async () => {
    await sign()
    await follow('dazhuang', { outcome: 'candidate', rank: 2 })
    await follow('caogou', { outcome: 'notCandidate', rank: 3 })
  })
  it('is read by its own unit on the page of its case, and nobody else’s', async () => {
    const { timeline, result } = await page('dazhuang-clerk')
    expect(timeline.at(-1)).toMatchObject({ event: '候选单位（第2名）', outcomeTitle: '候选单位' })
    expect(result).toMatchObject({ step: '审定候选单位', outcome: '候选单位（第2名）' })
    expect((await county.get('dazhuang-clerk', PATH)).status).toBe(403)
    expect((await county.get('dazhuang-clerk', 'cases/2018-2/caogou')).status).toBe(403)
  })
  it('stands in the paper by which the list goes to the next body', async () => {
    await county.run(caseKind, caseStream('2018-2', 'dazhuang'), (): CaseEvent[] => [
      {
        ...{ type: 'decided', v: 1, at: county.clock.at, by: 'officer', step: 'notice', visit: 9 },
        ...{ outcome: 'clear', to: 'proposal' },
      },
    ])
    const { body } = await county.get('officer', 'batches/2018-2/steps/proposal/submissions/next')
    expect(submissionPage.parse(body).units[0]?.conclusions).toContainEqual({
      ...{ step: '审定候选单位', outcome: '候选单位（第2名）', reason: '' },
    })
  })
  it('stays the line’s when its outcome is corrected', async () => {
    county.clock.at = '2018-05-10T07:00:00.000Z'
    const said = { outcome: 'notCandidate', reason: '登记时选错了一行。', inMinutes: '第二名不列入候选。', corrects: 8 }
    const drafted = (await county.click('leader', 'dazhuang/steps/candidacy/correction', said)).page()
    const signing = { drafted: drafted.correction?.drafted }
    expect((await county.click('office-head', 'dazhuang/steps/candidacy/correction/sign', signing)).status).toBe(200)
    const line = (await show()).meetings[0]?.lines.find(({ unit }) => unit === 'dazhuang')
    expect(line).toMatchObject({ rank: 2, outcome: 'candidate', corrected: [{ outcome: 'notCandidate' }] })
    expect((await page('dazhuang-clerk')).timeline.map(({ event }) => event)).toContain('候选单位（第2名）')
  })
})
