/** What a procedure, a batch and the county say of the meetings of a step. */
import type { Command } from '#procedure/commands.ts'
import { type Holding, permissionFor } from '#procedure/permissions.ts'
import type { ResolutionRules } from '#steps/resolution/resolution.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import type { ListStep } from './list-step.ts'

export type MeetingStep = ListStep<'resolution'>

export const rulesOf = ({
  value,
  terms: { quota },
}: MeetingStep): Omit<ResolutionRules, 'followed' | 'visitOf' | 'hasLeft' | 'present' | 'voters'> => {
  const outcome = limitedOutcome({ value })
  return {
    votes: value.votes,
    prepared: value.prepares !== undefined,
    limited: outcome !== undefined && quota !== undefined ? { outcome, quota } : undefined,
    ranked: value.ranked && outcome,
  }
}

/** The outcome that a quota counts; undefined when none is limited. */
export const limitedOutcome = ({ value }: Pick<MeetingStep, 'value'>): string | undefined =>
  Object.entries(value.outcomes).find(([, { limited }]) => limited)?.[0]

/** How the body that meets is called in this county. */
export const bodyOf = (
  { value: { body } }: Pick<MeetingStep, 'value'>,
  county: Pick<IntakeDeps['county'], MeetingStep['value']['body']>,
): string => county[body]

/** Which of these the caller may give at the step. */
export const allowedOf = (
  commands: readonly Command[],
  holdings: readonly Holding[],
  { procedure, step }: Pick<ListStep<'resolution'>, 'procedure' | 'step'>,
): Command[] => commands.filter((command) => permissionFor(command, holdings, { procedure, step }) !== undefined)
