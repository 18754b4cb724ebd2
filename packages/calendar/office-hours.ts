/** When people act in a demonstration: at its own clock, which may stand at any instant when somebody comes to look. */
import { addDays, dateOf } from './deadline.ts'
import { isWeekend } from './holidays.ts'

const OPENS = '09:00'
const CLOSES = '18:00'

/** This instant, or when it lies outside office hours (09:00 to 18:00 of Monday to Friday, Asia/Shanghai) their next beginning. */
export function inOfficeHours(instant: string): string {
  const today = dateOf(instant)
  const at = Date.parse(instant)
  const of = (day: string, hour: string) => Date.parse(`${day}T${hour}:00+08:00`)
  if (!isWeekend(today) && at >= of(today, OPENS) && at < of(today, CLOSES)) return instant
  let day = at < of(today, OPENS) ? today : addDays(today, 1)
  while (isWeekend(day)) day = addDays(day, 1)
  return new Date(of(day, OPENS)).toISOString()
}
