import type { CallTerms } from '#batch/batch.ts'
import { Refused } from '#ledger/refused.ts'
import { type Permission, permissions } from '#procedure/permissions.ts'
import { type Outcome, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'

export type MeetingStep = {
  readonly procedure: Procedure
  readonly step: string
  /** What a meeting may decide there. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** The outcome that the quota counts; empty when none is limited. */
  readonly limited: string
}

/** A step of the batch that a meeting decides. @throws Refused when it is none */
export function meetingStep({ procedure: name }: CallTerms, step: string): MeetingStep {
  const procedure = procedureNamed(name)
  const found = procedure.steps[step]
  const rows: readonly Permission[] = permissions
  const byMeeting = rows.some(
    ({ command, steps }) => command === 'record-resolution' && Array.isArray(steps) && steps.includes(step),
  )
  if (!found || !byMeeting)
    throw new Refused('unknown', `“${titleOf(procedure, step)}”环节不由会议决定；请从批次进展重新进入。`)
  const outcomes = Object.fromEntries(Object.entries(found.outcomes).filter(([, { byTime }]) => !byTime))
  const [limited = ''] = Object.entries(outcomes).find(([, outcome]) => outcome.limited) ?? []
  return { procedure, step, outcomes, limited }
}
