import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { factsOf } from '#case/facts.ts'
import { lapse } from '#case/lapse.ts'
import {
  AT_MEETING,
  AT_NOTICE,
  CLERK,
  day,
  FORM,
  HEAD,
  headSigned,
  held,
  IN_REVIEW,
  LATE,
  LEGAL,
  legalSigned,
  listed,
  NAMED,
  OFFICER,
  opened,
  READY,
  RETURNED,
  returned,
  SECOND,
  saved,
  sha,
  submitted,
  vetoRaised,
  withdrawalEntered,
} from '../../test/given/cases.ts'
import {
  ASSESSED,
  AT_WORK,
  DECLARE_END,
  DECLARED,
  DECLARING,
  DRAFTED,
  draftReturned,
  REVIEW_2018,
  SECOND_FORM,
  SELECTION,
} from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import {
  clerk,
  everybody,
  leader,
  legal,
  ofBoth,
  officeHead,
  officer,
  scorer,
  second,
  secretary,
  stranger,
  unitHead,
  wholeOffice,
} from '../../test/given/people.ts'
import { todosOf } from './todo.ts'
import type { Looking, TodoFrame } from './todo-shape.ts'

const online = { legalOffice: 'online', unitHead: 'online' } as const
const frame: TodoFrame = { signOffs: { [FORM]: online, [SECOND_FORM]: online }, vetoes: true, listed: false }
const paper: TodoFrame = { ...frame, signOffs: { [FORM]: { legalOffice: 'paper', unitHead: 'paper' } } }
const all = (history: readonly CaseEvent[], who: Looking, now = day(10), within = frame) =>
  todosOf(factsOf(given(caseKind, ...history).state), within, who, now)
/** What waits for somebody, in words. */
const waits = (...args: Parameters<typeof all>) => all(...args).flatMap(({ must, text }) => (must ? [text] : []))
/** What somebody may do, by command. */
const offers = (...args: Parameters<typeof all>) => all(...args).map(({ command }) => command)
/** The whole form, entered by the officer from its paper. */
const byOffice = (events: readonly CaseEvent[], by = OFFICER): CaseEvent[] =>
  events.map((event) =>
    'by' in event && [CLERK, LEGAL, HEAD].includes(event.by) ? { ...event, by, byOffice: true as const } : event,
  )

describe('three drifts of what waits and what is refused', () => {
  it('shows the review to the head when the only officer entered the form 代录', () => {
    for (const history of [byOffice(IN_REVIEW), byOffice(REVIEW_2018)]) {
      expect(offers(history, officer)).not.toContain('decide-step')
      expect(waits(history, officer)).toEqual([])
      expect(waits(history, officeHead)).toEqual(['办理“初审”'])
    }
    // And at the second judgement, although the unit filled in the second form itself.
    const later = [...byOffice(DECLARED.slice(0, 5)), ...DECLARED.slice(5)]
    expect(waits(later, officer)).toEqual([])
    expect(waits(later, officeHead)).toEqual(['办理“申报验收”'])
  })
  it('tells no head to sign on screen who edited the form earlier, but how it is signed then', () => {
    const edited = [opened, saved({ digest: sha('e') }, HEAD), saved(), legalSigned]
    const fromPaper =
      '录入纸质签署的“单位主要负责人意见”（您填写过本表，不能在线签署；没有填写过本表的负责人可以在线签署）'
    expect(offers(edited, unitHead)).not.toContain('decline-signing')
    expect(waits(edited, unitHead)).toEqual([fromPaper])
    // Head and clerk in one person wait for nobody; another clerk learns what they wait for.
    const both = { ...unitHead, holdings: [...unitHead.holdings, ...clerk.holdings] }
    expect(waits(edited, both)).toEqual([fromPaper])
    expect(waits(edited, clerk)).toEqual([
      '等待签署“单位主要负责人意见”（负责人填写过本表的不能在线签署，请其录入签字盖章的纸质签署），然后提交',
    ])
    expect(waits([...edited.slice(0, 3)], clerk)).toEqual(['等待签署“本单位法制机构意见”，然后提交'])
    expect(waits([opened, saved({}, HEAD), legalSigned, headSigned], both)).toEqual(['提交“创建申请”'])
    expect(waits([opened, saved(), legalSigned], unitHead)).toEqual(['在线签署“单位主要负责人意见”'])
  })
  it('tells the clerk to enter what is sealed, and nobody else', () => {
    const sealed: TodoFrame = { ...frame, signOffs: { [FORM]: { legalOffice: 'online', unitHead: 'sealed' } } }
    const history = [opened, saved(), legalSigned]
    expect(waits(history, clerk, day(10), sealed)).toEqual(['录入电子印章签署的“单位主要负责人意见”'])
    expect(offers(history, unitHead, day(10), sealed)).not.toContain('sign-form')
  })
  it('tells no head to sign before the legal office', () => {
    expect(offers([opened, saved()], unitHead)).not.toContain('sign-form')
    expect(waits([opened, saved()], unitHead)).toEqual([])
    expect(waits([opened, saved()], legal)).toEqual(['在线签署“本单位法制机构意见”'])
  })
})

describe('an entry', () => {
  it('waits for the clerk to fill in, to wait, and to hand in', () => {
    expect(waits([opened], clerk)).toEqual(['填写“创建申请”的表格'])
    expect(waits([opened, saved({ missing: ['workPlan', 'phone'] })], clerk)).toEqual(['“创建申请”的表格还有2项未填'])
    expect(waits([opened, saved()], clerk)).toEqual(['等待签署“本单位法制机构意见”，然后提交'])
    expect(waits(READY, clerk)).toEqual(['提交“创建申请”'])
  })
  it('that was returned is changed before anybody is asked to sign it again, though they may', () => {
    expect(waits(RETURNED, clerk)).toEqual(['退回补正：修改“创建申请”中退回的内容，重新签署后提交'])
    expect(waits(RETURNED, legal)).toEqual([])
    expect(offers(RETURNED, legal)).toContain('sign-form')
    const mended = [...RETURNED, saved({ digest: sha('e') })]
    expect(waits(mended, legal)).toEqual(['在线签署“本单位法制机构意见”'])
    const signedAgain = [...RETURNED, legalSigned, headSigned]
    expect(waits(signedAgain, clerk)).toEqual(['退回补正：提交“创建申请”（退回的内容没有都改，须写明理由）'])
  })
  it('whose self-assessment came back is changed in that, whatever else is', () => {
    const list = (n: string) => ({
      selfAssessment: { manifest: sha(n), reached: 3, notReached: 0, notApplicable: 0 },
      answers: { selfAssessment: sha(n) },
    })
    const back = { ...returned, reopens: ['selfAssessment', 'reason'], indicators: ['s-1'] }
    const sentBack = [opened, saved(list('1')), legalSigned, headSigned, submitted, back]
    const other = saved({ ...list('1'), answers: { ...list('1').answers, reason: sha('6') }, digest: sha('e') })
    expect(waits([...sentBack, other], legal)).toEqual([])
    expect(waits([...sentBack, saved({ ...list('2'), digest: sha('e') })], legal)).toHaveLength(1)
  })
  it('waits for no signature on a form that still lacks something', () => {
    expect(waits([opened, saved({ missing: ['workPlan'] })], legal)).toEqual([])
    expect(offers([opened, saved({ missing: ['workPlan'] })], legal)).toContain('sign-form')
  })
  it('has the clerk enter the stamped paper where the batch wants paper', () => {
    expect(waits([opened, saved()], clerk, day(10), paper)).toEqual(['录入纸质签署的“本单位法制机构意见”'])
    expect(waits([opened, saved()], legal, day(10), paper)).toEqual([])
    expect(offers([opened, saved()], legal, day(10), paper)).not.toContain('sign-form')
  })
  it('goes back to the clerk when a signer declines, who is asked for nothing meanwhile', () => {
    const declined: CaseEvent = {
      ...{ type: 'signingDeclined', v: 1, at: day(3), by: LEGAL, form: FORM, signOff: 'legalOffice' },
      reason: '请补充责任分工。',
    }
    const history = [opened, saved(), declined]
    expect(waits(history, clerk)).toEqual(['签署人退回修改：请补充责任分工。'])
    expect(waits(history, legal)).toEqual([])
    expect(waits([...history, saved({ digest: sha('e') })], legal)).toEqual(['在线签署“本单位法制机构意见”'])
    expect(waits([...history, legalSigned], clerk)).toEqual(['等待签署“单位主要负责人意见”，然后提交'])
  })
  it('waits for the officer who has begun to enter the paper, and for no other', () => {
    const begun = byOffice([opened, saved()])
    expect(waits(begun, officer)).toEqual(['录入纸质签署的“本单位法制机构意见”'])
    expect(waits(begun, second)).toEqual([])
    expect(offers(begun, second)).toEqual(expect.arrayContaining(['save-form', 'sign-form', 'submit-form']))
    expect(waits(byOffice(READY), officer)).toEqual(['提交“创建申请”'])
    expect(waits(byOffice([opened]), officer)).toEqual(['代录：填写“创建申请”的表格'])
  })
  it('asks nobody anything once its date has passed, when time is about to decide', () => {
    for (const who of everybody) expect(waits(READY, who, LATE)).toEqual([])
    expect(offers(READY, clerk, LATE)).toEqual(['enter-withdrawal'])
  })
  it('asks for the second form when the case stands there', () => {
    const november = '2018-11-02T01:00:00.000Z'
    expect(waits(DECLARING, clerk, november)).toEqual(['填写“单位申报”的表格'])
    expect(all(DECLARING, clerk, november)[0]).toMatchObject({
      command: 'save-form',
      form: SECOND_FORM,
      step: 'declaration',
    })
  })
})

describe('a judgement', () => {
  it('that one person decides waits for any of them who made nothing', () => {
    for (const who of [officer, second, officeHead]) expect(waits(IN_REVIEW, who)).toEqual(['办理“初审”'])
    for (const who of [clerk, legal, unitHead, secretary, stranger]) expect(waits(IN_REVIEW, who)).toEqual([])
  })
  it('that is drafted waits for an officer, then for the head, and back', () => {
    expect([waits(REVIEW_2018, officer), waits(REVIEW_2018, officeHead)]).toEqual([['拟办“初审”'], []])
    expect([waits(DRAFTED, officer), waits(DRAFTED, officeHead)]).toEqual([[], ['签发“初审”']])
    expect(offers(DRAFTED, officeHead)).toContain('return-draft')
    const back = [...DRAFTED, draftReturned]
    expect(waits(back, officer)).toEqual(['拟办被退回：请写明外部结果核对情况。'])
    expect(waits(back, officeHead)).toEqual([])
  })
  it('is not signed by whoever drafted it, be they the head as well', () => {
    const mine = DRAFTED.map((event) => (event.type === 'drafted' ? { ...event, by: wholeOffice.person } : event))
    expect(offers(mine, wholeOffice)).not.toContain('decide-step')
    expect(offers(mine, wholeOffice)).not.toContain('return-draft')
    expect(waits(mine, officeHead)).toEqual(['签发“初审”'])
  })
  it('is nobody’s who holds an appointment in the unit', () => {
    expect(offers(IN_REVIEW, ofBoth)).not.toContain('decide-step')
    expect(offers(REVIEW_2018, ofBoth)).not.toContain('draft-decision')
  })
  it('may be forestalled by the unit taking its form back, until somebody has begun', () => {
    expect(offers(IN_REVIEW, clerk)).toContain('recall-form')
    expect(offers(IN_REVIEW, clerk, LATE)).not.toContain('recall-form')
    expect(offers(DRAFTED, clerk)).not.toContain('recall-form')
    expect(offers([...DRAFTED, draftReturned], clerk)).not.toContain('recall-form')
    expect(offers(IN_REVIEW, unitHead)).not.toContain('recall-form')
  })
})

describe('a correction', () => {
  const drafted: CaseEvent = {
    ...{ type: 'correctionDrafted', v: 1, at: day(7), by: SECOND, step: 'review', corrects: 2 },
    ...{ outcome: 'refused', reason: '不在创建范围内。' },
  }
  it('may be drafted by the office while nothing rests on the decision', () => {
    for (const who of [officer, second, officeHead]) expect(offers(AT_NOTICE, who)).toContain('draft-correction')
    expect(offers([...AT_NOTICE, listed], officer)).not.toContain('draft-correction')
    expect(offers(AT_MEETING, officer)).not.toContain('draft-correction')
    expect(offers(AT_NOTICE, clerk)).not.toContain('draft-correction')
    expect(offers(SELECTION, officer)).toContain('draft-correction')
  })
  it('waits for another one’s signature', () => {
    expect(waits([...AT_NOTICE, drafted], officeHead)).toEqual(['签发更正'])
    expect(waits([...AT_NOTICE, drafted], second)).toEqual([])
    // Where only the head decides, only the head signs.
    expect([waits([...SELECTION, drafted], officer), waits([...SELECTION, drafted], officeHead)]).toEqual([
      [],
      ['签发更正'],
    ])
  })
  it('is offered where the decision has ended the case', () => {
    const refused = { ...(AT_NOTICE.at(-1) as CaseEvent), outcome: 'refused', to: 'refused' } as CaseEvent
    expect(offers([...IN_REVIEW, refused], officer)).toEqual(['draft-correction'])
  })
})

describe('work', () => {
  it('waits for the report that is due, from ten days before', () => {
    expect(waits(AT_WORK, clerk, '2018-06-29T00:00:00.000Z')).toEqual([])
    expect(waits(AT_WORK, clerk, '2018-07-01T00:00:00.000Z')).toEqual(['报送2018年第二季度进展报告'])
    expect(waits(AT_WORK, clerk, '2018-07-20T00:00:00.000Z')).toEqual(['补报2018年第二季度进展报告'])
    const sent = { ...frame, reported: ['2018-06'] }
    expect(waits(AT_WORK, clerk, '2018-07-20T00:00:00.000Z', sent)).toEqual([])
    const may = all(AT_WORK, clerk, '2018-07-20T00:00:00.000Z', sent).find(
      ({ command }) => command === 'report-progress',
    )
    expect(may).toMatchObject({ must: false, text: '报送2018年第三季度进展报告', lateFrom: '2018-10-10T16:00:00.000Z' })
    expect(
      offers(AT_WORK, clerk, '2018-10-20T00:00:00.000Z', { ...frame, reported: ['2018-06', '2018-09', '2018-12'] }),
    ).not.toContain('report-progress')
  })
  it('is guided by the office, and by nobody of the unit', () => {
    expect(offers(AT_WORK, officer)).toContain('guide-unit')
    for (const who of [clerk, ofBoth, secretary]) expect(offers(AT_WORK, who)).not.toContain('guide-unit')
  })
})

describe('an inquiry', () => {
  const ended = (...methods: string[]) => ({ ...frame, ended: methods })
  it('waits for each method to be recorded, then for the leader', () => {
    const december = '2018-12-01T00:00:00.000Z'
    expect(waits(ASSESSED, scorer, december)).toHaveLength(5)
    expect(waits(ASSESSED, leader, december)).toEqual([])
    expect(waits(ASSESSED, scorer, december, ended('hearing', 'documents', 'siteVisit', 'lawTest'))).toEqual([
      '记录“走访服务对象”',
    ])
    const over = ended('hearing', 'documents', 'siteVisit', 'lawTest', 'interviews')
    expect([waits(ASSESSED, scorer, december, over), waits(ASSESSED, leader, december, over)]).toEqual([
      [],
      ['确定“验收考核”的结果'],
    ])
    expect(waits(ASSESSED, leader, december, { ...over, settled: true })).toEqual([])
    // Whoever had a hand in a form settles nothing of it.
    const maker = { ...leader, person: CLERK }
    expect(waits(ASSESSED, maker, december, over)).toEqual([])
  })
})

describe('at any step', () => {
  it('the clerk may enter a withdrawal, which then waits for the head', () => {
    expect(offers(AT_MEETING, clerk)).toEqual(['enter-withdrawal'])
    const pending = [...AT_MEETING, withdrawalEntered]
    expect(waits(pending, unitHead)).toEqual(['确认或不同意本单位退出'])
    expect(offers(pending, unitHead)).toEqual(['confirm-withdrawal', 'cancel-withdrawal'])
    // One that nobody confirms keeps the case out of every list.
    expect(offers(pending, officeHead)).toContain('cancel-withdrawal')
    expect(offers(pending, clerk)).toEqual(['cancel-withdrawal', 'enter-withdrawal'])
    // Who is clerk and head at once does not confirm what they entered.
    const both = { person: CLERK, holdings: [...clerk.holdings, ...unitHead.holdings] }
    expect(offers(pending, both)).not.toContain('confirm-withdrawal')
  })
  it('the office may raise a veto, which then waits for its head', () => {
    expect(offers(AT_MEETING, officer)).toEqual(['raise-veto'])
    expect(offers(AT_MEETING, officer, day(10), { ...frame, vetoes: false })).toEqual([])
    expect(waits([...AT_MEETING, vetoRaised], officeHead)).toEqual(['确认或不予确认一票否决'])
    expect(offers([...AT_MEETING, vetoRaised], officer)).toEqual([])
    const mine = [...AT_MEETING, { ...vetoRaised, by: officeHead.person }]
    expect(offers(mine, officeHead)).toEqual([])
    expect(offers(AT_MEETING, ofBoth)).not.toContain('raise-veto')
  })
  it('the head of the office may move a date, before it and after it has lapsed', () => {
    expect(offers([opened], officeHead)).toContain('extend-case')
    expect(offers(IN_REVIEW, officeHead)).not.toContain('extend-case')
    const lapsed = [opened, ...given(caseKind, opened).when(lapse(day(60)))]
    expect(all(lapsed, officeHead, day(61))).toMatchObject([
      { command: 'extend-case', step: 'application', must: false },
    ])
    expect(all(lapsed, officer, day(61))).toEqual([])
  })
  it('the head of the office has to set a date for a unit that came to a form too late for the batch’s own', () => {
    const late = DECLARING.map((event) =>
      event.type === 'decided' && event.to === 'declaration' ? { ...event, at: DECLARE_END } : event,
    )
    expect(waits(late, officeHead, DECLARE_END)).toEqual(['“单位申报”的期限在本单位到达前已过，请确定本单位的期限'])
    expect(waits(DECLARING, officeHead)).toEqual([])
    // The unit goes on filling in meanwhile.
    expect(offers(late, clerk, DECLARE_END)).toContain('save-form')
  })
  it('nothing is left to do once the case has ended, whatever was pending', () => {
    for (const who of everybody) expect(all([...NAMED, vetoRaised, withdrawalEntered, held], who)).toEqual([])
  })
  it('somebody of another unit is offered nothing', () => {
    for (const history of [[opened], READY, IN_REVIEW, AT_MEETING, AT_WORK]) expect(all(history, stranger)).toEqual([])
  })
})
