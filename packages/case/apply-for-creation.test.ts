import { describe, expect, it } from 'vitest'
import {
  CLERK,
  day,
  EARLY,
  form,
  headSigned,
  IN_REVIEW,
  LATE,
  legalSigned,
  MEND,
  NAMED,
  opened,
  READY,
  RETURNED,
  saved,
  sha,
  submitted,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { openCase, saveApplication, submitApplication } from './apply-for-creation.ts'
import { caseKind } from './case.ts'
import { lapse } from './lapse.ts'

const lastInstant = new Date(Date.parse(LATE) - 1).toISOString()
const clerk = (received: string) => ({ by: CLERK, received })

describe('opening a case', () => {
  const terms = { batch: '2018-2', unit: 'dazhuang', trial: false, procedure: 'creation', lateFrom: LATE }

  it('begins the application, up to the last instant', () => {
    expect(given(caseKind).when(openCase(terms, clerk(EARLY)))).toEqual([opened])
    expect(given(caseKind).when(openCase(terms, clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused once applications have ended', () => {
    expect(given(caseKind).refused(openCase(terms, clerk(LATE)))).toEqual([
      'late',
      '本批次创建申请已于2018年5月15日24时截止，不能再开始申请。',
      {},
    ])
  })
  it('has nothing to do when the unit has a case in the batch, wherever it stands', () => {
    for (const history of [[opened], IN_REVIEW, NAMED])
      expect(given(caseKind, ...history).when(openCase(terms, clerk(LATE)))).toEqual([])
  })
})

describe('saving the application', () => {
  it('keeps the form, complete or not', () => {
    const draft = form({ missing: ['workPlan', 'phone'], digest: sha('e') })
    expect(given(caseKind, opened).when(saveApplication(draft, clerk(day(1))))).toEqual([
      { type: 'saved', v: 1, at: day(1), by: CLERK, ...draft },
    ])
  })
  it('is refused late, whoever was kept waiting, and says when it was received', () => {
    expect(given(caseKind, opened).refused(saveApplication(form(), clerk(LATE)))).toEqual([
      'late',
      '“创建申请”已于2018年5月15日24时截止；本次收到时间为2018年5月16日0时00分，不能再办理。如有正当理由，请联系法制办。',
      {},
    ])
    expect(given(caseKind, opened).when(saveApplication(form(), clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused elsewhere, with what was decided meanwhile', () => {
    const [code, sentence] = given(caseKind, ...IN_REVIEW).refused(
      saveApplication(form({ digest: sha('e') }), clerk(day(5))),
    )
    expect([code, sentence]).toEqual([
      'elsewhere',
      '此操作属于“创建申请”环节，而本件现处“初审”（2018年4月14日9时00分已办理：已提交）；请刷新后再办。',
    ])
    expect(given(caseKind).refused(saveApplication(form(), clerk(day(5))))).toEqual([
      'unknown',
      '本单位在本批次还没有申报件；请先开始创建申请。',
      {},
    ])
  })
  it('has nothing to do when the form has not changed, and keeps the sign-offs', () => {
    const { when, state } = given(caseKind, ...READY)
    expect(when(saveApplication(form(), clerk(day(3))))).toEqual([])
    expect(Object.keys(state.signOffs)).toEqual(['legalOffice', 'unitHead'])
  })
  it('is refused when another form stands there than the one that was changed', () => {
    const { when, refused } = given(caseKind, ...READY)
    const mine = form({ digest: sha('e') })
    expect(refused(saveApplication(mine, clerk(day(3)), sha('9')))[0]).toBe('conflict')
    expect(refused(saveApplication(mine, clerk(day(3)), ''))[0]).toBe('conflict')
    expect(when(saveApplication(mine, clerk(day(3)), form().digest))).toHaveLength(1)
    expect(when(saveApplication(form(), clerk(day(3)), sha('9')))).toEqual([])
  })
  it('voids every sign-off when anything has changed', () => {
    const { state } = given(caseKind, ...READY, saved({ attachments: [sha('7')], digest: sha('e') }))
    expect(state.signOffs).toEqual({})
  })

  describe('after a return', () => {
    const change = (answers: Record<string, string>, digest: string) =>
      form({ answers: { ...form().answers, ...answers }, digest: sha(digest) })

    it('changes a reopened question, until the return’s own date', () => {
      const again = change({ creationPlan: sha('6'), reason: sha('8') }, 'e')
      const { when, refused } = given(caseKind, ...RETURNED)
      expect(when(saveApplication(again, clerk(day(40))))).toEqual([
        { type: 'saved', v: 1, at: day(40), by: CLERK, ...again },
      ])
      expect(refused(saveApplication(again, clerk(MEND)))[0]).toBe('late')
    })
    it('leaves the other questions as they were, answered, changed or new', () => {
      const { creationPlan: _, phone: __, ...less } = form().answers
      const again = form({ answers: { ...less, project: sha('8'), workPlan: sha('6') }, digest: sha('e') })
      expect(given(caseKind, ...RETURNED).refused(saveApplication(again, clerk(day(40))))).toEqual([
        'incomplete',
        '退回补正时只能修改列明的问题。',
        {
          phone: '此项未退回，不能修改',
          project: '此项未退回，不能修改',
          workPlan: '此项未退回，不能修改',
        },
      ])
    })
    it('can be taken back to what was returned', () => {
      const history = [...RETURNED, saved({ ...change({ reason: sha('8') }, 'e') })]
      expect(given(caseKind, ...history).when(saveApplication(form(), clerk(day(41))))).toHaveLength(1)
    })
  })
})

describe('submitting the application', () => {
  it('hands in a complete form that both have signed, naming the digest they signed', () => {
    expect(given(caseKind, ...READY).when(submitApplication(clerk(day(4))))).toEqual([submitted])
    expect(given(caseKind, ...READY).when(submitApplication(clerk(lastInstant)))).toHaveLength(1)
  })
  it('is refused with everything that lacks, at once: questions of the form, then sign-offs', () => {
    const draft = saved({ missing: ['workPlan', 'phone'] })
    expect(given(caseKind, opened, draft, legalSigned).refused(submitApplication(clerk(day(4))))).toEqual([
      'incomplete',
      '还不能提交，以下3项需要补齐。',
      { workPlan: '此项还没有填好', phone: '此项还没有填好', unitHead: '尚缺“本单位主要负责人意见”' },
    ])
    expect(given(caseKind, opened).refused(submitApplication(clerk(day(4))))).toEqual([
      'incomplete',
      '申请表还没有填写。',
      {},
    ])
  })
  it('is refused from the first late instant on', () => {
    expect(given(caseKind, ...READY).refused(submitApplication(clerk(LATE)))[0]).toBe('late')
  })
  it('is refused with sign-offs that an edit has voided', () => {
    const history = [...READY, saved({ digest: sha('e') })]
    expect(given(caseKind, ...history).refused(submitApplication(clerk(day(4))))[2]).toEqual({
      legalOffice: '尚缺“本单位法制机构意见”',
      unitHead: '尚缺“本单位主要负责人意见”',
    })
  })
  it('is refused when the case has ended, with how', () => {
    const lapsed = given(caseKind, opened).when(lapse('2018-05-15T16:02:00.000Z'))
    expect(given(caseKind, opened, ...lapsed).refused(submitApplication(clerk(day(60))))).toEqual([
      'elsewhere',
      '此操作属于“创建申请”环节，而本件现处“未申请”（2018年5月16日0时02分已办理：逾期未报）；请刷新后再办。',
      {},
    ])
  })
  it('has nothing to do on a second click of the same person', () => {
    expect(given(caseKind, ...IN_REVIEW).when(submitApplication(clerk(day(4))))).toEqual([])
    expect(given(caseKind, ...IN_REVIEW).refused(submitApplication({ by: 'p-另一人', received: day(4) }))[0]).toBe(
      'elsewhere',
    )
  })
  it('keeps the sign-offs of a returned form that is handed in unchanged', () => {
    expect(given(caseKind, ...RETURNED).when(submitApplication(clerk(day(20))))).toMatchObject([
      { outcome: 'submitted', visit: 3, to: 'review' },
    ])
    expect(given(caseKind, opened, saved(), headSigned).refused(submitApplication(clerk(day(4))))[0]).toBe('incomplete')
  })
})
