import { expect, test } from 'vitest'
import { readSchedule } from './schedule.ts'

const next = (expression: string, from: string) => {
  const due = readSchedule(expression)(Date.parse(from))
  return Number.isFinite(due) ? new Date(due).toISOString().replace('.000Z', 'Z') : 'never'
}

test.each([
  ['rate(1 hour)', '2026-03-01T10:20:00Z', '2026-03-01T11:00:00Z'],
  ['rate(1 hour)', '2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z'],
  ['rate(5 minutes)', '2026-03-01T10:21:00Z', '2026-03-01T10:25:00Z'],
  ['rate(2 days)', '1970-01-02T00:00:00Z', '1970-01-03T00:00:00Z'],
  ['cron(0 16 * * ? *)', '2026-03-01T16:00:00.001Z', '2026-03-02T16:00:00Z'],
  ['cron(0/15 8-9 1 * ? *)', '2026-03-01T08:50:00Z', '2026-03-01T09:00:00Z'],
  ['cron(30 1 29 2 ? *)', '2026-03-01T00:00:00Z', '2028-02-29T01:30:00Z'],
  ['cron(0 0 31 2 ? *)', '2026-03-01T00:00:00Z', 'never'],
])('%s from %s is due at %s', (expression, from, due) => expect(next(expression, from)).toBe(due))

test.each(['rate(1 week)', 'rate(0 hours)', 'cron(0 8 ? * MON-FRI *)', 'cron(a 8 * * ? *)', 'at(2026-01-01T00:00:00)'])(
  '%s is an error that shows it',
  (expression) => expect(() => readSchedule(expression)).toThrow(expression),
)
