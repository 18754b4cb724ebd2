/** From a `ScheduleExpression`: the first instant at or after another at which it is due, in milliseconds. */
export type Schedule = (from: number) => number

const UNIT: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/**
 * Reads `rate(n minutes|hours|days)` and `cron(m h d M ? *)`, in UTC.
 * A rate is counted from 1970, so that a restart does not shift it.
 * @throws Error for an expression it does not know
 */
export function readSchedule(expression: string): Schedule {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (count && unit) {
    const every = Number(count) * (UNIT[unit] ?? 0)
    if (every > 0) return (from) => Math.ceil(from / every) * every
  }
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? []
  const [minute = '', hour = '', day = '', month = '', weekday, year] = fields
  if (fields.length !== 6 || weekday !== '?' || year !== '*')
    throw new Error(`the local cloud knows rate(n minutes|hours|days) and cron(m h d M ? *), not ${expression}`)
  const minutes = numbers(minute, 0, 59, expression)
  const hours = numbers(hour, 0, 23, expression)
  const days = new Set(numbers(day, 1, 31, expression))
  const months = new Set(numbers(month, 1, 12, expression))
  return (from) => {
    const start = new Date(from)
    const midnight = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate())
    // Five years reach over every 29 February.
    for (let ahead = 0; ahead < 5 * 366; ahead++) {
      const date = new Date(midnight + ahead * 86_400_000)
      if (!days.has(date.getUTCDate()) || !months.has(date.getUTCMonth() + 1)) continue
      for (const h of hours)
        for (const m of minutes) {
          const due = date.getTime() + (h * 60 + m) * 60_000
          if (due >= from) return due
        }
    }
    return Number.POSITIVE_INFINITY
  }
}

/** `*`, `5`, `1-5`, `0/15`, and lists of these, in ascending order. */
function numbers(field: string, lowest: number, highest: number, expression: string): number[] {
  const found = field.split(',').flatMap((part) => {
    const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? []
    if (from === undefined) throw new Error(`the local cloud does not know the field ${field} of ${expression}`)
    const first = from === '*' ? lowest : Number(from)
    const last = to ? Number(to) : from === '*' || step ? highest : first
    const every = Number(step ?? 1)
    return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, at) => first + at * every)
  })
  return found.sort((a, b) => a - b)
}
