import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { caseKind, hasEnded, isOpen } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { lapse } from '#case/lapse.ts'
import { confirmVeto } from '#case/veto.ts'
import { enterWithdrawal } from '#case/withdraw.ts'
import {
  AT_MEETING,
  AT_NOTICE,
  CALL,
  CLERK,
  day,
  FORM,
  HEAD,
  headSigned,
  IN_REVIEW,
  LATE,
  LEGAL,
  LISTED,
  legalSigned,
  MEND,
  NAMED,
  OFFICE_HEAD,
  OFFICER,
  RETURNED,
  SECOND,
  saved,
  seenHere,
  sha,
  submitted,
  vetoRaised,
} from '../../../test/given/cases.ts'
import { SELECTION } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { saveForm } from '../entry/fill-in-form.ts'
import { type Correction, draftCorrection, returnCorrection, signCorrection } from './correct-decision.ts'
import { decideStep } from './decide-step.ts'

const second = { by: SECOND, received: day(7) }
const head = { by: OFFICE_HEAD, received: day(8) }
const draft = (change: Partial<Correction> = {}, asked = second) =>
  draftCorrection(
    'review',
    { outcome: 'refused', reason: '不在创建范围内。', corrects: 2, listed: false, ...change },
    asked,
    CALL,
  )
const givingBack = { outcome: 'returned', reason: '缺工作计划。', reopens: ['project'], lateFrom: MEND }

const drafted: CaseEvent = {
  type: 'correctionDrafted',
  v: 1,
  at: day(7),
  by: SECOND,
  step: 'review',
  corrects: 2,
  outcome: 'refused',
  reason: '不在创建范围内。',
}
const sign = (asked = head, seen: CaseEvent = drafted, listed = false, terms = CALL) =>
  signCorrection('review', { drafted: seenHere(seen), listed }, asked, terms)
const corrected: CaseEvent = {
  type: 'corrected',
  v: 1,
  at: day(8),
  by: OFFICE_HEAD,
  step: 'review',
  corrects: 2,
  visit: 3,
  outcome: 'refused',
  to: 'refused',
  reason: '不在创建范围内。',
  draftedBy: SECOND,
  covers: sha('d'),
}
const REFUSED: readonly CaseEvent[] = [
  ...IN_REVIEW,
  ...given(caseKind, ...IN_REVIEW).when(
    decideStep('review', { outcome: 'refused', reason: '不符。' }, { by: OFFICER, received: day(5) }, CALL),
  ),
]
/** What the clerk changes after the return of cases.ts, where `creationPlan` and `reason` are open. */
const MENDED = saved({ answers: { ...answersNow(), reason: sha('8') }, digest: sha('e') })

function answersNow() {
  return given(caseKind, ...RETURNED).state.papers[FORM]?.form?.answers ?? {}
}
/** Drafted by one and signed by another on top of a history. */
function correctedBy(history: readonly CaseEvent[], change: Partial<Correction>, asked = second, signer = head) {
  const drafting = given(caseKind, ...history).when(draft(change, asked))
  const signing = given(caseKind, ...history, ...drafting).when(sign(signer, drafting[0]))
  return [...history, ...drafting, ...signing]
}
const stateAfter = (...args: Parameters<typeof correctedBy>) => given(caseKind, ...correctedBy(...args)).state

describe('drafting a correction', () => {
  it('proposes it; the decision stands until it is signed', () => {
    expect(given(caseKind, ...AT_NOTICE).when(draft())).toEqual([drafted])
    const { state } = given(caseKind, ...AT_NOTICE, drafted)
    expect([state.step, state.visit, state.correction]).toEqual(['notice', 3, drafted])
  })
  it('may be whoever decided, and takes the place of an older draft where they saw it', () => {
    expect(given(caseKind, ...AT_NOTICE).when(draft({}, { by: OFFICER, received: day(7) }))).toHaveLength(1)
    const { when, refused } = given(caseKind, ...AT_NOTICE, drafted)
    const over = (replaces?: string) =>
      draftCorrection(
        'review',
        { ...{ outcome: 'refused', reason: '不在创建范围内。', corrects: 2, listed: false }, replaces },
        head,
        CALL,
      )
    expect(when(over(seenHere(drafted)))).toMatchObject([{ by: OFFICE_HEAD }])
    const overtaken =
      '其他人员于2018年4月17日9时00分拟制了更正“不予通过”，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。'
    for (const seen of [undefined, seenHere({ ...drafted, reason: '另有理由。' } as CaseEvent)])
      expect(refused(over(seen))).toEqual(['conflict', overtaken, {}])
  })
  it.each([CLERK, LEGAL, HEAD])('is refused to %s, who made the form', (by) => {
    expect(given(caseKind, ...AT_NOTICE).refused(draft({}, { by, received: day(7) }))[0]).toBe('forbidden')
  })
  it('is refused as a return that lacks something, and where nothing would change', () => {
    const { refused } = given(caseKind, ...AT_NOTICE)
    expect(refused(draft({ outcome: 'returned' }))[2]).toEqual({ reopens: '请选择至少一个需要补正的栏目' })
    expect(refused(draft({ ...givingBack, lateFrom: day(7) }))[2]).toEqual({ lastDay: '请填写今天或以后的日期' })
    expect(refused(draft({ outcome: 'accepted', reason: '符合条件。' }))).toEqual([
      'incomplete',
      '更正后的结论和理由与现在的相同，不需要更正。',
      { outcome: '请选择不同的结论' },
    ])
    const same = { outcome: 'returned', reason: '创建方案缺少责任分工。', lateFrom: MEND }
    const returned = given(caseKind, ...RETURNED)
    expect(returned.refused(draft({ ...same, reopens: ['reason', 'creationPlan'] }))[0]).toBe('incomplete')
    expect(returned.when(draft({ ...same, reopens: ['reason'] }))).toHaveLength(1)
    expect(returned.when(draft({ ...same, reopens: ['reason', 'creationPlan'], lateFrom: LATE }))).toHaveLength(1)
  })
  it('names nobody’s number, for the unit reads it and the record keeps it', () => {
    expect(given(caseKind, ...AT_NOTICE).refused(draft({ reason: '请联系13955571234。' }))).toEqual([
      'incomplete',
      '更正的理由要给单位看，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { reason: '请去掉手机号码、身份证号' },
    ])
  })
  it('has nothing to do when the same person proposed the same', () => {
    expect(given(caseKind, ...AT_NOTICE, drafted).when(draft())).toEqual([])
  })
})

describe('returning a correction', () => {
  const reason = '原结论有据。'
  const back = (asked = head, seen: CaseEvent = drafted) =>
    returnCorrection('review', { drafted: seenHere(seen), reason }, asked, true)
  const pending = [...AT_NOTICE, drafted]
  const returned: CaseEvent = {
    ...{ type: 'correctionReturned', v: 1, at: day(8), by: OFFICE_HEAD, step: 'review', corrects: 2, reason },
  }

  it('leaves the decision as it was, by whoever signs or by its author', () => {
    expect(given(caseKind, ...pending).when(back())).toEqual([returned])
    const { state, when } = given(caseKind, ...pending, returned)
    expect([state.step, state.correction, state.correctionReturned?.reason]).toEqual(['notice', undefined, reason])
    expect(given(caseKind, ...pending).when(back(second))).toMatchObject([{ by: SECOND }])
    expect(state.correctionReturned?.correction).toEqual(drafted)
    // Another one may be drafted, and nothing of the return is left.
    const mended = draft({ reason: '经复核，材料另有不符。' }, { by: SECOND, received: day(9) })
    const again = given(caseKind, ...pending, returned, ...when(mended))
    expect([again.state.correction?.at, again.state.correctionReturned]).toEqual([day(9), undefined])
  })
  it('does not come again as it was, unless its author took it back themselves', () => {
    const same = draft({}, { by: SECOND, received: day(9) })
    expect(given(caseKind, ...pending, returned).refused(same)[1]).toMatch(
      /^更正已于2018年4月\d+日.*本次与退回的完全相同/,
    )
    const takenBack = given(caseKind, ...pending).when(back(second))
    expect(given(caseKind, ...pending, ...takenBack).when(same)).toHaveLength(1)
  })
  it('is refused when none waits, when it has changed since, and to whoever had a hand in the form', () => {
    expect(given(caseKind, ...AT_NOTICE).refused(back())[1]).toBe('没有待签发的更正；请刷新后再办。')
    expect(given(caseKind, ...pending).refused(back(head, { ...drafted, reason: '另有理由。' }))[1]).toMatch(
      /^您看到的更正之后又修改过/,
    )
    expect(given(caseKind, ...pending).refused(back({ by: CLERK, received: day(8) }))[0]).toBe('forbidden')
  })
  it('says why, but for its author’s own', () => {
    const silent = (asked: typeof head) => returnCorrection('review', { drafted: seenHere(drafted) }, asked, true)
    const { when, refused } = given(caseKind, ...pending)
    expect(refused(silent(head))).toEqual(['incomplete', '退回更正要说明理由。', { reason: '请填写退回理由' }])
    const own = { ...returned, at: day(7), by: SECOND, reason: undefined }
    expect(when(silent(second))).toEqual([own])
    expect(given(caseKind, ...pending, ...when(silent(second))).when(silent(second))).toEqual([])
    expect(given(caseKind, ...pending, returned).when(silent(second))).toHaveLength(1)
  })
  it('is let rest by its author, once', () => {
    const { when } = given(caseKind, ...pending, returned)
    const rest = when(back({ by: SECOND, received: day(9) }))
    expect(rest).toEqual([{ ...returned, at: day(9), by: SECOND }])
    const after = given(caseKind, ...pending, returned, ...rest)
    expect([after.state.correctionReturned?.by, after.state.step]).toEqual([SECOND, 'notice'])
    expect(after.when(back({ by: SECOND, received: day(10) }))).toEqual([])
    const other = returnCorrection('review', { drafted: seenHere(drafted), reason: '又及。' }, second, true)
    expect(after.refused(other)[0]).toBe('elsewhere')
  })
  it('has nothing to do when it was returned with these words', () => {
    expect(given(caseKind, ...pending, returned).when(back())).toEqual([])
    const another = { by: OFFICER, received: day(9) }
    expect(given(caseKind, ...pending, returned).refused(back(another))[0]).toBe('elsewhere')
  })
})

describe('signing a correction', () => {
  const pending = [...AT_NOTICE, drafted]

  it('replaces the decision, and the case goes where the new one leads', () => {
    expect(given(caseKind, ...pending).when(sign())).toEqual([corrected])
    const { state } = given(caseKind, ...pending, corrected)
    expect([state.step, state.visit, hasEnded(state), state.correction]).toEqual(['refused', 4, true, undefined])
    expect(state.papers[FORM]?.boxes).toEqual({
      countyOffice: { at: day(8), by: OFFICE_HEAD, reason: '不在创建范围内。', step: 'review', outcome: 'refused' },
    })
  })
  it('may be whoever signed the first version', () => {
    const officer = { by: OFFICER, received: day(8) }
    expect(given(caseKind, ...pending).when(sign(officer))).toMatchObject([{ by: OFFICER, draftedBy: SECOND }])
    const whole = correctedBy(SELECTION, { outcome: 'refused', reason: '不符。' })
    expect(whole.at(-1)).toMatchObject({ by: OFFICE_HEAD, step: 'review', to: 'refused' })
  })
  it('opens an ended case again', () => {
    const state = stateAfter(REFUSED, { outcome: 'accepted', reason: '在创建范围内。' })
    expect([state.step, isOpen(state), state.last?.type]).toEqual(['notice', true, 'corrected'])
  })
  it('is refused to its author, to whoever made the form, and on another draft than was seen', () => {
    const { refused } = given(caseKind, ...pending)
    expect(refused(sign({ by: SECOND, received: day(8) }))).toEqual([
      'forbidden',
      '更正是您拟订的，不能由您自己签发；请由其他有权人员签发。',
      {},
    ])
    expect(refused(sign({ by: HEAD, received: day(8) }))[0]).toBe('forbidden')
    expect(refused(sign(head, { ...drafted, reason: '又及。' }))).toEqual([
      'elsewhere',
      '您看到的更正之后又修改过；请刷新，核对后再办。',
      {},
    ])
    expect(given(caseKind, ...AT_NOTICE).refused(sign())[1]).toBe('没有待签发的更正；请刷新后再办。')
  })
  it('is refused when the date of its return has passed meanwhile', () => {
    const returning = given(caseKind, ...AT_NOTICE).when(draft({ ...givingBack, lateFrom: day(8) }))
    const past = { ...CALL, dates: { application: day(8) } }
    expect(given(caseKind, ...AT_NOTICE, ...returning).refused(sign(head, returning[0], false, past))[2]).toEqual({
      lastDay: '请填写今天或以后的日期',
    })
  })
  it('returns until the later of the published date and the day chosen, or the days given, counted when it is signed', () => {
    const later = firstLateInstant('2018-05-31')
    const signed = (lateFrom: string | undefined, terms = CALL) => {
      const [one] = given(caseKind, ...AT_NOTICE).when(draft({ ...givingBack, lateFrom }))
      const events = given(caseKind, ...AT_NOTICE, one!).when(sign(head, one, false, terms))
      return events.map((event) => 'lateFrom' in event && event.lateFrom)
    }
    const amended = { ...CALL, dates: { application: later } }
    expect([signed(undefined), signed(undefined, amended)]).toEqual([[LATE], [later]])
    expect([signed(MEND), signed(MEND, amended)]).toEqual([[MEND], [later]])
    const past = { returnDays: 40, dates: {} }
    expect(signed(undefined, past)).toEqual([firstLateInstant('2018-05-28')])
  })
  it('has nothing to do on a second click', () => {
    expect(given(caseKind, ...pending, corrected).when(sign())).toEqual([])
    expect(given(caseKind, ...pending, corrected).refused(sign(second))[0]).toBe('elsewhere')
  })
})

describe('what the unit has done meanwhile', () => {
  it('is opened by a return instead: with questions and a date of its own', () => {
    const state = stateAfter(AT_NOTICE, givingBack)
    expect([state.step, state.papers[FORM]?.reopens, state.lateFrom]).toEqual(['application', ['project'], MEND])
    expect(state.papers[FORM]?.boxes).toEqual({})
  })
  it('is closed again, the form standing as it was judged and signed', () => {
    const state = stateAfter([...RETURNED, MENDED], { outcome: 'accepted', reason: '不缺。' })
    expect(state).toMatchObject({
      step: 'notice',
      papers: { [FORM]: { form: { digest: sha('d') }, signOffs: { unitHead: { by: HEAD } } } },
    })
    expect([state.papers[FORM]?.reopens, state.lateFrom, state.papers[FORM]?.returned]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  it('comes back when the case is returned after all, if the return reopens it', () => {
    const away = correctedBy([...RETURNED, MENDED], { outcome: 'accepted', reason: '不缺。' })
    const again = (reopens: string[]) =>
      stateAfter(
        away,
        { ...givingBack, reopens, corrects: 3 },
        { by: SECOND, received: day(9) },
        { by: OFFICE_HEAD, received: day(10) },
      ).papers[FORM]
    expect(again(['reason'])?.form?.digest).toBe(sha('e'))
    expect(again(['reason'])?.returned?.digest).toBe(sha('d'))
    expect(again(['project'])?.form?.digest).toBe(sha('d'))
  })
  it('makes whoever mended it a maker for good, whatever becomes of the form', () => {
    const mendedByHead = saved({ answers: { ...answersNow(), reason: sha('8') }, digest: sha('e') }, HEAD)
    const byOffice = saved({ answers: { ...answersNow(), reason: sha('8') }, digest: sha('e') }, SECOND)
    const officer = { by: OFFICER, received: day(7) }
    for (const [mended, by] of [
      [mendedByHead, HEAD],
      [{ ...byOffice, byOffice: true } as const, SECOND],
    ] as const) {
      const away = correctedBy([...RETURNED, mended], { outcome: 'accepted', reason: '不缺。' }, officer)
      const paper = given(caseKind, ...away).state.papers[FORM]
      expect([paper?.makers.includes(by), paper?.editors.includes(by)]).toEqual([true, true])
      expect(paper?.byOffice).toBe(by === SECOND)
    }
  })
  it('goes on when a return only names other questions', () => {
    const more = correctedBy([...RETURNED, MENDED], { ...givingBack, reopens: ['reason', 'project'] })
    const { state, when } = given(caseKind, ...more)
    expect([state.step, state.visit, state.papers[FORM]?.form?.digest]).toEqual(['application', 4, sha('e')])
    const { type, v, at, by, form, ...next } = saved({
      answers: { ...state.papers[FORM]?.form?.answers, project: sha('7') },
      digest: sha('f'),
    })
    expect(when(saveForm(FORM, next, { by: CLERK, received: day(9) }))).toHaveLength(1)
  })
})

it('corrects a correction', () => {
  const again = { outcome: 'accepted', reason: '复核在范围内。' }
  const history = [...AT_NOTICE, drafted, corrected]
  expect(given(caseKind, ...history).when(draft({ ...again, corrects: 3 }))).toMatchObject([{ corrects: 3 }])
  expect(given(caseKind, ...history).refused(draft(again))).toEqual([
    'elsewhere',
    '您看到的“初审”结论之后又更正过；请刷新，核对现在的结论后再办。',
    {},
  ])
})

it('is refused once a notice or a list names the case, whether the case knows it yet or not', () => {
  const sentence = '本件已列入名单，“初审”结论不能再更正；确需改变的，由异议处理或者会议决定办理。'
  expect(given(caseKind, ...LISTED).refused(draft())).toEqual(['elsewhere', sentence, {}])
  expect(given(caseKind, ...AT_NOTICE).refused(draft({ listed: true }))).toEqual(['elsewhere', sentence, {}])
  expect(given(caseKind, ...AT_NOTICE, drafted).refused(sign(head, drafted, true))).toEqual(['elsewhere', sentence, {}])
  const listed = LISTED.at(-1) as CaseEvent
  expect(given(caseKind, ...AT_NOTICE, drafted, listed).refused(sign())[1]).toBe(sentence)
})

it('is refused once anything was decided later', () => {
  const leaving = enterWithdrawal({ reason: '另有安排。', scan: sha('7') }, { by: CLERK, received: day(8) })
  const withdrawn = [...AT_NOTICE, ...given(caseKind, ...AT_NOTICE).when(leaving)]
  const vetoed = given(caseKind, ...AT_NOTICE, vetoRaised).when(confirmVeto(seenHere(vetoRaised), head))
  const lapsed = given(caseKind, ...RETURNED).when(lapse('2018-07-01T00:00:00.000Z'))
  const again = [...RETURNED, MENDED, legalSigned, headSigned, { ...submitted, visit: 3 }]
  const later = [withdrawn, [...AT_NOTICE, vetoRaised, ...vetoed], [...RETURNED, ...lapsed], again, AT_MEETING, NAMED]
  for (const events of later) {
    expect(given(caseKind, ...events).refused(draft())[0]).toBe('elsewhere')
    expect(given(caseKind, ...events).refused(sign())[0]).toBe('elsewhere')
  }
  expect(given(caseKind, ...withdrawn).refused(draft())[1]).toBe(
    '“初审”之后已有新的办理（2018年4月18日9时00分：公示·主动退出），结论不能再更正。',
  )
  // Withdrawn at the review itself is no decision of the review.
  expect(given(caseKind, ...IN_REVIEW, ...given(caseKind, ...IN_REVIEW).when(leaving)).refused(draft())[0]).toBe(
    'elsewhere',
  )
})

it('is refused before there is a decision', () => {
  expect(given(caseKind).refused(draft())[1]).toBe('本单位在本批次还没有申报件，没有可以更正的结论。')
  expect(given(caseKind, ...IN_REVIEW).refused(draft())[1]).toBe('本件现处“初审”环节，还没有可以更正的“初审”结论。')
})
