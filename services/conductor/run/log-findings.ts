import type { VerifiedDay } from './verify-records.ts'

/** What the log says of a day: how much was looked at, and a line for each finding, without what the fields said. */
export const linesOf = ({ findings, ...counts }: VerifiedDay): readonly object[] => [
  { event: 'verify-records', ...counts, found: findings.length },
  ...findings.map(({ was: _was, is: _is, ...finding }) => ({ event: 'verify-records', ...finding })),
]
