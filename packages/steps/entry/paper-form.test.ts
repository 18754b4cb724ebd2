/** The office enters a unit's paper form 代录. */
import { describe, expect, it } from 'vitest'
import { dateOf } from '#calendar/deadline.ts'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import {
  CALL,
  CLERK,
  day,
  EARLY,
  FORM,
  form,
  headSigned,
  LATE,
  legalSigned,
  MEND,
  OFFICE_HEAD,
  OFFICER,
  OPENING,
  opened,
  RETURNED,
  SECOND,
  saved,
  sha,
} from '../../../test/given/cases.ts'
import { given } from '../../../test/given/given.ts'
import { decideStep } from '../judgement/decide-step.ts'
import { openCase, saveForm, submitForm } from './fill-in-form.ts'
import { signForm } from './sign-form.ts'

const online = { legalOffice: 'online', unitHead: 'online' } as const
const office = (received: string) => ({ by: SECOND, received, byOffice: true }) as const
const paper = (signOff: 'legalOffice' | 'unitHead') => ({
  form: FORM,
  signOff,
  on: '2018-04-12',
  opinion: '同意申报。',
  signer: { id: 'x-赵镇长', digest: sha('8') },
  scan: sha('7'),
  covers: sha('d'),
})
const lastInstant = new Date(Date.parse(LATE) - 1).toISOString()

/** Entered whole by the second officer, in a batch whose sign-offs are given online. */
function enteredByOffice(...history: readonly CaseEvent[]): CaseEvent[] {
  const all = [...history]
  const take = (decide: Parameters<ReturnType<typeof given<CaseEvent, typeof caseKind.initial>>['when']>[0]) =>
    all.push(...given(caseKind, ...all).when(decide))
  take(openCase(OPENING, office(EARLY)))
  const begun = given(caseKind, ...all).state.papers[FORM]?.form?.digest ?? ''
  take(saveForm(FORM, form(), office(day(1)), begun))
  take(signForm(paper('legalOffice'), online, office(day(2))))
  take(signForm(paper('unitHead'), online, office(day(2))))
  take(submitForm(FORM, office(day(4))))
  return all
}
const accept = { outcome: 'accepted', reason: '符合条件。' } as const

describe('entering a paper form', () => {
  it('opens, fills in, signs and hands in, each event saying that it was the office', () => {
    const events = enteredByOffice()
    expect(events.map(({ type }) => type)).toEqual(['opened', 'saved', 'signed', 'signed', 'decided'])
    for (const event of events) expect(event).toMatchObject({ by: SECOND, byOffice: true })
    expect(events[2]).toMatchObject({ mode: 'paper', signer: { id: 'x-赵镇长' }, scan: sha('7') })
    expect(given(caseKind, ...events).state.step).toBe('review')
  })

  it('goes on from what the unit has begun', () => {
    const events = enteredByOffice(opened, saved({ digest: sha('e') }))
    expect(events.slice(2).every((event) => 'byOffice' in event)).toBe(true)
  })

  it('is refused without who signed and the stamped scan, though the batch says online', () => {
    const { signer: _, scan: __, ...bare } = paper('legalOffice')
    const [begun, entry] = enteredByOffice()
    if (!begun || !entry) throw new Error('nothing was entered')
    expect(given(caseKind, begun, entry).refused(signForm(bare, online, office(day(2))))).toEqual([
      'incomplete',
      '“本单位法制机构意见”按纸质表格代录。',
      { scan: '请上传签字盖章页的扫描件', signer: '请填写签署人姓名' },
    ])
  })

  it('gives no sign-off on what the unit fills in itself', () => {
    for (const modes of [online, { legalOffice: 'paper', unitHead: 'paper' }] as const)
      expect(given(caseKind, opened, saved()).refused(signForm(paper('legalOffice'), modes, office(day(2))))).toEqual([
        'forbidden',
        '本表由单位自行填写，不能代录签署；单位交来纸质表格的，请先代录表格内容，再录入签署。',
        {},
      ])
  })

  it('hands in nothing that the unit has filled in itself', () => {
    const own = [opened, saved(), legalSigned, headSigned]
    expect(given(caseKind, ...own).refused(submitForm(FORM, office(day(4))))).toEqual([
      'forbidden',
      '本表由单位自行填写，请由单位提交；法制办只提交代录的表格。',
      {},
    ])
  })

  it('is refused from the first late instant on, like the unit’s own', () => {
    const events = enteredByOffice().slice(0, 4)
    expect(given(caseKind).refused(openCase(OPENING, office(LATE)))[0]).toBe('late')
    expect(given(caseKind, ...events).refused(submitForm(FORM, office(LATE)))[0]).toBe('late')
    expect(given(caseKind, ...events).when(submitForm(FORM, office(lastInstant)))).toHaveLength(1)
  })

  it('has nothing to do a second time', () => {
    const { when } = given(caseKind, ...enteredByOffice())
    expect(when(openCase(OPENING, office(day(5))))).toEqual([])
    expect(when(submitForm(FORM, office(day(5))))).toEqual([])
  })
})

describe('whoever entered it', () => {
  const review = (by: string, received = day(5)) => decideStep('review', accept, { by, received }, CALL)

  it('does not decide the review; somebody else of the office does', () => {
    const { refused, when } = given(caseKind, ...enteredByOffice())
    expect(refused(review(SECOND))).toEqual([
      'forbidden',
      '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。',
      {},
    ])
    expect(when(review(OFFICER))).toHaveLength(1)
  })

  it('does not decide it having only begun the case', () => {
    const begun = given(caseKind).when(openCase(OPENING, office(EARLY)))
    const [signed, handedIn] = [enteredByOffice().slice(2, 4), enteredByOffice().slice(4)]
    const byUnit = [...begun, saved(), ...signed, ...handedIn].map((event, at) =>
      at > 1 ? { ...event, by: CLERK } : event,
    )
    expect(given(caseKind, ...byUnit).refused(review(SECOND))[0]).toBe('forbidden')
  })

  it('does not decide it after a return that the clerk has mended either', () => {
    const events = enteredByOffice()
    const returned = given(caseKind, ...events).when(
      decideStep(
        'review',
        { outcome: 'returned', reason: '补正。', reopens: ['creationPlan'], lateFrom: MEND },
        { by: OFFICER, received: day(5) },
        CALL,
      ),
    )
    const answers = { ...form().answers, creationPlan: sha('6') }
    const mended = { ...saved({ answers, digest: sha('e') }), at: day(6) }
    const clerk = { by: CLERK, received: day(7) }
    const sign = (signOff: 'legalOffice' | 'unitHead') => ({
      ...{ ...paper(signOff), covers: sha('e') },
      ...{ on: dateOf(day(6)), scan: sha('6') },
    })
    const papers = { legalOffice: 'paper', unitHead: 'paper' } as const
    const history = [...events, ...returned, mended]
    history.push(...given(caseKind, ...history).when(signForm(sign('legalOffice'), papers, clerk)))
    history.push(...given(caseKind, ...history).when(signForm(sign('unitHead'), papers, clerk)))
    history.push(...given(caseKind, ...history).when(submitForm(FORM, clerk)))
    expect(given(caseKind, ...history).refused(review(SECOND, day(8)))[0]).toBe('forbidden')
    expect(given(caseKind, ...history).when(review(OFFICE_HEAD, day(8)))).toHaveLength(1)
  })

  it('may be who returned it before, and then decides it no more', () => {
    const again = form({ answers: { ...form().answers, reason: sha('8') }, digest: sha('e') })
    const byOfficer = { by: OFFICER, received: day(20), byOffice: true } as const
    const saving = given(caseKind, ...RETURNED).when(saveForm(FORM, again, byOfficer, form().digest))
    expect(given(caseKind, ...RETURNED, ...saving).state.papers[FORM]?.makers).toContain(OFFICER)
  })
})
