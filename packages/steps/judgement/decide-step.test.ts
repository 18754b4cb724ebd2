import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import {
  AT_NOTICE,
  accepted,
  CALL,
  CLERK,
  day,
  FORM,
  HEAD,
  IN_REVIEW,
  LATE,
  LEGAL,
  MEND,
  OFFICE_HEAD,
  OFFICER,
  RETURNED,
  returned,
  SECOND,
  seenHere,
  sha,
} from '../../../test/given/cases.ts'
import {
  AT_WORK,
  DECLARED,
  DRAFTED,
  drafted,
  draftReturned,
  REVIEW_2018,
  SECOND_FORM,
  SELECTION,
} from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from './decide-step.ts'

const officer = { by: OFFICER, received: day(5) }
const head = { by: OFFICE_HEAD, received: day(6) }
const SEEN = seenHere(drafted())
/** Another one, of the same instant. */
const OTHER = drafted('refused', { reason: '不符。' })
const checklist = { scope: true, condition1: true }

it('accepts, with checklist and reason, what the unit has signed', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  expect(when(decideStep('review', { outcome: 'accepted', reason: '符合条件。', checklist }, officer, CALL))).toEqual([
    { ...accepted, checklist },
  ])
})

it('fills the box of the form with opinion, person and instant, and a return fills none', () => {
  expect(given(caseKind, ...AT_NOTICE).state.papers[FORM]?.boxes).toEqual({
    countyOffice: { at: day(5), by: OFFICER, reason: '符合条件。', step: 'review', outcome: 'accepted' },
  })
  expect(given(caseKind, ...RETURNED).state.papers[FORM]?.boxes).toEqual({})
})

it('refuses the application, which ends the case', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  const [refused] = when(decideStep('review', { outcome: 'refused', reason: '不在创建范围内。' }, officer, CALL))
  expect(refused).toMatchObject({ outcome: 'refused', to: 'refused', reason: '不在创建范围内。', covers: sha('d') })
})

it('returns it, naming the questions that reopen and a date of its own', () => {
  const review = { outcome: 'returned', reason: '创建方案缺少责任分工。', reopens: ['creationPlan', 'reason'] } as const
  const { when } = given(caseKind, ...IN_REVIEW)
  expect(when(decideStep('review', { ...review, lateFrom: MEND }, officer, CALL))).toEqual([returned])
  const { state } = given(caseKind, ...RETURNED)
  expect([state.step, state.visit, state.lateFrom, state.papers[FORM]?.reopens]).toEqual([
    'application',
    3,
    MEND,
    ['creationPlan', 'reason'],
  ])
})

it('takes no date and questions along when it does not return', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  const review = { outcome: 'accepted', reason: '符合条件。', reopens: ['reason'], lateFrom: MEND } as const
  expect(when(decideStep('review', review, officer, CALL))).toEqual([accepted])
})

it('is refused as a return without questions, or with a day that has passed', () => {
  const { refused } = given(caseKind, ...IN_REVIEW)
  expect(refused(decideStep('review', { outcome: 'returned', reason: '不全。' }, officer, CALL))).toEqual([
    'incomplete',
    '退回补正要列明需要补正的栏目。',
    { reopens: '请选择至少一个需要补正的栏目' },
  ])
  const review = { outcome: 'returned', reason: '不全。', reopens: ['reason'], lateFrom: day(5) } as const
  const past = { ...CALL, dates: { application: day(4) } }
  expect(refused(decideStep('review', review, officer, past))[2]).toEqual({ lastDay: '请填写今天或以后的日期' })
})

describe('the date of a return', () => {
  const returning = { outcome: 'returned', reason: '不全。', reopens: ['reason'] } as const
  const amendedTo = (lastDay: string) => ({ ...CALL, dates: { application: firstLateInstant(lastDay) } })
  const decided = (lateFrom?: string, terms = CALL, received = day(5), events = IN_REVIEW) =>
    given(caseKind, ...events)
      .when(decideStep('review', { ...returning, lateFrom }, { by: OFFICER, received }, terms))
      .map((event) => 'lateFrom' in event && event.lateFrom)

  it('is of nobody’s choosing the latest of the published one, the unit’s own, and the days given', () => {
    expect(decided()).toEqual([LATE])
    expect(decided(undefined, amendedTo('2018-05-31'))).toEqual([firstLateInstant('2018-05-31')])
    expect(decided(undefined, CALL, '2018-05-13T15:59:59.999Z')).toEqual([firstLateInstant('2018-05-23')])
    expect(decided(undefined, CALL, '2018-05-13T16:00:00.000Z')).toEqual([firstLateInstant('2018-05-24')])
    const longer = { type: 'extended', v: 1, at: day(2), by: OFFICE_HEAD, batch: '2018-2', unit: 'dazhuang' } as const
    const own = { ...longer, step: 'application', lateFrom: MEND, reason: '汛情。' }
    expect(decided(undefined, CALL, day(5), [...IN_REVIEW, own])).toEqual([MEND])
  })
  it('is the day chosen, be it earlier than the unit’s own, and never earlier than the published one', () => {
    expect(decided(MEND)).toEqual([MEND])
    expect(decided(MEND, amendedTo('2018-05-31'))).toEqual([firstLateInstant('2018-05-31')])
    expect(decided(LATE, CALL, '2018-05-13T16:00:00.000Z')).toEqual([LATE])
  })
  it('is computed when a draft is signed, whatever was published or passed since it was drafted', () => {
    const signed = (draft: CaseEvent, terms = CALL, received = day(6)) =>
      given(caseKind, ...REVIEW_2018, draft)
        .when(signDraft('review', seenHere(draft), { by: OFFICE_HEAD, received }, terms))
        .map((event) => 'lateFrom' in event && event.lateFrom)
    const [draft] = given(caseKind, ...REVIEW_2018).when(draftDecision('review', returning, officer))
    expect(draft).toMatchObject({ type: 'drafted', reopens: ['reason'] })
    expect(draft).not.toHaveProperty('lateFrom')
    expect(signed(draft!, amendedTo('2018-05-31'))).toEqual([firstLateInstant('2018-05-31')])
    expect(signed(draft!, CALL, '2018-06-20T01:00:00.000Z')).toEqual([firstLateInstant('2018-06-30')])
    // Older drafts have the default of their own day, which is kept like a day that was chosen.
    const older = drafted('returned', { reopens: ['reason'], lateFrom: MEND })
    expect(signed(older)).toEqual([MEND])
    expect(signed(older, amendedTo('2018-05-31'))).toEqual([firstLateInstant('2018-05-31')])
  })
  it('leaves a decision as it was drafted the officer’s, although the draft has none', () => {
    const draft = drafted('returned', { reopens: ['reason'], reason: returning.reason })
    const { when } = given(caseKind, ...REVIEW_2018, draft)
    const seen = { ...returning, replaces: seenHere(draft) }
    expect(when(decideStep('review', seen, head, CALL))).toMatchObject([{ lateFrom: LATE, draftedBy: OFFICER }])
    const [own] = when(decideStep('review', { ...seen, lateFrom: MEND }, head, CALL))
    expect(own).toMatchObject({ lateFrom: MEND })
    expect(own).not.toHaveProperty('draftedBy')
  })
})

it.each([CLERK, LEGAL, HEAD])('is refused to %s, who made the application', (by) => {
  const { refused } = given(caseKind, ...IN_REVIEW)
  expect(
    refused(decideStep('review', { outcome: 'accepted', reason: '好。' }, { by, received: day(5) }, CALL)),
  ).toEqual(['forbidden', '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。', {}])
})

it('is refused to whoever comes second', () => {
  const { refused } = given(caseKind, ...AT_NOTICE)
  const second = decideStep('review', { outcome: 'refused', reason: '不符。' }, { by: SECOND, received: day(6) }, CALL)
  expect(refused(second)).toEqual([
    'elsewhere',
    '此操作属于“初审”环节，而本件现处“待公示”（2018年4月15日9时00分已办理：通过）；请刷新后再办。',
    {},
  ])
})

it('has nothing to do on a second click of the same person', () => {
  const { when, refused } = given(caseKind, ...AT_NOTICE)
  expect(when(decideStep('review', { outcome: 'accepted', reason: '符合条件。' }, officer, CALL))).toEqual([])
  expect(refused(decideStep('review', { outcome: 'accepted', reason: '另一个理由。' }, officer, CALL))[0]).toBe(
    'elsewhere',
  )
})

it('is not taken for done when the same person asks for other questions, or another day, of a return', () => {
  const returned = { outcome: 'returned', reason: '材料不全，请补齐。', reopens: ['reason'], lateFrom: MEND }
  const [event] = given(caseKind, ...IN_REVIEW).when(decideStep('review', returned, officer, CALL))
  const { when, refused } = given(caseKind, ...IN_REVIEW, event as CaseEvent)
  expect(when(decideStep('review', returned, officer, CALL))).toEqual([])
  expect(when(decideStep('review', { ...returned, lateFrom: undefined }, officer, CALL))).toEqual([])
  for (const other of [{ reopens: ['reason', 'leader'] }, { lateFrom: day(40) }])
    expect(refused(decideStep('review', { ...returned, ...other }, officer, CALL))[0]).toBe('elsewhere')
})

it('is refused an outcome that the step does not know, an exit included', () => {
  const { refused } = given(caseKind, ...IN_REVIEW)
  for (const outcome of ['vetoed', 'withdrawn', 'named', 'constructor'])
    expect(refused(decideStep('review', { outcome, reason: '好。' }, officer, CALL))).toEqual([
      'incomplete',
      `“初审”没有“${outcome}”这一结论。`,
      { outcome: '请从列出的结论中选择' },
    ])
  expect(
    given(caseKind, ...AT_NOTICE).refused(decideStep('notice', { outcome: 'clear', reason: '好。' }, head, CALL))[1],
  ).toBe('“公示”环节不能这样办理；请刷新后再办。')
})

const accept = { outcome: 'accepted', reason: '符合条件。' } as const
/** Entered from paper by the officer who would draft. */
const byOffice = (events: readonly CaseEvent[]): CaseEvent[] =>
  events.map((event) =>
    'by' in event && event.by === CLERK ? { ...event, by: OFFICER, byOffice: true as const } : event,
  )
const none = ['elsewhere', '没有待签发的拟办意见；请刷新后再办。', {}]
const changed = ['elsewhere', '您看到的拟办意见之后又修改过；请刷新，核对后再办。', {}]

describe('a conclusion that its checklist contradicts', () => {
  const unmet = { outcome: 'accepted', reason: '符合条件。', checklist: { scope: true, condition1: false } }
  const allMet = { outcome: 'refused', reason: '不符合条件。', checklist }
  const said = (why: string) => [
    'incomplete',
    `${why}；请核对结论和清单。确实如此办理的，请确认后再办。`,
    { checklist: '请与结论核对，或者确认确实如此' },
  ]
  it.each([
    [unmet, '核对清单还有1项没有勾选，结论却是“通过”'],
    [allMet, '核对清单全部勾选为符合，结论却是“不予通过”'],
  ])('is refused, decided or drafted, unless it is meant so: %j', (judging, why) => {
    const [decided, drafting] = [given(caseKind, ...IN_REVIEW), given(caseKind, ...REVIEW_2018)]
    expect(decided.refused(decideStep('review', judging, officer, CALL))).toEqual(said(why))
    expect(drafting.refused(draftDecision('review', judging, officer))).toEqual(said(why))
    const meant = { ...judging, despite: true } as const
    for (const [event] of [
      decided.when(decideStep('review', meant, officer, CALL)),
      drafting.when(draftDecision('review', meant, officer)),
    ]) {
      expect(event).toMatchObject(judging)
      expect(event).not.toHaveProperty('despite')
    }
  })
  it.each([
    [{ outcome: 'refused', reason: '材料齐全，同意通过。' }, '不予通过', '同意通过'],
    [
      { outcome: 'returned', reason: '材料齐全，同意通过。', reopens: ['project'], lateFrom: MEND },
      '退回补正',
      '同意通过',
    ],
    [{ outcome: 'accepted', reason: '经核对，不符合条件，不予通过。' }, '通过', '不予通过'],
  ])('is refused where its opinion concludes otherwise: %j', (judging, title, clause) => {
    const decided = given(caseKind, ...IN_REVIEW)
    const why = `意见中写的是“${clause}”，结论却是“${title}”；请核对结论和意见。确实如此办理的，请确认后再办。`
    const wrong = ['incomplete', why, { reason: '请与结论核对，或者确认确实如此' }]
    expect(decided.refused(decideStep('review', judging, officer, CALL))).toEqual(wrong)
    expect(given(caseKind, ...REVIEW_2018).refused(draftDecision('review', judging, officer))).toEqual(wrong)
    expect(decided.when(decideStep('review', { ...judging, despite: true }, officer, CALL))).toHaveLength(1)
  })
  it('is signed as it was drafted, since whoever signs it sees it', () => {
    const meant = drafted('accepted', unmet)
    expect(given(caseKind, ...REVIEW_2018, meant).when(signDraft('review', seenHere(meant), head, CALL))).toMatchObject(
      [unmet],
    )
  })
  it('is none of a return, nor where nothing was checked or some of it is not met', () => {
    const { when } = given(caseKind, ...IN_REVIEW)
    const back = { outcome: 'returned', reason: '材料不全。', reopens: ['project'], lateFrom: MEND }
    for (const judging of [
      ...[
        { ...back, checklist },
        { ...back, checklist: unmet.checklist },
      ],
      ...[
        { outcome: 'refused', reason: '不符。' },
        { ...allMet, checklist: unmet.checklist },
      ],
    ])
      expect(when(decideStep('review', judging, officer, CALL))).toHaveLength(1)
  })
  it('has nothing to do once it was decided or drafted so', () => {
    const decided = given(caseKind, ...IN_REVIEW).when(
      decideStep('review', { ...allMet, despite: true }, officer, CALL),
    )
    expect(given(caseKind, ...IN_REVIEW, ...decided).when(decideStep('review', allMet, officer, CALL))).toEqual([])
    const drafts = given(caseKind, ...REVIEW_2018).when(draftDecision('review', { ...unmet, despite: true }, officer))
    expect(given(caseKind, ...REVIEW_2018, ...drafts).when(draftDecision('review', unmet, officer))).toEqual([])
  })
})

describe('drafting a decision', () => {
  it('says what is proposed, and the case stays where it is', () => {
    expect(given(caseKind, ...REVIEW_2018).when(draftDecision('review', { ...accept, checklist }, officer))).toEqual([
      drafted('accepted', { checklist }),
    ])
    const { state } = given(caseKind, ...DRAFTED)
    expect([state.step, state.visit, state.draft]).toEqual(['review', 2, drafted()])
  })
  it('takes the place of an older draft, another’s only where it was seen, and answers one that came back', () => {
    const second = { by: SECOND, received: day(7) }
    const { when, refused } = given(caseKind, ...DRAFTED)
    const overtaken =
      '其他人员于2018年4月15日9时00分拟制了拟办意见“通过”，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。'
    for (const replaces of [undefined, seenHere(OTHER)])
      expect(refused(draftDecision('review', { ...accept, replaces }, second))).toEqual(['conflict', overtaken, {}])
    const [mine] = when(draftDecision('review', { ...accept, replaces: SEEN }, second))
    expect(mine).toMatchObject({ by: SECOND })
    expect(mine).not.toHaveProperty('replaces')
    expect(when(draftDecision('review', { ...accept, reason: '又及。' }, officer))).toHaveLength(1)
    const mended = { ...accept, reason: `${accept.reason}已核对原件。` }
    const again = given(caseKind, ...DRAFTED, draftReturned).when(draftDecision('review', mended, officer))
    expect(again).toHaveLength(1)
    expect(given(caseKind, ...DRAFTED, draftReturned, ...again).state.draftReturned).toBeUndefined()
  })
  it('is refused as it came back, by whoever sends it, with when and why it did', () => {
    const { refused } = given(caseKind, ...DRAFTED, draftReturned)
    for (const by of [officer, { by: SECOND, received: day(7) }])
      expect(refused(draftDecision('review', accept, by))).toEqual([
        'incomplete',
        expect.stringMatching(
          /^拟办意见已于2018年4月\d+日.*退回，理由：.*。本次与退回的完全相同，没有送出；请修改后再送签/,
        ),
        { reason: '与退回的相同，请修改，或者写明为什么不需要修改' },
      ])
  })
  it.each([CLERK, LEGAL, HEAD])('is refused to %s, who made the form', (by) => {
    expect(given(caseKind, ...REVIEW_2018).refused(draftDecision('review', accept, { by, received: day(5) }))[0]).toBe(
      'forbidden',
    )
  })
  it('is refused where one person decides, elsewhere, and as a return that lacks something', () => {
    expect(given(caseKind, ...IN_REVIEW).refused(draftDecision('review', accept, officer))).toEqual([
      'elsewhere',
      '“初审”不需要拟办，由有权办理的人员直接办理。',
      {},
    ])
    expect(given(caseKind, ...SELECTION).refused(draftDecision('review', accept, officer))[0]).toBe('elsewhere')
    const back = { outcome: 'returned', reason: '不全。' }
    expect(given(caseKind, ...REVIEW_2018).refused(draftDecision('review', back, officer))[0]).toBe('incomplete')
  })
  it('has nothing to do when the same stands there from the same person', () => {
    expect(given(caseKind, ...DRAFTED).when(draftDecision('review', accept, officer))).toEqual([])
    const points = given(caseKind, ...DRAFTED).when(draftDecision('review', { ...accept, checklist }, officer))
    expect(points).toHaveLength(1)
  })
})

describe('sending a draft back', () => {
  const back = (seen = SEEN, by = OFFICE_HEAD) =>
    returnDraft('review', { drafted: seen, reason: draftReturned.reason }, { by, received: day(6) })
  it('says why, to whoever wrote it', () => {
    expect(given(caseKind, ...DRAFTED).when(back())).toEqual([draftReturned])
    expect(given(caseKind, ...DRAFTED, draftReturned).state).toMatchObject({ step: 'review', draftReturned })
    expect(given(caseKind, ...DRAFTED, draftReturned).state.draft).toBeUndefined()
  })
  it('is refused without a draft, on another one than was seen, of one’s own, to a maker, and elsewhere', () => {
    expect(given(caseKind, ...REVIEW_2018).refused(back())).toEqual(none)
    expect(given(caseKind, ...DRAFTED).refused(back(seenHere(OTHER)))).toEqual(changed)
    expect(given(caseKind, ...DRAFTED, OTHER).refused(back())).toEqual(changed)
    expect(given(caseKind, ...DRAFTED).refused(back(SEEN, OFFICER))[0]).toBe('forbidden')
    expect(given(caseKind, ...DRAFTED).refused(back(SEEN, CLERK))[0]).toBe('forbidden')
    expect(given(caseKind, ...SELECTION).refused(back())[0]).toBe('elsewhere')
  })
  it('has nothing to do when it went back so', () => {
    expect(given(caseKind, ...DRAFTED, draftReturned).when(back())).toEqual([])
  })
})

describe('signing a draft', () => {
  const sign = (seen = SEEN, by = OFFICE_HEAD) => signDraft('review', seen, { by, received: day(6) }, CALL)
  it('decides as it was drafted, and says who drafted it', () => {
    expect(given(caseKind, ...DRAFTED).when(sign())).toEqual([SELECTION.at(-1)].map((one) => ({ ...one, at: day(6) })))
    const returning = drafted('returned', { reopens: ['reason'], lateFrom: MEND })
    expect(given(caseKind, ...REVIEW_2018, returning).when(sign(seenHere(returning)))).toMatchObject([
      { outcome: 'returned', to: 'application', reopens: ['reason'], lateFrom: MEND, draftedBy: OFFICER },
    ])
  })
  it('is the form’s box, without a second click', () => {
    expect(given(caseKind, ...SELECTION).state.papers[FORM]?.boxes).toMatchObject({
      countyOffice: { by: OFFICE_HEAD, reason: '符合条件。' },
    })
  })
  it('is refused without a draft, on another one than was seen, to its author and to a maker', () => {
    expect(given(caseKind, ...REVIEW_2018).refused(sign())).toEqual(none)
    expect(given(caseKind, ...DRAFTED).refused(sign(day(5)))).toEqual(changed)
    expect(given(caseKind, ...DRAFTED, OTHER).refused(sign())).toEqual(changed)
    expect(given(caseKind, ...DRAFTED).refused(sign(SEEN, OFFICER))).toEqual([
      'forbidden',
      '拟办意见是您提出的，不能由您自己签发；请由其他有权人员签发。',
      {},
    ])
    expect(given(caseKind, ...DRAFTED).refused(sign(SEEN, HEAD))[0]).toBe('forbidden')
  })
  it('is refused when the date of the return has passed meanwhile', () => {
    const returning = drafted('returned', { reopens: ['reason'], lateFrom: day(6) })
    const past = signDraft('review', seenHere(returning), head, { ...CALL, dates: { application: day(6) } })
    expect(given(caseKind, ...REVIEW_2018, returning).refused(past)[2]).toEqual({
      lastDay: '请填写今天或以后的日期',
    })
  })
  it('has nothing to do on a second click', () => {
    expect(given(caseKind, ...SELECTION).when(sign())).toEqual([])
    expect(given(caseKind, ...SELECTION).refused(sign(SEEN, SECOND))[0]).toBe('elsewhere')
  })
})

describe('deciding where it is drafted first', () => {
  const decide = (judging: { outcome: string; reason: string }, by = OFFICE_HEAD, step = 'review', replaces = SEEN) =>
    decideStep(step, { ...judging, replaces }, { by, received: day(6) }, CALL)
  const decideAlone = (step = 'review') => decideStep(step, accept, { by: OFFICE_HEAD, received: day(6) }, CALL)
  it('is refused without a draft', () => {
    expect(given(caseKind, ...REVIEW_2018).refused(decide(accept))).toEqual([
      'elsewhere',
      '“初审”先由经办人拟办，再由您签发；现在还没有拟办意见。',
      {},
    ])
  })
  it('goes without one where the office entered the form, whose officer may not draft', () => {
    const entered = given(caseKind, ...byOffice(REVIEW_2018))
    expect(entered.refused(draftDecision('review', accept, officer))[0]).toBe('forbidden')
    expect(entered.when(decideAlone())).toMatchObject([{ by: OFFICE_HEAD, to: 'selection' }])
    expect(entered.refused(decide(accept))).toEqual([
      'elsewhere',
      '您打开页面时看到的拟办意见稿之后有变动；本次没有送签，请刷新，核对后再办。',
      {},
    ])
    expect(entered.when(decideAlone())[0]).not.toHaveProperty('draftedBy')
  })
  it('goes without one later too, although the unit itself filled in the second form', () => {
    const first = REVIEW_2018.length
    const mixed = [...byOffice(DECLARED.slice(0, first)), ...DECLARED.slice(first)].map((event) =>
      event.type === 'drafted' ? { ...event, by: SECOND } : event,
    )
    const { state, when, refused } = given(caseKind, ...mixed)
    expect([state.step, state.papers[SECOND_FORM]?.byOffice]).toEqual(['acceptance', false])
    expect(refused(draftDecision('acceptance', accept, officer))[0]).toBe('forbidden')
    expect(when(decideAlone('acceptance'))).toMatchObject([{ to: 'assessment' }])
  })
  it('otherwise than drafted is the head’s own; as drafted it is the officer’s draft', () => {
    const { when } = given(caseKind, ...DRAFTED)
    const [other] = when(decide({ outcome: 'refused', reason: '不在创建范围内。' }))
    expect(other).toMatchObject({ outcome: 'refused', by: OFFICE_HEAD })
    expect(other).not.toHaveProperty('draftedBy')
    expect(when(decide(accept))).toMatchObject([{ draftedBy: OFFICER }])
    expect(given(caseKind, ...DRAFTED).refused(decide(accept, OFFICER))[0]).toBe('forbidden')
  })
  it('leaves no draft aside that was not seen', () => {
    const mine = { outcome: 'refused', reason: '不在创建范围内。' }
    const [code, sentence] = given(caseKind, ...DRAFTED, OTHER).refused(decide(mine))
    expect([code, sentence]).toEqual(['conflict', expect.stringContaining('您打开页面时还没有；本次没有送签')])
    expect(given(caseKind, ...DRAFTED, OTHER).when(decide(mine, OFFICE_HEAD, 'review', seenHere(OTHER)))).toHaveLength(
      1,
    )
  })
  it('keeps the draft of one judgement out of the next', () => {
    expect(given(caseKind, ...AT_WORK).state.draft).toBeUndefined()
    expect(given(caseKind, ...DECLARED).refused(decide(accept, OFFICE_HEAD, 'acceptance'))[0]).toBe('elsewhere')
  })
})
