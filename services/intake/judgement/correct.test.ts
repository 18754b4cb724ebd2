import { beforeEach, expect, it } from 'vitest'
import { setLineAside } from '#case/list-act.ts'
import { seenAs } from '#ledger/seen.ts'
import { approveNotice, noticeKind, noticeStream, prepareNotice } from '#steps/notice/notice.ts'
import { type County, complete, FORM, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
const accepted = { outcome: 'accepted', reason: '符合条件' }
const refused = { outcome: 'refused', reason: '不在范围内' }
const givenBack = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await county.submitted()
})
const review = (body: object) => county.click('officer', 'dazhuang/steps/review/decide', body)
const draft = (who: string, body: object, corrects = 2, key?: string) =>
  county.click(who, 'dazhuang/steps/review/correction', { ...body, corrects }, key)
const sign = async (who: string, key?: string) => {
  const drafted = (await page(who)).correction?.drafted
  return county.click(who, 'dazhuang/steps/review/correction/sign', { drafted }, key)
}
/** Drafted by one, signed by another. */
async function correct(who: string, body: object, { corrects = 2, signer = 'office-head' } = {}) {
  expect((await draft(who, body, corrects)).status).toBe(200)
  return sign(signer)
}
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const offered = async (who: string, command = 'draft-correction') =>
  (await page(who)).commands.find(({ name }) => name === command)
const count = async () => (await county.events(CASE)).length

/** The office publishes a notice that names the unit; the case has not followed it yet. */
async function publish() {
  const notice = {
    batch: '2018-2',
    step: 'notice',
    trial: false,
    title: '公示',
    cases: ['dazhuang'],
    publication: { on: '2018-05-10', place: '县政府网站' },
    period: {
      ...{ firstDay: '2018-05-10', lastDay: '2018-05-16', lateFrom: '2018-05-16T16:00:00.000Z' },
      ...{ days: 7, convention: 'A' as const },
    },
    replyDays: 15,
  }
  const received = county.clock.at
  const stream = noticeStream('2018-2', 1)
  const { state } = await county.run(noticeKind, stream, prepareNotice(stream, notice, { by: 'officer', received }))
  const seen = { prepared: state.prepared ? seenAs(state.prepared, stream) : '', secrecyChecked: true }
  await county.run(noticeKind, stream, approveNotice(stream, seen, { by: 'office-head', received }))
}

it('is offered to the office, at the decision itself, whoever decided; another person signs it', async () => {
  await review(refused)
  for (const who of ['officer', 'officer2', 'office-head']) {
    expect(await offered(who)).toMatchObject({
      title: '拟更正“初审”结论',
      path: '/api/cases/2018-2/dazhuang/steps/review/correction',
      fields: [{ name: 'outcome' }, { name: 'reason' }, { name: 'reopens' }, { name: 'lastDay' }],
      values: { corrects: 2 },
    })
    const { timeline, final } = await page(who)
    expect(timeline.map(({ event, undo }) => [event, undo]).at(-1)).toEqual(['不予通过', 'draft-correction'])
    expect(final).toBeUndefined()
  }
  for (const who of ['dazhuang-clerk', 'dazhuang-head']) {
    expect(await offered(who)).toBeUndefined()
    expect((await page(who)).final).toBeUndefined()
  }
  const drafted = (await draft('officer2', accepted)).page()
  expect(drafted).toMatchObject({
    step: 'refused',
    correction: { by: '孙经办（法制办经办人）', step: 'review', outcomeTitle: '通过', reason: '符合条件' },
  })
  expect(await offered('officer2', 'sign-correction')).toBeUndefined()
  expect(await offered('office-head', 'sign-correction')).toMatchObject({
    path: '/api/cases/2018-2/dazhuang/steps/review/correction/sign',
    fields: [],
    values: { drafted: drafted.correction?.drafted },
    confirm: expect.stringContaining('更正后本件不再是办结状态'),
    todo: '签发更正',
  })
  // Only whoever drafts or decides reads what is drafted.
  for (const who of ['dazhuang-clerk']) {
    const own = await page(who)
    expect(own.correction).toBeUndefined()
    expect(own.timeline.at(-1)?.event).toBe('不予通过')
  }
})

it('opens an ended case again, and the first version stays, marked', async () => {
  await review(refused)
  county.clock.at = '2018-05-11T02:30:00.000Z'
  const after = (await correct('officer2', accepted)).page()
  expect(after).toMatchObject({ step: 'notice', ended: false, visit: 4 })
  expect(after.timeline.slice(-3)).toEqual([
    expect.objectContaining({ event: '不予通过', replaced: true, note: '已更正，见2018年5月11日10时30分的更正' }),
    expect.objectContaining({ step: '初审', event: '拟更正为：通过', by: '孙经办（法制办经办人）' }),
    expect.objectContaining({ step: '初审', event: '更正为：通过', by: '赵主任（法制办负责人）', reason: '符合条件' }),
  ])
  expect(await offered('office-head')).toMatchObject({ values: { corrects: 3 } })
})

it('is done once: a second click and the same words again change nothing', async () => {
  await review(accepted)
  await draft('officer2', refused, 2, 'one-and-the-same-click')
  const drafted = await count()
  expect((await draft('officer2', refused, 2, 'one-and-the-same-click')).status).toBe(200)
  expect((await draft('officer2', refused)).status).toBe(200)
  expect(await count()).toBe(drafted)
  const seen = { drafted: (await page('office-head')).correction?.drafted }
  for (let time = 0; time < 2; time++)
    expect((await county.click('office-head', 'dazhuang/steps/review/correction/sign', seen)).status).toBe(200)
  expect(await count()).toBe(drafted + 1)
})

it('returns with a date by default, as a review does, or with the day chosen; never a day that has passed', async () => {
  await review(accepted)
  expect((await draft('officer2', { ...givenBack, lastDay: '2018-05-09' })).refusal().fields).toHaveProperty('lastDay')
  expect((await draft('officer2', { outcome: 'returned', reason: '理由不足' })).refusal().fields).toHaveProperty(
    'reopens',
  )
  const after = (await correct('officer2', givenBack)).page()
  expect(after).toMatchObject({
    step: 'application',
    form: { reopens: ['reason'] },
    due: { said: '2018年5月20日24时' },
  })
  expect((await page('dazhuang-clerk')).sinceReturn).toMatchObject({ by: '赵主任（法制办负责人）', reason: '理由不足' })
  const chosen = await correct('officer', { ...givenBack, lastDay: '2018-05-30' }, { corrects: 3 })
  expect(chosen.page()).toMatchObject({ visit: 5, due: { said: '2018年5月30日24时' } })
})

it('closes a form that a return had opened; what was typed in between is kept, and the history says so', async () => {
  await review(givenBack)
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '补充了理由' })
  const after = (await correct('officer2', accepted)).page()
  expect(after).toMatchObject({ step: 'notice', form: { values: { reason: '基础较好' } } })
  expect(after.form?.signOffs.every(({ on }) => on)).toBe(true)
  expect(after.sinceReturn).toBeUndefined()
  expect(after.timeline.at(-1)?.note).toBe(
    '创建申请表恢复为“初审”时的内容；单位退回后保存的修改没有采用，仍留在办理过程中',
  )
  const late = await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '再改' })
  expect(late.refusal().code).toBe('elsewhere')
  const again = (await correct('officer', givenBack, { corrects: 3 })).page()
  expect(again.form?.values).toMatchObject({ reason: '补充了理由' })
  expect(again.timeline.at(-1)?.note).toBe('单位退回后保存的创建申请表恢复使用，可以接着补正')
})

it('is refused to who drafted it, to the unit, and on a version that is not the last', async () => {
  await review(accepted)
  await draft('office-head', refused)
  expect((await sign('office-head')).refusal()).toMatchObject({
    code: 'forbidden',
    error: '更正是您拟订的，不能由您自己签发；请由其他有权人员签发。',
  })
  for (const who of ['dazhuang-clerk', 'secretary']) expect((await draft(who, refused)).status).toBe(403)
  // Who decided first may sign what another has drafted.
  expect((await sign('officer')).page().step).toBe('refused')
  expect((await draft('officer2', givenBack)).refusal()).toMatchObject({
    code: 'elsewhere',
    error: expect.stringMatching(/^您看到的“初审”结论之后又更正过；.+钱经办.+“初审·更正为：不予通过”。$/),
  })
})

it('is refused from the moment a notice names the case, even before the case knows, unless its line was set aside', async () => {
  await review(accepted)
  await publish()
  expect((await page('officer2')).final).toMatch(/^本件已列入名单/)
  expect(await offered('officer2')).toBeUndefined()
  const before = await count()
  expect((await draft('officer2', refused)).refusal()).toMatchObject({
    code: 'elsewhere',
    error: expect.stringMatching(/^本件已列入名单，“初审”结论不能再更正；/),
  })
  expect(await count()).toBe(before)
  const aside = { case: 'dazhuang', number: 2, reason: '现处“不予通过”', waits: false }
  await county.run(noticeKind, noticeStream('2018-2', 1), setLineAside(aside, county.clock.at))
  expect((await draft('officer2', refused)).status).toBe(200)
})

it('goes back to whoever drafted it with the reason, who begins from it or lets it rest', async () => {
  await review(refused)
  const { correction } = (await draft('officer2', accepted)).page()
  const back = { drafted: correction?.drafted, reason: '请写明依据' }
  expect((await county.click('office-head', 'dazhuang/steps/review/correction/return', back)).status).toBe(200)
  expect(await offered('officer2')).toMatchObject({
    todo: '更正被退回，请修改后重新送签，或者不再更正：请写明依据',
    values: { outcome: 'accepted', reason: '符合条件' },
  })
  expect((await offered('officer'))?.todo).toBeUndefined()
  expect([await offered('officer', 'return-correction'), await offered('office-head', 'sign-correction')]).toEqual([
    undefined,
    undefined,
  ])
  const rest = await offered('officer2', 'return-correction')
  expect(rest).toMatchObject({ title: '不再更正', values: { drafted: correction?.drafted } })
  const resting = { ...rest?.values, reason: '原结论有据' }
  const after = (await county.click('officer2', 'dazhuang/steps/review/correction/return', resting)).page()
  expect(after.timeline.at(-1)).toMatchObject({ event: '不再更正，原结论不变', reason: '原结论有据' })
  expect((await offered('officer2'))?.todo).toBeUndefined()
})

it('is taken back, and let rest when it came back, by officers who only draft as well', async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
  await county.submitted()
  await county.click('officer', 'dazhuang/steps/review/draft', refused)
  const judged = { drafted: (await page('office-head')).draft?.drafted }
  expect((await county.click('office-head', 'dazhuang/steps/review/draft/sign', judged)).status).toBe(200)
  const back = async (who: string, reason: string) => {
    const { values } = (await offered(who, 'return-correction')) ?? {}
    return (await county.click(who, 'dazhuang/steps/review/correction/return', { ...values, reason })).status
  }
  const { correction } = (await draft('officer', accepted)).page()
  expect(await offered('officer2', 'return-correction')).toBeUndefined()
  expect(await offered('officer', 'return-correction')).toMatchObject({
    title: '收回更正',
    fields: [{ name: 'reason', label: '收回的原因', required: false }],
  })
  const silent = { drafted: correction?.drafted }
  const unsaid = await county.click('office-head', 'dazhuang/steps/review/correction/return', silent)
  expect(unsaid.refusal().fields).toEqual({ reason: '请填写退回理由' })
  const others = { drafted: correction?.drafted, reason: '由我来办理' }
  const answer = await county.click('officer2', 'dazhuang/steps/review/correction/return', others)
  expect(answer.refusal()).toMatchObject({
    code: 'forbidden',
    error: '更正是其他人员拟订的，由有权签发的人员退回；您可以收回自己拟订的更正。',
  })
  expect((await county.click('officer', 'dazhuang/steps/review/correction/return', silent)).status).toBe(200)
  const taken = (await page('officer2')).timeline.at(-1)
  expect(taken).toMatchObject({ event: '收回更正，原结论不变' })
  expect(taken).not.toHaveProperty('reason')
  expect((await draft('officer', accepted)).status).toBe(200)
  expect(await back('office-head', '请写明依据')).toBe(200)
  expect(await offered('officer', 'return-correction')).toMatchObject({ title: '不再更正' })
  expect(await back('officer', '原结论有据')).toBe(200)
  expect((await offered('officer'))?.todo).toBeUndefined()
})

it('waits for a signature only as long as no published notice names the case', async () => {
  await review(accepted)
  const { correction } = (await draft('officer2', refused)).page()
  expect(await offered('office-head', 'sign-correction')).toMatchObject({ todo: '签发更正' })
  await publish()
  expect(await offered('office-head', 'sign-correction')).toBeUndefined()
  const seen = { drafted: correction?.drafted }
  const signed = await county.click('office-head', 'dazhuang/steps/review/correction/sign', seen)
  expect(signed).toMatchObject({ status: 409 })
  const aside = { case: 'dazhuang', number: 2, reason: '现处“不予通过”', waits: false }
  await county.run(noticeKind, noticeStream('2018-2', 1), setLineAside(aside, county.clock.at))
  expect(await offered('office-head', 'sign-correction')).toMatchObject({ todo: '签发更正' })
})

it('is refused once the unit has submitted again', async () => {
  await review(givenBack)
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '补充了理由' })
  await county.signAll('dazhuang')
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
  expect((await draft('officer2', accepted)).refusal().code).toBe('elsewhere')
})

it('of two who sign at once one is first, and the other learns who it was', async () => {
  await review(accepted)
  await draft('officer2', refused)
  const answers = await Promise.all([sign('officer'), sign('office-head')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.refusal().error).toMatch(/^没有待签发的更正；/)
  expect((await county.events(CASE)).filter((event) => JSON.stringify(event).includes('"corrected"'))).toHaveLength(1)
})
