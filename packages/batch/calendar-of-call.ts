/** The dates of a call as a calendar file: for units and for everybody the same, as amendments and a cancelling have left them. */
import { type CalendarDay, calendarFile } from '#calendar/calendar-file.ts'
import { dateOf, dayBeforeLate } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import { datedSteps, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type Batch, type CallTerms, datesOf, type Ending } from './batch.ts'
import { saidLate } from './said-call.ts'
import { endOf } from './step-date.ts'

type Opened = Required<Pick<Batch, 'opened' | 'openedAt'>> & Pick<Batch, 'amendments'> & Ending
export type Called = Opened & { readonly terms: CallTerms }

/** @param unreal what marks a county or a batch that is for practice */
export function calendarOfCall(called: Called, unreal?: string): string {
  const { terms } = called
  const name = `${unreal ? `【${unreal}】` : ''}${terms.title}`
  const procedure = procedureOf(terms.procedure)
  const first = datesOf(terms)
  const days = datedSteps(procedure).flatMap((step) => {
    const lateFrom = first[step]
    return lateFrom ? [dayOf(called, { step, lateFrom, title: `${titleOf(procedure, step)}截止：${name}` })] : []
  })
  return calendarFile(name, days)
}

type Dated = { readonly step: string; readonly lateFrom: string; readonly title: string }
function dayOf(
  { opened, openedAt, amendments, cancelled }: Called,
  { step, lateFrom: first, title }: Dated,
): CalendarDay {
  const moved = amendments.flatMap(({ at, reason, dates }) => {
    const to = dates[step]?.to
    return to ? [{ at, reason, lateFrom: endOf(to) }] : []
  })
  const last = moved.at(-1)
  const lateFrom = last?.lateFrom ?? first
  // What had passed by then was as it was, and nobody is told that it will not be.
  const over = cancelled && cancelled.at < lateFrom ? cancelled : undefined
  return {
    // What the call froze is like nothing that another county has frozen.
    uid: `${step}-${opened.digest.slice(0, 32)}@shifan`,
    sequence: moved.length + (over ? 1 : 0),
    changedAt: over?.at ?? last?.at ?? openedAt,
    on: dayBeforeLate(lateFrom),
    title: over ? `【已取消】${title}` : title,
    about: [
      ...(over ? [`本批次已于${saidDay(dateOf(over.at))}取消，不再办理。理由：${over.reason}`] : []),
      `${saidEnd(lateFrom)}截止，${saidLate(lateFrom)}。`,
      ...(last ? [`原为${saidEnd(first)}，已经变更${moved.length}次。最近一次变更的理由：${last.reason}`] : []),
    ].join('\n'),
    cancelled: over !== undefined,
  }
}
