/** How far ahead a document may be dated: a mistyped year could never be signed. */
import { addDays } from '#calendar/deadline.ts'

const LONGEST = 365

/** @param today a date, as `date` is */
export const whyTooFarAhead = (date: string, today: string): string | undefined =>
  date > addDays(today, LONGEST) ? '成文日期最多比今天晚一年' : undefined
