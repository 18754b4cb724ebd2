import { describe, expect, it } from 'vitest'
import { todosOf } from '#steps/todo.ts'
import {
  AT_MEETING,
  day,
  FORM,
  IN_REVIEW,
  LISTED,
  NAMED,
  OFFICE_HEAD,
  OFFICER,
  opened,
  SECOND,
  saved,
  seenHere,
  sha,
  vetoRaised,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { factsOf } from './facts.ts'
import { confirmVeto, dismissVeto, raiseVeto } from './veto.ts'

const event = { item: 'yi-3', source: '泗纪通报〔2018〕7号' }
const head = { by: OFFICE_HEAD, received: day(9) }
const officer = { by: OFFICER, received: day(8) }
const RAISED = [...LISTED, vetoRaised]
const RAISED_AS = seenHere(vetoRaised)
const vetoed = {
  type: 'decided',
  v: 1,
  at: day(9),
  by: OFFICE_HEAD,
  step: 'notice',
  visit: 3,
  outcome: 'vetoed',
  to: 'vetoed',
  reason: '泗纪通报〔2018〕7号',
} as const

describe('raising a veto', () => {
  it('records item, source and evidence; the case goes on meanwhile', () => {
    expect(given(caseKind, ...LISTED).when(raiseVeto(event, officer))).toEqual([vetoRaised])
    const proven = given(caseKind, ...LISTED).when(raiseVeto({ ...event, evidence: sha('7') }, officer))
    expect(proven).toEqual([{ ...vetoRaised, evidence: sha('7') }])
    expect(given(caseKind, ...RAISED).state.step).toBe('notice')
  })
  it('is refused after the end, without a case, and while another waits', () => {
    expect(given(caseKind, ...NAMED).refused(raiseVeto(event, officer))[1]).toBe(
      '本件已办结（已命名），不能再提出一票否决。',
    )
    expect(given(caseKind).refused(raiseVeto(event, officer))[0]).toBe('unknown')
    // Their own they could not confirm.
    expect(given(caseKind, ...LISTED).refused(raiseVeto(event, officer, true))[0]).toBe('forbidden')
    expect(given(caseKind, ...RAISED).refused(raiseVeto({ ...event, item: 'yi-4' }, officer))).toEqual([
      'conflict',
      '本件已有待确认的一票否决，本次没有登记；请先确认或不予确认。',
      {},
    ])
    // Neither another person's word nor another paper is dropped in silence.
    const { refused } = given(caseKind, ...RAISED)
    expect(refused(raiseVeto(event, { by: SECOND, received: day(9) }))[0]).toBe('conflict')
    expect(refused(raiseVeto({ ...event, evidence: sha('7') }, officer))[0]).toBe('conflict')
  })
  it('has nothing to do when the same was raised', () => {
    expect(given(caseKind, ...RAISED).when(raiseVeto(event, { ...officer, received: day(9) }))).toEqual([])
  })
})

it('a veto at a judgement fills no box of the form', () => {
  const [event] = given(caseKind, ...IN_REVIEW, vetoRaised).when(confirmVeto(RAISED_AS, head))
  const { state } = given(caseKind, ...IN_REVIEW, vetoRaised, event as CaseEvent)
  expect([state.step, state.papers[FORM]?.boxes, state.judged]).toEqual(['vetoed', {}, undefined])
})

describe('confirming a veto', () => {
  it('forces the result at any step, with the reason', () => {
    expect(given(caseKind, ...RAISED).when(confirmVeto(RAISED_AS, head))).toEqual([vetoed])
    expect(given(caseKind, ...AT_MEETING, vetoRaised).when(confirmVeto(RAISED_AS, head))).toEqual([
      { ...vetoed, step: 'executiveMeeting', visit: 4 },
    ])
  })
  it('is refused to whoever raised it, where none waits, and after the end', () => {
    expect(given(caseKind, ...RAISED).refused(confirmVeto(RAISED_AS, officer))).toEqual([
      'forbidden',
      '提出人不能确认自己提出的一票否决；请由法制办其他人员办理。',
      {},
    ])
    expect(given(caseKind, ...LISTED).refused(confirmVeto(RAISED_AS, head))).toEqual([
      'elsewhere',
      '本件没有待确认的一票否决；请刷新后再办。',
      {},
    ])
    expect(given(caseKind, ...NAMED).refused(confirmVeto(RAISED_AS, head))[0]).toBe('elsewhere')
  })
  it('is refused to whoever had a hand in a form, and offered to the others', () => {
    const made = { by: SECOND, received: day(9) }
    const byOffice: CaseEvent = { ...saved({}, SECOND), byOffice: true }
    const events = [opened, byOffice, vetoRaised]
    const sentence = '您填写、代录、签署或提交过本件，不能决定一票否决；请由其他有权人员办理。'
    for (const decision of [confirmVeto(RAISED_AS, made), dismissVeto({ raised: RAISED_AS, reason: '无关。' }, made)])
      expect(given(caseKind, ...events).refused(decision)).toEqual(['forbidden', sentence, {}])
    expect(given(caseKind, ...events).when(confirmVeto(RAISED_AS, head))).toHaveLength(1)
    const offered = (person: string) =>
      todosOf(
        factsOf(given(caseKind, ...events).state),
        { signOffs: {}, vetoes: true, listed: false },
        { person, holdings: [{ appointment: 'officeHead' }] },
        day(9),
      ).map(({ command }) => command)
    expect(offered(OFFICE_HEAD)).toEqual(expect.arrayContaining(['confirm-veto', 'dismiss-veto', 'extend-case']))
    expect(offered(SECOND)).toEqual([])
  })
  it('leaves nothing pending: neither the veto nor a withdrawal that waited', () => {
    const waits = { type: 'withdrawalEntered', v: 1, at: day(9), by: 'p-周经办', reason: '机构合并' } as const
    const { state } = given(caseKind, ...RAISED, waits, vetoed)
    expect([state.veto, state.withdrawal]).toEqual([undefined, undefined])
    expect(given(caseKind, ...RAISED, waits).state.withdrawal).toEqual(waits)
  })
  it('is refused where another was raised in its place, in the same instant even', () => {
    const other = { ...vetoRaised, source: '泗纪通报〔2018〕8号' }
    const events = [
      ...RAISED,
      { type: 'vetoDismissed', v: 1, at: day(8), by: SECOND, reason: '误报。' } as const,
      other,
    ]
    for (const decision of [confirmVeto(RAISED_AS, head), dismissVeto({ raised: RAISED_AS, reason: '无关。' }, head)])
      expect(given(caseKind, ...events).refused(decision)).toEqual([
        'elsewhere',
        '您看到的一票否决之后又重新提出过；请刷新，核对后再办。',
        {},
      ])
    expect(given(caseKind, ...events).when(confirmVeto(seenHere(other), head))).toHaveLength(1)
  })
  it('has nothing to do when the case is vetoed', () => {
    expect(given(caseKind, ...RAISED, vetoed).when(confirmVeto(RAISED_AS, head))).toEqual([])
  })
})

// Nothing to do: dismissed again, there is no veto to name; the ledger knows the doubled click by its command.
describe('dismissing a veto', () => {
  const dismiss = dismissVeto({ raised: RAISED_AS, reason: '与本单位无关。' }, head)
  const dismissed = { type: 'vetoDismissed', v: 1, at: day(9), by: OFFICE_HEAD, reason: '与本单位无关。' } as const

  it('lets the case go on, and the veto be raised again', () => {
    expect(given(caseKind, ...RAISED).when(dismiss)).toEqual([dismissed])
    const after = given(caseKind, ...RAISED, dismissed)
    expect(after.state.veto).toBeUndefined()
    expect(after.when(raiseVeto(event, officer))).toEqual([vetoRaised])
  })
  it('is refused to whoever raised it, and where none waits', () => {
    expect(given(caseKind, ...RAISED).refused(dismissVeto({ raised: RAISED_AS, reason: '无关。' }, officer))[0]).toBe(
      'forbidden',
    )
    expect(given(caseKind, ...RAISED, dismissed).refused(dismiss)[0]).toBe('elsewhere')
  })
})
