import { describe, expect, it } from 'vitest'
import { decidedTitle, lapseOf } from './procedure.ts'
import { procedures } from './procedures.ts'

describe.each(procedures.map((one) => [`${one.name}@${one.version}`, one] as const))('%s', (_, procedure) => {
  it('says that nobody objected only where nobody did', () => {
    const notices = Object.entries(procedure.steps).flatMap(([step, value]) =>
      value.kind === 'notice' ? [{ step, outcome: value.clear }] : [],
    )
    expect(notices.length).toBeGreaterThan(0)
    for (const one of notices) {
      expect(decidedTitle(procedure, one)).toBe('无异议')
      expect(decidedTitle(procedure, { ...one, reason: '公示期内收到异议1件：不成立1件。' })).toBe(
        '公示期满，异议已办结',
      )
    }
  })
  it('calls a case that lapsed by one word, as outcome and as ending', () => {
    for (const [step, value] of Object.entries(procedure.steps)) {
      const lapsed = lapseOf(value)
      const end = lapsed && value.outcomes[lapsed]?.end
      if (lapsed && end)
        expect([step, decidedTitle(procedure, { step, outcome: lapsed })]).toEqual([
          step,
          procedure.endings[end]?.title,
        ])
    }
  })
})
