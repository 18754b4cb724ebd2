import { expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { sayEvent } from './say-event.ts'

const procedure = procedureAt('creation-short@1')!
const state = { ...caseKind.initial, procedure }
const cleared = {
  ...{ type: 'decided', v: 1, at: '2018-06-18T01:00:00.000Z', by: 'p', step: 'notice', visit: 3 },
  ...{ outcome: 'clear', to: 'executiveMeeting', act: { stream: 'notice/2018-2/1', number: 3 } },
} as const satisfies CaseEvent
const naming = { who: () => '', act: () => '第1期公示', on: () => undefined } as never
const said = (event: CaseEvent) =>
  sayEvent(event, { before: state, after: state, findings: [] }, { terms: {} as never, naming })

it('says that nobody objected only where nobody did', () => {
  expect(said(cleared)).toMatchObject({ event: '无异议', outcomeTitle: '无异议' })
  const reason = '公示期内收到异议1件：不予受理1件。'
  expect(said({ ...cleared, reason })).toMatchObject({
    ...{ event: '公示期满，异议已办结', outcomeTitle: '公示期满，异议已办结', reason },
  })
})

it('tells an opinion from a reason', () => {
  const box = {
    v: 1,
    at: '2018-05-04T01:00:00.000Z',
    by: 'p',
    form: 'creation-application',
    signOff: 'unitHead',
  } as const
  const given = { ...box, type: 'signed', opinion: '同意申报。', digest: 'd' }
  const signed = { ...given, mode: 'online' } as never
  expect(said(signed)).toMatchObject({ reason: '同意申报。', isOpinion: true })
  expect(said({ ...given, mode: 'sealed' } as never).event).toBe('录入电子印章签署：单位主要负责人意见')
  const declined = { ...box, type: 'signingDeclined', reason: '请补充附件。' } as never
  expect(said(declined)).toMatchObject({ reason: '请补充附件。' })
  expect(said(declined)).not.toHaveProperty('isOpinion')
})
