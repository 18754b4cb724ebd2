/** A year with few cases: what a suite plays that looks at one fault only. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'

export const on = (at: string, act: Do): Act => ({ at: `${at}:00+08:00`, what: '', act })
export const call = (change: Partial<CallBody> = {}): Act => on('2018-04-16T09:00', openCall({ ...terms, ...change }))
export const applied = (unit: string): Act[] => [
  on('2018-05-02T10:00', fillIn(unit, unit)),
  on('2018-05-03T10:00', signAndSubmit(unit, '2018-05-03')),
]
export const accepted = (unit: string): Do => review(unit, { outcome: 'accepted', reason: '符合基本条件。' })
/** Seven days: to 24:00 of 20 May. */
export const published = (...units: string[]): Act => on('2018-05-14T08:30', publishNotice(units, '2018-05-14'))
export const closed: Act = on('2018-05-21T09:00', closeNotice())
export const named = (...units: string[]): Act =>
  on('2018-06-20T15:00', meet('泗政常纪〔2018〕38号', '2018-06-20', units, 'named'))
