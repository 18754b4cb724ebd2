/** The commands that only the whole procedure has: drafted judgements, work, inquiry, lists that are submitted, a second form, a decision. */
import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { hold, settleHold } from '#case/hold.ts'
import { lapse } from '#case/lapse.ts'
import { announcementsPage } from '#contracts/announcement.ts'
import { earlierPage, inquiriesPage } from '#contracts/case-page.ts'
import { resolutionPage } from '#contracts/meeting.ts'
import { type PanelEvent, panelKind } from '#steps/inquiry/panel.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { NoticeEvent } from '#steps/notice/notice-events.ts'
import { type ObjectionEvent, objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { type County, complete, FORM, file, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const DECLARATION = 'forms/creation-declaration'
const declared = {
  unitKind: 'government',
  representative: '郑镇长',
  address: '大庄镇政府街1号',
  contact: '周联系',
  phone: '13955571234',
  email: 'dz@example.gov.cn',
  reason: '创建达标',
  report: [file(1)],
  experience: [file(2)],
}
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
})
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
/** What is read apart from the page. */
const earlier = async (who: string) => earlierPage.parse((await county.get(who, 'cases/2018-2/dazhuang/earlier')).body)
const inquiries = async (who: string) =>
  inquiriesPage.parse((await county.get(who, 'cases/2018-2/dazhuang/inquiries')).body)
const offered = async (who: string) => (await page(who)).commands.map(({ name }) => name)
const click = (who: string, path: string, body?: unknown, key?: string) =>
  county.click(who, `dazhuang/${path}`, body, key)
const count = async (stream = CASE) => (await county.events(stream)).length
const refusal = async (answer: ReturnType<typeof click>) => (await answer).refusal()

/** As the conductor would: the case takes the line of an act. */
const follow = (step: string, outcome: string, stream: string, number = 1, by = 'group-secretary') =>
  county.run(caseKind, CASE, applyLine({ step, outcome, act: { stream, number } }, { by, received: county.clock.at }))
const accept = async (step: string) => {
  await click('officer', `steps/${step}/draft`, { outcome: 'accepted', reason: '符合条件' })
  const { draft } = await page('office-head')
  return click('office-head', `steps/${step}/draft/sign`, { drafted: draft?.drafted })
}
async function atWork() {
  await county.submitted()
  await accept('review')
  await follow('selection', 'cultivated', 'resolution/2018-2/selection')
}
async function atDeclaration() {
  await atWork()
  county.clock.at = '2018-10-31T16:03:00.000Z'
  await county.run(caseKind, CASE, lapse(county.clock.at))
}
async function handIn() {
  await click('dazhuang-clerk', `${DECLARATION}/save`, declared)
  await county.signAll('dazhuang', 'creation-declaration')
  return click('dazhuang-clerk', `${DECLARATION}/submit`)
}
async function atInquiry() {
  await atDeclaration()
  await handIn()
  await accept('acceptance')
}

describe('a drafted judgement', () => {
  beforeEach(async () => {
    await county.submitted()
  })
  const draft = (body: object = {}, who = 'officer', key?: string) =>
    click(who, 'steps/review/draft', { outcome: 'accepted', reason: '符合条件', ...body }, key)
  const sign = async (who = 'office-head') =>
    click(who, 'steps/review/draft/sign', { drafted: (await page('office-head')).draft?.drafted })

  it('is the officer’s to draft and the head’s to sign, and the signature is the form’s box', async () => {
    expect(await offered('officer')).toEqual(['draft-decision', 'raise-veto'])
    expect(await offered('office-head')).toEqual([])
    expect((await draft()).page()).toMatchObject({
      step: 'review',
      draft: { by: '钱经办（法制办经办人）', outcomeTitle: '通过', reason: '符合条件' },
    })
    const [signing, otherwise] = (await page('office-head')).commands
    expect(signing).toMatchObject({
      name: 'decide-step',
      path: '/api/cases/2018-2/dazhuang/steps/review/draft/sign',
      fields: [],
      values: { drafted: (await page('officer')).draft?.drafted },
      todo: '签发“初审”',
    })
    expect(otherwise).toMatchObject({ name: 'decide-step', path: '/api/cases/2018-2/dazhuang/steps/review/decide' })
    expect(otherwise?.todo).toBeUndefined()
    const after = (await sign()).page()
    expect(after).toMatchObject({ step: 'selection', kind: 'resolution' })
    expect(after.draft).toBeUndefined()
    expect(after.form?.signOffs.at(-1)).toEqual({
      name: 'countyOffice',
      title: '县法制机构意见',
      on: '2018-05-10',
      by: '赵主任（法制办负责人）',
      opinion: '符合条件',
    })
    expect((await county.events(CASE)).at(-1)).toMatchObject({
      type: 'decided',
      by: 'office-head',
      draftedBy: 'officer',
    })
  })
  it('is read by who drafts or decides alone, be it pending or returned', async () => {
    await draft()
    const reads = async (who: string) => {
      const { draft: pending, draftReturned, timeline } = await page(who)
      const told = timeline.filter(({ event }) => event.startsWith('拟办'))
      return [pending?.reason, draftReturned?.reason, told.length]
    }
    for (const who of ['officer2', 'office-head']) expect(await reads(who)).toEqual(['符合条件', undefined, 1])
    const others = ['secretary', 'group-secretary', 'scorer', 'leader']
    for (const who of others) expect(await reads(who)).toEqual([undefined, undefined, 0])
    const back = { drafted: (await page('office-head')).draft?.drafted, reason: '请核对范围' }
    await click('office-head', 'steps/review/draft/return', back)
    expect((await reads('officer'))[1]).toBe('请核对范围')
    for (const who of others) expect(await reads(who)).toEqual([undefined, undefined, 0])
  })
  it('is read by nobody of the unit before it is signed', async () => {
    await draft()
    const own = await page('dazhuang-clerk')
    expect(own.draft).toBeUndefined()
    expect(own.timeline.at(-1)?.event).toBe('已提交')
    await sign()
    expect((await page('dazhuang-clerk')).timeline.at(-1)).toMatchObject({ event: '通过', reason: '符合条件' })
    expect((await page('officer2')).timeline.map(({ event }) => event)).toContain('拟办：通过')
  })
  it('is refused to whoever drafted it, to the officer alone, and as another than was seen', async () => {
    expect((await click('officer', 'steps/review/decide', { outcome: 'accepted', reason: '好' })).status).toBe(403)
    expect(
      (await refusal(click('office-head', 'steps/review/decide', { outcome: 'accepted', reason: '好' }))).code,
    ).toBe('elsewhere')
    await draft()
    expect((await sign('officer')).status).toBe(403)
    const seen = (await page('office-head')).draft?.drafted
    county.clock.at = '2018-05-10T03:00:00.000Z'
    const mine = { outcome: 'refused', reason: '不符' }
    // Another's draft gives way to whoever has seen it, and the refusal says whose it is.
    expect(await refusal(draft(mine, 'officer2'))).toMatchObject({
      code: 'conflict',
      error: expect.stringMatching(/^钱经办于2018年5月10日\d+时\d\d分拟制了拟办意见“通过”，您打开页面时还没有；/),
    })
    const offer = (await page('officer2')).commands.find(({ name }) => name === 'draft-decision')
    expect(offer?.values).toEqual({ replaces: seen })
    expect((await draft({ ...mine, ...offer?.values }, 'officer2')).status).toBe(200)
    expect((await refusal(click('office-head', 'steps/review/draft/sign', { drafted: seen }))).error).toContain(
      '您看到的拟办意见之后又修改过',
    )
    expect((await draft({}, 'scorer')).status).toBe(403)
  })
  it('goes back with a reason that the office reads, and is drafted again; twice is once', async () => {
    await draft({}, 'officer', 'the-same-draft')
    expect((await draft({}, 'officer', 'the-same-draft')).status).toBe(200)
    const { draft: seen } = await page('office-head')
    const back = { drafted: seen?.drafted, reason: '请核对范围' }
    expect((await click('office-head', 'steps/review/draft/return', back)).page()).toMatchObject({
      draftReturned: { by: '赵主任（法制办负责人）', reason: '请核对范围' },
    })
    const before = await count()
    expect((await click('office-head', 'steps/review/draft/return', back)).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await page('officer')).commands[0]).toMatchObject({ todo: '拟办被退回：请核对范围' })
    expect((await page('dazhuang-head')).draftReturned).toBeUndefined()
    await draft({ reason: '范围已核对' })
    const { draft: again, commands } = await page('officer')
    expect(commands[0]?.values).toEqual({ replaces: again?.drafted })
    expect((await sign()).page().step).toBe('selection')
  })
  it('that went back is what the next one begins with', async () => {
    const reopened = { outcome: 'returned', reason: '请补正', reopens: ['reason'], lastDay: '2018-05-30' }
    await draft(reopened)
    const { draft: seen } = await page('office-head')
    expect(seen?.due).toBe('2018年5月30日24时')
    await click('office-head', 'steps/review/draft/return', { drafted: seen?.drafted, reason: '请核对范围' })
    expect((await page('officer')).commands[0]).toMatchObject({ name: 'draft-decision', values: reopened })
    expect((await draft({ ...reopened, reason: '请补正名称' })).page().draft?.reason).toBe('请补正名称')
  })
  it('of the unit is taken back before it is begun, and not afterwards', async () => {
    expect((await click('dazhuang-clerk', `${FORM}/recall`)).page()).toMatchObject({ step: 'application' })
    expect((await click('dazhuang-clerk', `${FORM}/recall`)).status).toBe(200)
    await click('dazhuang-clerk', `${FORM}/submit`)
    await draft()
    expect((await refusal(click('dazhuang-clerk', `${FORM}/recall`))).error).toContain('已经开始审核')
    expect(await offered('dazhuang-clerk')).toEqual(['enter-withdrawal'])
    expect((await click('caogou-clerk', `${FORM}/recall`)).status).toBe(403)
  })
})

describe('a signer', () => {
  it('sends the form back to the clerk, who mends it', async () => {
    await click('dazhuang-clerk', 'open')
    await click('dazhuang-clerk', `${FORM}/save`, complete)
    const covers = (await page('dazhuang-legal')).form?.digest
    const decline = { signOff: 'legalOffice', covers, reason: '理由太短' }
    expect((await click('dazhuang-clerk', `${FORM}/decline`, decline)).status).toBe(403)
    expect((await click('dazhuang-head', `${FORM}/decline`, decline)).status).toBe(403)
    const shown = (await click('dazhuang-legal', `${FORM}/decline`, decline)).page()
    expect(shown.form?.declined).toEqual({
      title: '本单位法制机构意见',
      by: 'dazhuang法制（创建单位法制机构负责人）',
      reason: '理由太短',
    })
    const before = await count()
    expect((await click('dazhuang-legal', `${FORM}/decline`, decline)).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await page('dazhuang-clerk')).commands[0]).toMatchObject({
      name: 'save-form',
      todo: '签署人退回修改：理由太短',
      values: { base: covers },
    })
    const mended = await click('dazhuang-clerk', `${FORM}/save`, { ...complete, reason: '写得更长一些' })
    expect(mended.page().form?.declined).toBeUndefined()
  })
})

describe('a form', () => {
  it('that nobody knows is unknown, and one of another step stands elsewhere', async () => {
    expect(await click('dazhuang-clerk', 'forms/nonsense/save', {})).toMatchObject({ status: 404 })
    await click('dazhuang-clerk', 'open')
    expect((await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, declared))).code).toBe('elsewhere')
  })
  it('of a later step is another paper: what is personal apart, its own sign-offs, the first one beside it', async () => {
    await atDeclaration()
    const empty = await page('dazhuang-clerk')
    expect(empty).toMatchObject({ step: 'declaration', form: { name: 'creation-declaration', missing: [] } })
    expect(empty.form?.digest).toBeUndefined()
    expect(empty.others).toEqual([{ name: 'creation-application', title: '创建申请表', step: 'application' }])
    const wrong = await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, { email: 'x', creationPlan: [] }))
    expect(wrong).toEqual({
      code: 'incomplete',
      error: '“单位申报表”有2处需要修改。',
      fields: { email: expect.stringContaining('电子邮箱应为'), creationPlan: '没有这个填写项' },
    })
    const saved = (await click('dazhuang-clerk', `${DECLARATION}/save`, declared)).page()
    expect(saved.form).toMatchObject({ values: declared, missing: [] })
    const [, event] = (await county.events(CASE)).slice(-2) as { attachments?: string[] }[]
    expect(event?.attachments).toEqual([file(1), file(2)])
    expect(JSON.stringify(await county.events(CASE))).not.toContain('13955571234')
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).text).not.toContain('dz@example.gov.cn')
    await county.signAll('dazhuang', 'creation-declaration')
    expect((await click('dazhuang-clerk', `${DECLARATION}/submit`)).page()).toMatchObject({
      step: 'acceptance',
      form: { name: 'creation-declaration' },
    })
    const back = { outcome: 'returned', reason: '请补充', reopens: ['report', 'phone'] }
    await click('officer', 'steps/acceptance/draft', back)
    const { draft } = await page('office-head')
    // The later of the declaration's own date and ten days from the signature.
    expect(draft).toMatchObject({
      reopens: ['report', 'phone'],
      due: expect.stringMatching(/^2018年11月30日24时（默认：/),
    })
    const returned = await click('office-head', 'steps/acceptance/draft/sign', { drafted: draft?.drafted })
    expect(returned.page()).toMatchObject({ step: 'declaration', due: { said: '2018年11月30日24时' } })
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    expect((await page('officer')).sinceReturn?.answers).toMatchObject([
      { name: 'phone', changed: false },
      { name: 'report', changed: true, before: [file(1)], now: [file(3)] },
    ])
    expect(
      (await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, reason: '改' }))).fields,
    ).toEqual({
      reason: '此项未退回，不能修改',
    })
  })
})

describe('the forms of other steps', () => {
  it('are read apart, by the unit too, and nothing personal in them', async () => {
    await atDeclaration()
    for (const who of ['dazhuang-clerk', 'officer', 'scorer']) {
      const answer = await county.get(who, 'cases/2018-2/dazhuang/earlier')
      const { phone: _hidden, contact: _too, ...rest } = complete
      const [paper, ...more] = earlierPage.parse(answer.body).papers
      expect([paper?.name, paper?.values, more]).toEqual(['creation-application', rest, []])
      expect(paper?.files).toContainEqual({ owner: 'dazhuang', sha256: file(1), name: '材料1.pdf' })
      expect(paper?.signOffs.map(({ opinion }) => opinion)).toEqual(['同意', '同意申请', '符合条件'])
      expect(answer.text).not.toContain(complete.phone)
    }
  })
  it('are none before there is a second one, and before anything was filled in', async () => {
    expect(await earlier('officer')).toEqual({ papers: [] })
    await county.submitted()
    expect(await earlier('officer')).toEqual({ papers: [] })
    expect(await page('officer')).toMatchObject({ others: [], worked: false })
  })
  it('are refused to other units, as the case is, and to whoever is nobody', async () => {
    await county.submitted()
    for (const part of ['', '/earlier', '/inquiries'])
      for (const who of ['caogou-clerk', 'caogou-head', 'nobody'])
        expect([part, who, (await county.get(who, `cases/2018-2/dazhuang${part}`)).status]).toEqual([part, who, 403])
  })
})

describe('work', () => {
  const report = { n: 1, text: '已完成培训。', files: [file(1)] }
  beforeEach(atWork)

  it('is reported by the unit and guided by the office, in the stream beside the case', async () => {
    const [offer] = (await page('dazhuang-clerk')).commands
    expect(offer).toMatchObject({ name: 'report-progress', title: '报送第1次进展报告', values: { n: 1 } })
    const after = (await click('dazhuang-clerk', 'steps/implementation/reports', report)).page()
    expect(after.work?.reports.map(({ n, title, due }) => [n, title, due.said])).toEqual([
      [1, '第1次进展报告', '2018年7月10日24时'],
      [2, '第2次进展报告', '2018年10月10日24时'],
      [3, '第3次进展报告', '2018年10月31日24时'],
    ])
    expect(after.work?.reports[0]?.sent).toMatchObject({
      by: 'dazhuang经办（创建单位经办人）',
      text: '已完成培训。',
      files: [{ owner: 'dazhuang', sha256: file(1), name: '材料1.pdf' }],
      late: false,
    })
    expect(after.commands[0]).toMatchObject({ title: '报送第2次进展报告', values: { n: 2 } })
    const guided = (await click('officer', 'steps/implementation/guidance', { text: '请补案例。' })).page()
    expect(guided.work?.guidance).toMatchObject([{ by: '钱经办（法制办经办人）', text: '请补案例。' }])
    expect(await county.events('progress/2018-2/dazhuang')).toHaveLength(2)
  })
  it('is refused to others, with files that nobody keeps, of a number that is not due, and elsewhere', async () => {
    expect((await click('officer', 'steps/implementation/reports', report)).status).toBe(403)
    expect((await click('dazhuang-clerk', 'steps/implementation/guidance', { text: '好' })).status).toBe(403)
    const path = 'steps/implementation/reports'
    expect((await refusal(click('dazhuang-clerk', path, { ...report, files: [file(8)] }))).fields).toHaveProperty(
      'files',
    )
    expect((await refusal(click('dazhuang-clerk', path, { ...report, n: 9 }))).code).toBe('unknown')
    expect((await refusal(click('dazhuang-clerk', 'steps/review/reports', report))).code).toBe('elsewhere')
    expect(await count('progress/2018-2/dazhuang')).toBe(0)
  })
  it('has nothing to do a second time', async () => {
    for (let time = 0; time < 2; time++) {
      expect((await click('dazhuang-clerk', 'steps/implementation/reports', report, 'one-report')).status).toBe(200)
      expect((await click('dazhuang-clerk', 'steps/implementation/reports', report)).status).toBe(200)
      expect((await click('officer', 'steps/implementation/guidance', { text: '好' })).status).toBe(200)
    }
    expect(await count('progress/2018-2/dazhuang')).toBe(2)
  })
  it('is read afterwards too, by whoever judges the unit and by the unit, and changed by nobody', async () => {
    await click('dazhuang-clerk', 'steps/implementation/reports', report)
    await click('officer', 'steps/implementation/guidance', { text: '请补案例。' })
    county.clock.at = '2018-10-31T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    await handIn()
    expect((await earlier('dazhuang-clerk')).work?.reports[0]?.sent?.text).toBe('已完成培训。')
    await accept('acceptance')
    for (const who of ['officer', 'scorer', 'group-secretary', 'dazhuang-clerk']) {
      const { work: over, worked, commands } = await page(who)
      expect([over, worked]).toEqual([undefined, true])
      const { work } = await earlier(who)
      expect(work?.reports[0]?.sent?.text).toBe('已完成培训。')
      expect(work?.guidance).toMatchObject([{ text: '请补案例。' }])
      expect(commands.map(({ name }) => name)).not.toContain('report-progress')
    }
  })
})

describe('a longer date', () => {
  const extend = (step: string, lastDay: string, who = 'office-head') =>
    click(who, `steps/${step}/extend`, { lastDay, reason: '汛期' })

  it('is given by the head, before the case is opened too, once', async () => {
    expect((await extend('application', '2018-05-20')).page()).toMatchObject({ step: 'nowhere', seen: 1 })
    expect((await extend('application', '2018-05-20')).status).toBe(200)
    expect(await count()).toBe(1)
    county.clock.at = '2018-05-18T02:00:00.000Z'
    expect((await page('dazhuang-clerk')).commands).toMatchObject([{ name: 'open-case', todo: '开始填写“创建申请”' }])
    expect((await page('office-head')).commands.map(({ name }) => name)).toEqual(['extend-case'])
    expect((await click('dazhuang-clerk', 'open')).page().due).toMatchObject({ said: '2018年5月20日24时' })
    expect((await page('officer')).timeline[0]).toMatchObject({
      step: '创建申请',
      event: '期限延长至2018年5月20日24时',
      reason: '汛期',
    })
  })
  it('opens a case again that time has ended, and is offered there', async () => {
    await click('dazhuang-clerk', 'open')
    county.clock.at = '2018-05-15T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    const [offer] = (await page('office-head')).commands
    expect(offer).toMatchObject({
      name: 'extend-case',
      path: '/api/cases/2018-2/dazhuang/steps/application/extend',
    })
    expect((await extend('application', '2018-05-25')).page()).toMatchObject({ step: 'application', ended: false })
  })
  it('is refused for a unit that is not in scope', async () => {
    const path = 'cases/2018-2/huangwei/steps/application/extend'
    const answer = await county.post('office-head', path, { lastDay: '2018-05-20', reason: '汛期' })
    expect(answer.refusal()).toMatchObject({ code: 'conflict', error: expect.stringContaining('不在创建范围内') })
    expect(await county.events('case/2018-2/huangwei')).toEqual([])
  })
  it('is refused to officers, to the unit, earlier than now, and where no date is', async () => {
    await click('dazhuang-clerk', 'open')
    for (const who of ['officer', 'dazhuang-head'])
      expect((await extend('application', '2018-05-20', who)).status).toBe(403)
    expect((await refusal(extend('application', '2018-05-01'))).fields).toEqual({ lastDay: '请填写更晚的日期' })
    expect((await refusal(extend('review', '2018-06-01'))).fields).toHaveProperty('step')
  })
})

describe('an inquiry', () => {
  const record = (method: string, more: object = {}, who = 'scorer', key?: string) =>
    click(who, `steps/assessment/methods/${method}`, { on: '2018-11-01', findings: '情况属实', ...more }, key)
  const end = (method: string, who = 'scorer', key?: string) =>
    click(who, `steps/assessment/methods/${method}/end`, {}, key)
  const METHODS = ['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews']
  const STREAM = 'panel/2018-2/dazhuang/7'
  beforeEach(atInquiry)

  it('is shown with the one before and with what was found, where a unit is assessed once more', async () => {
    const findings = '第一次座谈，情况属实'
    await record('hearing', { findings, files: [file(9)] })
    await county.run(panelKind, STREAM, (): PanelEvent[] => [
      {
        type: 'settled',
        v: 1,
        at: county.clock.at,
        by: 'leader',
        step: 'assessment',
        outcome: 'recommended',
        reason: '各项较好',
      },
    ])
    expect((await page('leader')).inquiry).toMatchObject({ more: false, result: { reason: '各项较好' } })
    expect(await inquiries('leader')).toEqual({ earlier: [] })
    await follow('assessment', 'recommended', STREAM, 2, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy')
    const [notice, received] = ['notice/2018-2/1', county.clock.at]
    const about = (objection: string, unit: string) => ({
      ...({
        type: 'objectionReceived',
        v: 1,
        at: received,
        by: 'officer',
        objection,
        about: unit,
        channel: 'letter',
      } as const),
      ...{ on: '2018-11-01', anonymous: true, content: file(7), code: 'code' },
    })
    await county.run(noticeKind, notice, (): NoticeEvent[] => [
      ...[about('o-1', 'dazhuang'), about('o-2', 'caogou'), about('o-3', 'dazhuang')],
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-1', result: 'reassess' },
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-2', result: 'reassess' },
      { type: 'objectionSettled', v: 1, at: received, objection: 'o-3', result: 'notUpheld' },
    ])
    await county.run(objectionKind, objectionStream('o-1'), (): ObjectionEvent[] => [
      {
        type: 'found',
        v: 1,
        at: received,
        by: 'office-head',
        result: 'reassess',
        reason: '得分有误',
        reply: '重新考核',
      },
    ])
    await follow('notice', 'reassess', notice, 1, 'officer')
    const now = await page('scorer')
    expect(now.step).toBe('assessment')
    const [hearing] = now.inquiry?.methods ?? []
    expect(hearing).toMatchObject({ ended: false, records: [] })
    expect(now.inquiry?.more).toBe(true)
    const before = await inquiries('scorer')
    expect(before.again).toEqual({ at: received, findings: [{ objection: 'o-1', reason: '得分有误' }] })
    expect(before.earlier).toMatchObject([
      {
        visit: 7,
        result: { by: '卫组长（考核组组长）', reason: '各项较好' },
        methods: [
          { records: [{ findings, by: '蒋成员（考核组成员）', files: [{ sha256: file(9) }] }] },
          {},
          {},
          {},
          {},
        ],
      },
    ])
    expect(before.earlier[0]).not.toHaveProperty('again')
    expect((await page('dazhuang-clerk')).inquiry).toBeUndefined()
    expect(await inquiries('dazhuang-clerk')).toEqual({ earlier: [] })
  })
  it('is shown at once to whoever decides that a unit comes to it, without what an earlier visit recorded', async () => {
    await record('hearing', {})
    const wrong = { outcome: 'returned', reason: '缺少数据', reopens: ['report'], corrects: 6 }
    await click('officer', 'steps/acceptance/correction', wrong)
    const { correction } = await page('office-head')
    await click('office-head', 'steps/acceptance/correction/sign', { drafted: correction?.drafted })
    expect(await page('officer')).toMatchObject({ step: 'declaration', inquiry: { more: false } })
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    await county.signAll('dazhuang', 'creation-declaration')
    await click('dazhuang-clerk', `${DECLARATION}/submit`)
    const { step, inquiry } = (await accept('acceptance')).page()
    expect([step, inquiry?.more]).toEqual(['assessment', true])
    expect(inquiry?.methods.map(({ records }) => records.length)).toEqual(METHODS.map(() => 0))
    expect((await inquiries('officer')).earlier).toMatchObject([
      { visit: 7, methods: [{ records: [{}] }, {}, {}, {}, {}] },
    ])
  })
  it('has nothing more to show where nothing was recorded on the visit before', async () => {
    const wrong = { outcome: 'returned', reason: '缺少数据', reopens: ['report'], corrects: 6 }
    await click('officer', 'steps/acceptance/correction', wrong)
    const { correction } = await page('office-head')
    await click('office-head', 'steps/acceptance/correction/sign', { drafted: correction?.drafted })
    expect(await page('officer')).not.toHaveProperty('inquiry')
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    await county.signAll('dazhuang', 'creation-declaration')
    await click('dazhuang-clerk', `${DECLARATION}/submit`)
    const { step, inquiry } = (await accept('acceptance')).page()
    expect([step, inquiry?.more]).toEqual(['assessment', false])
    expect(await inquiries('officer')).toEqual({ earlier: [] })
  })
  it('is recorded and ended method by method, and settled by the leader', async () => {
    expect((await page('scorer')).commands.map(({ name, method }) => `${name} ${method}`).slice(0, 2)).toEqual([
      'record-method hearing',
      'end-method hearing',
    ])
    const after = (await record('siteVisit', { place: '执法大厅', files: [file(9)] })).page()
    expect(after.inquiry?.methods[2]).toMatchObject({
      name: 'siteVisit',
      title: '现场检查',
      ended: false,
      records: [{ by: '蒋成员（考核组成员）', place: '执法大厅', files: [{ owner: 'office', name: '会议纪要.pdf' }] }],
    })
    for (const method of METHODS) {
      await record(method, {}, 'scorer', method === 'lawTest' ? 'recorded-once' : undefined)
      await end(method, 'scorer', method === 'lawTest' ? 'ended-once' : undefined)
    }
    expect(await count(STREAM)).toBe(11)
    expect(await offered('leader')).toEqual(['settle-inquiry'])
    expect((await page('leader')).inquiry?.result).toBeUndefined()
    const settled = { outcome: 'recommended', reason: '各项较好' }
    const settle = (key?: string) => click('leader', 'steps/assessment/settle', settled, key)
    expect((await settle('settled-once')).status).toBe(200)
    expect((await settle()).status).toBe(200)
    expect(await count(STREAM)).toBe(12)
    await follow('assessment', 'recommended', STREAM, 12, 'leader')
    // The answer was lost, and the case has followed meanwhile.
    expect((await settle('settled-once')).page()).toMatchObject({ step: 'candidacy' })
    expect((await refusal(settle())).code).toBe('elsewhere')
    for (const again of [record('lawTest', {}, 'scorer', 'recorded-once'), end('lawTest', 'scorer', 'ended-once')])
      expect((await again).status).toBe(200)
    expect((await refusal(record('lawTest'))).code).toBe('elsewhere')
    expect(await count(STREAM)).toBe(12)
    expect((await page('officer')).timeline.at(-1)).toMatchObject({ event: '推荐', by: '卫组长（考核组组长）' })
    // It is read at later steps, by the office, the team and the bodies; never by the unit.
    for (const who of ['officer', 'scorer', 'group-secretary']) {
      const { inquiry } = await page(who)
      expect(inquiry?.result).toMatchObject({
        by: '卫组长（考核组组长）',
        outcomeTitle: '推荐',
        reason: '各项较好',
      })
      expect(inquiry?.methods[2]).toMatchObject({ ended: true, records: [{ place: '执法大厅' }, {}] })
    }
    expect((await page('dazhuang-clerk')).inquiry).toBeUndefined()
  })
  it('shows the unit nothing of its records while it goes on', async () => {
    await record('hearing')
    expect((await page('officer')).inquiry?.methods[0]?.records).toHaveLength(1)
    expect((await page('dazhuang-head')).inquiry).toBeUndefined()
  })
  it('is refused to the office and the unit, before anything was recorded, and while a method goes on', async () => {
    for (const who of ['officer', 'dazhuang-clerk']) expect((await record('hearing', {}, who)).status).toBe(403)
    expect((await refusal(end('hearing'))).code).toBe('incomplete')
    expect((await refusal(record('hearing', { on: '2018-12-01', files: [file(8)] }))).fields).toEqual({
      on: '日期不能晚于今天（2018年11月1日）',
      files: expect.stringContaining('还没有上传'),
    })
    expect((await refusal(record('nonsense'))).code).toBe('unknown')
    const settle = { outcome: 'recommended', reason: '好' }
    expect((await click('scorer', 'steps/assessment/settle', settle)).status).toBe(403)
    expect((await refusal(click('leader', 'steps/assessment/settle', settle))).error).toContain('还没有结束')
    expect(await count(STREAM)).toBe(0)
  })
})

describe('a list that is submitted to its body', () => {
  const list = (body: object = {}, who = 'officer') =>
    county.post(who, 'batches/2018-2/steps/selection/list', { cases: ['dazhuang'], text: '请审议', ...body })
  const meeting = {
    meeting: '领导小组第3次会议',
    number: '泗依法领〔2018〕3号',
    date: '2018-05-10',
    minutes: file(9),
    present: ['王副县长', '李主任', '钱局长', '孙局长', '周局长'],
    absent: [],
    how: { kind: 'vote', inFavour: 5, against: 0, abstained: 0 },
    cases: ['dazhuang'],
    outcome: 'cultivated',
    exceptions: [],
    recusals: [],
  }
  const record = (body: object = {}, who = 'group-secretary') =>
    county.post(who, 'batches/2018-2/steps/selection/resolutions', { ...meeting, ...body })
  const show = async (who = 'officer') =>
    resolutionPage.parse((await county.get(who, 'batches/2018-2/steps/selection/resolutions')).body)
  beforeEach(async () => {
    await county.submitted()
    await accept('review')
  })

  it('is decided after it was submitted only, by a vote where the body votes', async () => {
    expect(await show()).toMatchObject({
      body: '泗县依法行政工作领导小组',
      votes: true,
      prepares: true,
      limited: '',
      waiting: [{ unit: 'dazhuang', name: '大庄镇' }],
      submitted: [],
      commands: ['prepare-list'],
    })
    expect((await record()).refusal().fields).toEqual({ cases: '请去掉没有提请的单位' })
    const submitted = resolutionPage.parse((await list({ paper: file(9) })).body)
    expect(submitted.submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
    expect((await list({ paper: file(9) })).status).toBe(200)
    expect(await count('resolution/2018-2/selection')).toBe(1)
    for (const who of ['officer', 'office-head', 'group-secretary'])
      expect((await show(who)).lists).toEqual([
        {
          at: county.clock.at,
          by: '钱经办',
          text: '请审议',
          file: { owner: 'office', sha256: file(9), name: '会议纪要.pdf' },
          units: [{ unit: 'dazhuang', name: '大庄镇' }],
        },
      ])
    expect((await show('group-secretary')).commands).toEqual(['record-resolution'])
    expect((await record()).status).toBe(200)
    expect(await show()).toMatchObject({ waiting: [], submitted: [], meetings: [{ reference: meeting.number }] })
  })
  it('is refused to whoever does not submit or record, with cases elsewhere, and where nobody submits', async () => {
    expect((await list({}, 'group-secretary')).status).toBe(403)
    expect((await record({}, 'secretary')).status).toBe(403)
    expect((await list({ cases: ['dazhuang', 'caogou'], paper: file(8) })).refusal().fields).toEqual({
      cases: 'caogou没有申报件；请从名单中去掉',
      paper: expect.stringContaining('还没有上传'),
    })
    const path = 'batches/2018-2/steps/executiveMeeting/list'
    expect((await county.post('officer', path, { cases: ['dazhuang'], text: '' })).status).toBe(404)
  })
  it('makes the judgement before it final, though the case knows nothing of the list', async () => {
    const correction = { outcome: 'refused', reason: '不符', corrects: 2 }
    const correct = () => click('officer2', 'steps/review/correction', correction)
    expect(await offered('officer2')).toContain('draft-correction')
    await list()
    expect(await offered('officer2')).not.toContain('draft-correction')
    expect((await page('officer2')).final).toMatch(/^本件已列入名单/)
    expect((await refusal(correct())).error).toMatch(/^本件已列入名单，“初审”结论不能再更正/)
    county = await intakeCounty()
    await county.call(wholeTerms)
    await county.submitted()
    await accept('review')
    expect((await correct()).status).toBe(200)
  })
  it('shows a case that a veto or an objection holds back; what the meeting decided all the same is recorded', async () => {
    await list()
    await click('officer', 'veto', { item: 'vetoes-3', source: '判决' })
    expect((await show()).waiting).toEqual([
      { unit: 'dazhuang', name: '大庄镇', held: '有一票否决待确认，确认或不予确认以后再办理。', submitted: true },
    ])
    // Its line is set aside when the case follows the meeting.
    expect((await record()).status).toBe(200)
  })
})

it('a list that was submitted before a case was assessed again is over for it', async () => {
  const at = async () =>
    resolutionPage.parse((await county.get('officer', 'batches/2018-2/steps/proposal/resolutions')).body)
  const list = (key: string) =>
    county.post('officer', 'batches/2018-2/steps/proposal/list', { cases: ['dazhuang'], text: '' }, key)
  const toProposal = async (n: number) => {
    await follow('assessment', 'recommended', `panel/2018-2/dazhuang/${n}`, 1, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy', n)
    await follow('notice', 'clear', 'notice/2018-2/1', n)
  }
  await atInquiry()
  await toProposal(7)
  expect((await list('submitted-1')).status).toBe(200)
  expect((await at()).submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  const objection = { act: { stream: 'notice/2018-2/1', number: 8 }, objection: 'o-1' }
  const by = { by: 'officer', received: county.clock.at }
  await county.run(caseKind, CASE, hold(objection, by))
  await county.run(caseKind, CASE, settleHold({ ...objection, result: 'reassessment' }, by))
  await toProposal(9)
  expect(await at()).toMatchObject({ submitted: [], waiting: [{ unit: 'dazhuang' }] })
  expect((await list('submitted-2')).status).toBe(200)
  expect((await at()).submitted).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  expect(await count('resolution/2018-2/proposal')).toBe(2)
})

describe('a decision that is published', () => {
  const PATH = 'batches/2018-2/steps/naming/announcements'
  const document = { title: '命名决定', number: '泗政〔2018〕30号', date: '2018-10-28', cases: ['dazhuang'] }
  const prepare = (body: object = {}, who = 'officer', key?: string) =>
    county.post(who, PATH, { ...document, ...body }, key)
  const show = async (who = 'office-head') => announcementsPage.parse((await county.get(who, PATH)).body)
  const approve = async (who: string, more: object = {}, n = 1) => {
    const prepared = (await show()).all.find((one) => one.n === n)?.prepared
    return county.post(who, `${PATH}/${n}/approve`, { prepared, secrecyChecked: true, ...more })
  }
  beforeEach(async () => {
    await atInquiry()
    await follow('assessment', 'recommended', 'panel/2018-2/dazhuang/7', 1, 'leader')
    await follow('candidacy', 'candidate', 'resolution/2018-2/candidacy')
    await follow('notice', 'clear', 'notice/2018-2/1')
    await follow('proposal', 'proposed', 'resolution/2018-2/proposal')
    await follow('executiveMeeting', 'named', 'resolution/2018-2/executiveMeeting')
  })

  it('is prepared by the officer and approved by the head, and its line has the step’s one outcome', async () => {
    expect(await show('officer')).toMatchObject({ waiting: [{ unit: 'dazhuang' }], commands: ['prepare-announcement'] })
    expect((await prepare()).status).toBe(200)
    expect((await prepare()).status).toBe(200)
    expect(await count('decision/2018-2/1')).toBe(1)
    const { all } = await show()
    expect(all).toMatchObject([
      {
        n: 1,
        preparedBy: '钱经办',
        lines: [{ name: '大庄镇', outcomeTitle: '命名' }],
        commands: ['approve-announcement'],
      },
    ])
    expect((await approve('office-head', { secrecyChecked: false })).refusal().fields).toHaveProperty('secrecyChecked')
    expect((await approve('officer')).status).toBe(403)
    const published = announcementsPage.parse((await approve('office-head')).body)
    expect(published).toMatchObject({ waiting: [], all: [{ approvedBy: '赵主任', commands: [] }] })
    expect((await approve('office-head')).status).toBe(200)
    expect(await count('decision/2018-2/1')).toBe(2)
    await follow('naming', 'named', 'decision/2018-2/1', 2, 'office-head')
    const { ended, timeline, form } = await page('officer')
    expect(ended).toBe(true)
    expect(timeline.at(-1)).toMatchObject({ event: '命名', by: '《命名决定》（泗政〔2018〕30号）' })
    expect(form?.signOffs.at(-1)).toMatchObject({ name: 'leadingGroup', by: 'resolution/2018-2/proposal' })
  })
  it('says of a unit that cannot be named now why, before anybody approves it', async () => {
    await prepare()
    const held = async () => (await show()).all[0]?.lines[0]?.held
    expect(await held()).toBeUndefined()
    await click('officer', 'veto', { item: 'vetoes-3', source: '判决' })
    expect(await held()).toBe('有一票否决待确认，确认或不予确认以后再办理。')
    expect((await approve('office-head')).refusal().error).toContain('还不能签发')
    await county.clickSeen('office-head', 'dazhuang/veto/confirm')
    expect(await held()).toBe('本件已办结。')
  })
  it('goes back, is prepared again under its number, and another one takes the next', async () => {
    await prepare()
    const { prepared } = (await show()).all[0] ?? {}
    const back = () => county.post('office-head', `${PATH}/1/return`, { prepared, reason: '文号有误' })
    expect(announcementsPage.parse((await back()).body).all).toMatchObject([
      { n: 1, returned: '文号有误', commands: [] },
    ])
    expect((await back()).status).toBe(200)
    county.clock.at = '2018-11-02T02:00:00.000Z'
    await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'prepared-again')
    await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'prepared-again')
    expect((await show()).all).toMatchObject([{ n: 1, number: '泗政〔2018〕31号', commands: ['approve-announcement'] }])
    await approve('office-head')
    expect((await prepare({ number: '泗政〔2018〕31号' }, 'officer', 'same-number')).refusal()).toMatchObject({
      code: 'conflict',
      fields: { number: '已经用于第1份文件' },
    })
    expect((await prepare({ number: '泗政〔2018〕32号' })).status).toBe(200)
    expect((await show()).all.map(({ n, number }) => [n, number])).toEqual([
      [1, '泗政〔2018〕31号'],
      [2, '泗政〔2018〕32号'],
    ])
  })
  it('answers nobody else under an id that somebody has used', async () => {
    await prepare({}, 'officer', 'shared-id')
    const { prepared } = (await show()).all[0] ?? {}
    const approval = { prepared, secrecyChecked: true }
    expect((await county.post('office-head', `${PATH}/1/approve`, approval, 'shared-id')).refusal()).toMatchObject({
      code: 'conflict',
      error: expect.stringContaining('操作编号已经用过'),
    })
    expect(await count('decision/2018-2/1')).toBe(1)
  })
  it('is refused to others, without cases there, of a number that is none, and where no document is published', async () => {
    for (const who of ['office-head', 'secretary']) expect((await prepare({}, who)).status).toBe(403)
    expect((await prepare({ cases: ['caogou'] })).refusal().fields).toEqual({
      cases: 'caogou没有申报件；请从名单中去掉',
    })
    expect((await county.post('office-head', `${PATH}/4/approve`, { prepared: '', secrecyChecked: true })).status).toBe(
      404,
    )
    expect((await county.get('officer', 'batches/2018-2/steps/notice/announcements')).status).toBe(404)
  })
  it('waits for an objection that has turned up, which the page of the case says', async () => {
    const received = county.clock.at
    const objection = { act: { stream: 'notice/2018-2/1', number: 3 }, objection: 'o-1' }
    await county.run(caseKind, CASE, hold(objection, { by: 'officer', received }))
    expect((await page('officer')).held).toEqual(['o-1'])
    expect((await page('officer')).timeline.at(-1)?.event).toBe('收到期内异议（o-1），办结以前暂不列入名单')
    expect((await prepare()).refusal().fields?.cases).toContain('大庄镇期内异议（o-1）还没有办结')
    await county.run(caseKind, CASE, settleHold({ ...objection, result: 'released' }, { by: 'officer', received }))
    expect((await prepare()).status).toBe(200)
  })
})

it('lists the county’s procedures with what a call has to say for each', async () => {
  const answer = await county.get('office-head', 'procedures')
  expect(answer.body).toMatchObject({
    procedures: [
      {
        key: 'creation-short@1',
        dates: [{ step: 'application', title: '创建申请' }],
        limited: true,
        forms: [{ form: 'creation-application', signOffs: [{ name: 'legalOffice' }, { name: 'unitHead' }] }],
      },
      {
        key: 'creation-2018@1',
        dates: [{ step: 'application' }, { step: 'implementation' }, { step: 'declaration' }],
        forms: [{ form: 'creation-application' }, { form: 'creation-declaration', signOffs: [{ name: 'unitHead' }] }],
      },
    ],
  })
  expect((await county.get('officer', 'procedures')).status).toBe(403)
})
