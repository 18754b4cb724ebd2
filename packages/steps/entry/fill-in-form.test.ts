import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { Saved } from '#case/case-events.ts'
import { factsOf } from '#case/facts.ts'
import { lapse } from '#case/lapse.ts'
import {
  AT_MEETING,
  AT_NOTICE,
  CLERK,
  day,
  EARLY,
  FORM,
  form,
  headSigned,
  IN_REVIEW,
  LATE,
  LEGAL,
  legalSigned,
  MEND,
  moved,
  NAMED,
  OFFICER,
  OPENING,
  opened,
  READY,
  RETURNED,
  returned,
  saved,
  sha,
  submitted,
  vetoRaised,
} from '../../../test/given/cases.ts'
import {
  DECLARE_END,
  DECLARED,
  DECLARING,
  DRAFTED,
  draftReturned,
  REVIEW_2018,
  SECOND_FORM,
  SELECTION,
} from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { openCase, recallForm, saveForm, submitForm } from './fill-in-form.ts'

const lastInstant = new Date(Date.parse(LATE) - 1).toISOString()
const clerk = (received: string) => ({ by: CLERK, received })

describe('opening a case', () => {
  it('begins the application, up to the last instant', () => {
    expect(given(caseKind).when(openCase(OPENING, clerk(EARLY)))).toEqual([opened])
    expect(given(caseKind).when(openCase(OPENING, clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused once applications have ended', () => {
    expect(given(caseKind).refused(openCase(OPENING, clerk(LATE)))).toEqual([
      'late',
      '本批次“创建申请”已于2018年5月15日24时截止，不能再开始。',
      {},
    ])
  })
  it('has nothing to do when the unit has a case in the batch, wherever it stands', () => {
    for (const history of [[opened], IN_REVIEW, NAMED])
      expect(given(caseKind, ...history).when(openCase(OPENING, clerk(LATE)))).toEqual([])
  })
})

describe('saving a form', () => {
  it('keeps the form, complete or not', () => {
    const draft = form({ missing: ['workPlan', 'phone'], digest: sha('e') })
    expect(given(caseKind, opened).when(saveForm(FORM, draft, clerk(day(1))))).toEqual([
      { type: 'saved', v: 1, at: day(1), by: CLERK, form: FORM, ...draft },
    ])
  })
  it('is refused late, whoever was kept waiting, and says when it was received', () => {
    expect(given(caseKind, opened).refused(saveForm(FORM, form(), clerk(LATE)))).toEqual([
      'late',
      '“创建申请”已于2018年5月15日24时截止；本次收到时间为2018年5月16日0时00分，不能再办理。如有正当理由，请联系法制办。',
      {},
    ])
    expect(given(caseKind, opened).when(saveForm(FORM, form(), clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused elsewhere, with what was decided meanwhile', () => {
    const [code, sentence] = given(caseKind, ...IN_REVIEW).refused(
      saveForm(FORM, form({ digest: sha('e') }), clerk(day(5))),
    )
    expect([code, sentence]).toEqual([
      'elsewhere',
      '此操作属于“创建申请”环节，而本件现处“初审”（2018年4月14日9时00分已办理：已提交）；请刷新后再办。',
    ])
    expect(given(caseKind).refused(saveForm(FORM, form(), clerk(day(5))))).toEqual([
      'unknown',
      '本单位在本批次还没有申报件；请先开始创建申请。',
      {},
    ])
  })
  it('has nothing to do when the form has not changed, and keeps the sign-offs', () => {
    const { when, state } = given(caseKind, ...READY)
    expect(when(saveForm(FORM, form(), clerk(day(3))))).toEqual([])
    expect(Object.keys(state.papers[FORM]?.signOffs ?? {})).toEqual(['legalOffice', 'unitHead'])
  })
  it('is refused when another form stands there than the one that was changed', () => {
    const { when, refused } = given(caseKind, ...READY)
    const mine = form({ digest: sha('e') })
    expect(refused(saveForm(FORM, mine, clerk(day(3)), sha('9')))[0]).toBe('conflict')
    expect(refused(saveForm(FORM, mine, clerk(day(3)), ''))[0]).toBe('conflict')
    expect(when(saveForm(FORM, mine, clerk(day(3)), form().digest))).toHaveLength(1)
    expect(when(saveForm(FORM, form(), clerk(day(3)), sha('9')))).toEqual([])
    // Whoever does not say what they have seen changes their own, and nobody else's.
    expect(when(saveForm(FORM, mine, clerk(day(3))))).toHaveLength(1)
    expect(refused(saveForm(FORM, mine, { by: LEGAL, received: day(3) }))).toEqual([
      'conflict',
      '表格在别处修改过，本次没有保存；请核对两处内容后再保存。',
      {},
    ])
    expect(when(saveForm(FORM, mine, { by: LEGAL, received: day(3) }, form().digest))).toHaveLength(1)
    expect(when(saveForm(FORM, form(), { by: LEGAL, received: day(3) }))).toEqual([])
  })
  it('voids every sign-off when anything has changed', () => {
    const { state } = given(caseKind, ...READY, saved({ attachments: [sha('7')], digest: sha('e') }))
    expect(state.papers[FORM]?.signOffs).toEqual({})
  })

  describe('after a return', () => {
    const change = (answers: Record<string, string>, digest: string) =>
      form({ answers: { ...form().answers, ...answers }, digest: sha(digest) })

    it('changes a reopened question, until the return’s own date', () => {
      const again = change({ creationPlan: sha('6'), reason: sha('8') }, 'e')
      const { when, refused } = given(caseKind, ...RETURNED)
      expect(when(saveForm(FORM, again, clerk(day(40))))).toEqual([
        { type: 'saved', v: 1, at: day(40), by: CLERK, form: FORM, ...again },
      ])
      expect(refused(saveForm(FORM, again, clerk(MEND)))[0]).toBe('late')
    })
    it('leaves the other questions as they were, answered, changed or new', () => {
      const { creationPlan: _, phone: __, ...less } = form().answers
      const again = form({ answers: { ...less, project: sha('8'), workPlan: sha('6') }, digest: sha('e') })
      expect(given(caseKind, ...RETURNED).refused(saveForm(FORM, again, clerk(day(40))))).toEqual([
        'incomplete',
        '退回补正时只能修改列明的栏目。',
        {
          phone: '此项未退回，不能修改',
          project: '此项未退回，不能修改',
          workPlan: '此项未退回，不能修改',
        },
      ])
    })
    it('can be taken back to what was returned', () => {
      const history = [...RETURNED, saved({ ...change({ reason: sha('8') }, 'e') })]
      expect(given(caseKind, ...history).when(saveForm(FORM, form(), clerk(day(41))))).toHaveLength(1)
    })
  })
})

describe('submitting a form', () => {
  it('hands in a complete form that both have signed, naming the digest they signed', () => {
    expect(given(caseKind, ...READY).when(submitForm(FORM, clerk(day(4))))).toEqual([submitted])
    expect(given(caseKind, ...READY).when(submitForm(FORM, clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused with everything that lacks, at once: questions of the form, then sign-offs', () => {
    const draft = saved({ missing: ['workPlan', 'phone'] })
    expect(given(caseKind, opened, draft, legalSigned).refused(submitForm(FORM, clerk(day(4))))).toEqual([
      'incomplete',
      '还不能提交，以下3项需要补齐。',
      { workPlan: '此项还没有填好', phone: '此项还没有填好', unitHead: '尚缺“单位主要负责人意见”' },
    ])
    expect(given(caseKind, opened).refused(submitForm(FORM, clerk(day(4))))).toEqual([
      'incomplete',
      '表格还没有填写。',
      {},
    ])
  })
  it('is refused from the first late instant on', () => {
    expect(given(caseKind, ...READY).refused(submitForm(FORM, clerk(LATE)))[0]).toBe('late')
  })
  it('is refused with sign-offs that an edit has voided', () => {
    const history = [...READY, saved({ digest: sha('e') })]
    expect(given(caseKind, ...history).refused(submitForm(FORM, clerk(day(4))))[2]).toEqual({
      legalOffice: '尚缺“本单位法制机构意见”',
      unitHead: '尚缺“单位主要负责人意见”',
    })
  })
  it('is refused when the case has ended, with how', () => {
    const lapsed = given(caseKind, opened).when(lapse('2018-05-15T16:02:00.000Z'))
    expect(given(caseKind, opened, ...lapsed).refused(submitForm(FORM, clerk(day(60))))).toEqual([
      'elsewhere',
      '此操作属于“创建申请”环节，而本件现处“逾期未报”（2018年5月16日0时02分已办理：逾期未报）；请刷新后再办。',
      {},
    ])
  })
  it('has nothing to do on a second click of the same person', () => {
    expect(given(caseKind, ...IN_REVIEW).when(submitForm(FORM, clerk(day(4))))).toEqual([])
    expect(given(caseKind, ...IN_REVIEW).refused(submitForm(FORM, { by: 'p-另一人', received: day(4) }))[0]).toBe(
      'elsewhere',
    )
  })
})

describe('submitting a form that was returned', () => {
  const BACK =
    '本表已于2018年4月15日9时00分退回（初审：退回补正），退回“创建方案”、“申请理由”，理由：创建方案缺少责任分工。'
  const EXPLAIN = { explanation: '请修改退回的内容；确实不需要修改的，请写明理由' }
  const signedAgain = [legalSigned, headSigned].map((one) => ({ ...one, at: day(19) }))
  const changed = saved({ answers: { ...form().answers, creationPlan: sha('6') }, digest: sha('e') })
  const signedChange = signedAgain.map((one) => ({ ...one, covers: sha('e') }))

  it('is refused with the signatures of before, and says when and why it came back', () => {
    expect(given(caseKind, ...RETURNED).refused(submitForm(FORM, clerk(day(20))))).toEqual([
      'incomplete',
      `${BACK}退回后没有修改；退回前的签署已经失效，须重新签署。还不能提交，以下3项需要补齐。`,
      { legalOffice: '尚缺“本单位法制机构意见”', unitHead: '尚缺“单位主要负责人意见”', ...EXPLAIN },
    ])
    // Nor do they come back with what they were given for.
    const thereAndBack = [...RETURNED, changed, saved()]
    expect(given(caseKind, ...thereAndBack).refused(submitForm(FORM, clerk(day(20))))[2]).toHaveProperty('unitHead')
  })
  it('takes a change that is signed anew', () => {
    const history = [...RETURNED, changed, ...signedChange]
    expect(given(caseKind, ...RETURNED, changed).refused(submitForm(FORM, clerk(day(20))))).toEqual([
      'incomplete',
      `${BACK}退回前的签署已经失效，须重新签署。还不能提交，以下2项需要补齐。`,
      { legalOffice: '尚缺“本单位法制机构意见”', unitHead: '尚缺“单位主要负责人意见”' },
    ])
    const handedIn = given(caseKind, ...history).when(submitForm(FORM, clerk(day(20)), '已补充责任分工。'))
    expect(handedIn).toMatchObject([{ outcome: 'submitted', visit: 3, to: 'review', covers: sha('e') }])
    expect(handedIn[0]).not.toHaveProperty('reason')
  })
  it('takes it as it was, signed anew and with why nothing was to be changed', () => {
    const history = [...RETURNED, ...signedAgain]
    expect(given(caseKind, ...history).refused(submitForm(FORM, clerk(day(20))))[2]).toEqual(EXPLAIN)
    const back = [...RETURNED, changed, saved(), ...signedAgain]
    expect(given(caseKind, ...back).refused(submitForm(FORM, clerk(day(20))))[2]).toEqual(EXPLAIN)
    expect(given(caseKind, ...history).when(submitForm(FORM, clerk(day(20)), '盖章页已重新扫描。'))).toEqual([
      {
        ...submitted,
        at: day(20),
        visit: 3,
        reason: '盖章页已重新扫描。',
      },
    ])
  })
  it('asks why of indicators that a return names and that stand as before, be the rest of them changed', () => {
    const list = (manifest: string, asBefore?: number) => ({
      selfAssessment: { manifest, reached: 3, notReached: 0, notApplicable: 0, ...(asBefore && { asBefore }) },
      answers: { ...form().answers, selfAssessment: manifest },
    })
    const back = { ...returned, reopens: ['selfAssessment', 'reason'], indicators: ['s-1', 's-2', 's-3'] }
    const to = (content: Partial<Saved>) => {
      const now = saved({ ...content, digest: sha('e') })
      return given(
        caseKind,
        opened,
        saved(list(sha('1'))),
        legalSigned,
        headSigned,
        submitted,
        back,
        now,
        ...signedChange,
      )
    }
    const why = (content: Partial<Saved>) => to(content).refused(submitForm(FORM, clerk(day(20))))[2]
    const left = (count: number) => ({ explanation: `自评中退回的${count}项指标没有修改；${EXPLAIN.explanation}` })
    expect(why(list(sha('2'), 1))).toEqual(left(1))
    const { answers } = list(sha('1'))
    expect(why({ ...list(sha('1')), answers: { ...answers, reason: sha('6') } })).toEqual(left(3))
    // A question that is named may be changed, and need not be.
    expect(to(list(sha('2'))).when(submitForm(FORM, clerk(day(20))))).toHaveLength(1)
    const said = submitForm(FORM, clerk(day(20)), '第三项与乡政府核对无误。')
    expect(to(list(sha('2'), 1)).when(said)).toMatchObject([{ reason: '第三项与乡政府核对无误。' }])
    expect(factsOf(to(list(sha('2'), 1)).state).papers[FORM]).toMatchObject({ explains: true })
    expect(factsOf(to(list(sha('2'))).state).papers[FORM]).not.toHaveProperty('explains')
  })
  it.each(['。', '-', '1', '无', '无。。。', '无无无无', '12345', '一二\u200b\u200b', 'n/a', '同意1'])(
    'takes %j for no reason',
    (said) => {
      const { refused } = given(caseKind, ...RETURNED, ...signedAgain)
      const [, sentence, fields] = refused(submitForm(FORM, clerk(day(20)), said))
      // Both have signed anew: nothing is said of signatures.
      expect(sentence).toMatch(/退回后没有修改；还不能提交，以下1项需要补齐。$/)
      expect(fields).toEqual({
        explanation: `“${said}”没有写明不作修改的理由；请用文字写明，不少于三个字`,
      })
    },
  )
  it.each(['无须修改', '盖章已补', '重扫第3页', '第3页已补盖章'])('takes %j for one', (said) => {
    expect(given(caseKind, ...RETURNED, ...signedAgain).when(submitForm(FORM, clerk(day(20)), said))).toMatchObject([
      { reason: said },
    ])
  })
  it('asks the same after whatever brought it back, and nothing of one that its unit took back', () => {
    const back = moved('executiveMeeting', 4, 'resubmit', 'application', OFFICER, { reason: '材料与公示不符。' })
    const { refused, state } = given(caseKind, ...AT_MEETING, back)
    expect(state.papers[FORM]?.reopens).toBeUndefined()
    expect(Object.keys(refused(submitForm(FORM, clerk(day(20))))[2] ?? {})).toEqual([
      'legalOffice',
      'unitHead',
      'explanation',
    ])
    const recalled = given(caseKind, ...IN_REVIEW).when(recallForm(FORM, clerk(day(5))))
    expect(given(caseKind, ...IN_REVIEW, ...recalled).when(submitForm(FORM, clerk(day(6))))).toHaveLength(1)
  })
  it('keeps on the record what was handed in unchanged before that was refused', () => {
    const before = { ...submitted, at: day(20), visit: 3 }
    expect(given(caseKind, ...RETURNED, before).state.papers[FORM]?.signOffs).toEqual({
      legalOffice: legalSigned,
      unitHead: headSigned,
    })
  })
})

describe('the second form of a case', () => {
  const november = '2018-11-02T01:00:00.000Z'
  const mine = form({ digest: sha('a'), answers: { reason: sha('7') } })

  it('begins empty, with answers, editors and sign-offs of its own', () => {
    const { when, state } = given(caseKind, ...DECLARING)
    expect([state.papers[SECOND_FORM], state.lateFrom]).toEqual([undefined, DECLARE_END])
    expect(when(saveForm(SECOND_FORM, mine, clerk(november), ''))).toMatchObject([
      { form: SECOND_FORM, digest: sha('a') },
    ])
    expect(Object.keys(given(caseKind, ...DECLARED).state.papers[SECOND_FORM]?.signOffs ?? {})).toEqual(['unitHead'])
    expect(given(caseKind, ...DECLARED).state.papers[FORM]?.form?.digest).toBe(sha('d'))
  })
  it('is refused before its step, as the first one is after it', () => {
    expect(given(caseKind, ...REVIEW_2018).refused(saveForm(SECOND_FORM, mine, clerk(day(5))))[1]).toContain(
      '“单位申报”环节',
    )
    expect(given(caseKind, ...DECLARING).refused(saveForm(FORM, form({ digest: sha('e') }), clerk(november)))[0]).toBe(
      'elsewhere',
    )
    expect(given(caseKind, ...DECLARING).refused(saveForm('creation-petition', mine, clerk(november)))).toEqual([
      'unknown',
      '本件没有名为“creation-petition”的表格；请从申报件页面重新进入。',
      {},
    ])
    expect(given(caseKind, ...DECLARING).refused(submitForm(SECOND_FORM, clerk(november)))[1]).toBe('表格还没有填写。')
  })
  it('has nothing to do when it was just handed in', () => {
    expect(given(caseKind, ...DECLARED).when(submitForm(SECOND_FORM, clerk(november)))).toEqual([])
  })
})

describe('taking a form back', () => {
  const recalled = {
    type: 'recalled',
    v: 1,
    at: day(5),
    by: CLERK,
    step: 'application',
    visit: 2,
    from: 'review',
  } as const
  const back = (received = day(5)) => recallForm(FORM, clerk(received))

  it('opens it again as it stands, with its date', () => {
    expect(given(caseKind, ...IN_REVIEW).when(back())).toEqual([recalled])
    const { state, when } = given(caseKind, ...IN_REVIEW, recalled)
    expect([state.step, state.visit, state.lateFrom]).toEqual(['application', 3, LATE])
    expect(Object.keys(state.papers[FORM]?.signOffs ?? {})).toEqual(['legalOffice', 'unitHead'])
    expect(when(submitForm(FORM, clerk(day(6))))).toMatchObject([{ visit: 3, to: 'review' }])
    expect(when(saveForm(FORM, form({ digest: sha('e') }), clerk(day(6))))).toHaveLength(1)
  })
  it('leaves what a return reopened as it is', () => {
    const again = [...RETURNED, { ...submitted, visit: 3, at: day(20) }]
    const { when } = given(caseKind, ...again)
    const { state } = given(caseKind, ...again, ...when(back(day(21))))
    expect([state.lateFrom, state.papers[FORM]?.reopens]).toEqual([MEND, ['creationPlan', 'reason']])
  })
  it('is refused once the review has begun, be the draft returned, or the case has gone on', () => {
    const begun = ['elsewhere', '法制办已经开始审核，不能撤回；如需修改，请联系法制办退回补正。', {}]
    expect(given(caseKind, ...DRAFTED).refused(back())).toEqual(begun)
    expect(given(caseKind, ...DRAFTED, draftReturned).refused(back())).toEqual(begun)
    for (const history of [AT_NOTICE, SELECTION, NAMED])
      expect(given(caseKind, ...history).refused(back())[0]).toBe('elsewhere')
    expect(given(caseKind, ...SELECTION).refused(recallForm(SECOND_FORM, clerk(day(5))))[0]).toBe('elsewhere')
    expect(given(caseKind).refused(back())[0]).toBe('unknown')
  })
  it('is refused after the date, since it could not be handed in again', () => {
    expect(given(caseKind, ...IN_REVIEW).refused(back(LATE))).toEqual([
      'late',
      '“创建申请”已于2018年5月15日24时截止，撤回后不能再提交，所以不能撤回。',
      {},
    ])
    expect(given(caseKind, ...IN_REVIEW).when(back(lastInstant))).toHaveLength(1)
  })
  it('has nothing to do while the form is with the unit', () => {
    for (const history of [[opened], READY, RETURNED, [...IN_REVIEW, recalled]])
      expect(given(caseKind, ...history).when(back())).toEqual([])
  })
  it('is not kept from it by a veto that somebody has raised', () => {
    expect(given(caseKind, ...IN_REVIEW, vetoRaised).when(back())).toHaveLength(1)
  })
})
