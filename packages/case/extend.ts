/** One unit's deadline is moved, with a reason, by the office's head: before it, or after it has lapsed. */
import { saidEnd } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { lapseOf, type Procedure, stepAt, titleOf } from '#procedure/procedure.ts'
import { lapsedAt } from './case.ts'
import { type Asked, asked, type Deciding } from './standing.ts'

type Extension = {
  readonly batch: string
  readonly unit: string
  readonly step: string
  readonly lateFrom: string
  readonly reason: string
}

/**
 * @param frame the procedure of the batch and its dates, for a unit that has not begun
 */
export const extendCase =
  (
    extension: Extension,
    frame: { readonly procedure: Procedure; readonly dates: Readonly<Record<string, string>> },
    by: Asked,
  ): Deciding =>
  (state) => {
    const { step, lateFrom, reason } = extension
    const { procedure } = frame
    const title = titleOf(procedure, step)
    const now = state.dates[step] ?? frame.dates[step]
    if (!lapseOf(stepAt(procedure, step)) || now === undefined)
      throw new Refused('incomplete', `“${title}”环节没有期限，不能延长。`, { step: '请选择有期限的环节' })
    if (now === lateFrom) return []
    if (lateFrom < now || lateFrom <= by.received)
      throw new Refused('incomplete', `新的期限（${saidEnd(lateFrom)}）应当晚于现在和原期限（${saidEnd(now)}）。`, {
        lastDay: '请填写更晚的日期',
      })
    const lapsed = lapsedAt(state) === step
    const unopened = state.visit === 0 && step === procedure.start
    if (state.step !== step && !lapsed && !unopened)
      throw new Refused('elsewhere', `本件现处“${titleOf(procedure, state.step)}”，“${title}”的期限不能再延长。`)
    return [{ type: 'extended', ...asked(by), ...extension, reason }]
  }
