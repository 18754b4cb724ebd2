/**
 * A procedure is data: its steps, who acts in each, what comes of it and where that leads. From it come the state
 * machine, the guards of the case decider, the permission table and the timeline. A step is data; its kind is code.
 */
import { z } from 'zod/mini'
import { type Outcome, outcome, placeName, type Step, type StepKind, type StepOf, step, title } from './kinds.ts'

/** A way out that holds at every step; `by` says what takes it. */
const exit = z.strictObject({
  ...outcome.shape,
  by: z.enum(['withdrawal', 'veto', 'cancellation', 'objection', 'reassessment']),
})
export type Exit = z.infer<typeof exit>

export const procedure = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/)),
  version: z.int().check(z.minimum(1)),
  title,
  /** The document that it follows. */
  source: z.string(),
  start: placeName,
  steps: z.record(placeName, step),
  exits: z.record(placeName, exit),
  /** `confers`: who ends there holds the title. */
  endings: z.record(placeName, z.strictObject({ title, confers: z.optional(z.literal(true)) })),
})
export type Procedure = z.infer<typeof procedure>

/** Names come from requests; what every object inherits is no step and no outcome. */
const own = <T>(values: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined

export const stepAt = ({ steps }: Procedure, name: string): Step | undefined => own(steps, name)

/** The step of that name, if it is of this kind. */
export function stepOf<K extends StepKind>(procedure: Procedure, name: string, kind: K): StepOf<K> | undefined {
  const found = stepAt(procedure, name)
  return found && isOfKind(found, kind) ? found : undefined
}
const isOfKind = <K extends StepKind>(found: Step, kind: K): found is StepOf<K> => found.kind === kind

/** Where an outcome leads from a step, exits included; undefined when the step does not know the outcome. */
export const outcomeAt = (of: Procedure, step: string, name: string): Outcome | undefined =>
  own(own(of.steps, step)?.outcomes, name) ?? (own(of.steps, step) && own(of.exits, name))

/** The step or the ending that an outcome leads to. */
export const targetOf = ({ on, back, end }: Outcome): string => on ?? back ?? end ?? ''

/** The name of the way out that is taken `by` something; undefined where the procedure has none. */
export const exitBy = ({ exits }: Procedure, by: Exit['by']): string | undefined =>
  Object.entries(exits).find(([, exit]) => exit.by === by)?.[0]

/** The outcome that time alone decides at a step. */
export function lapseOf(step: Step | undefined): string | undefined {
  return step?.kind === 'entry' || step?.kind === 'work' ? step.lapses : undefined
}

/** The Chinese name of a step or an ending. */
export const titleOf = ({ steps, endings }: Procedure, place: string): string =>
  own(steps, place)?.title ?? own(endings, place)?.title ?? place
export const outcomeTitle = (of: Procedure, step: string, name: string): string =>
  outcomeAt(of, step, name)?.title ?? name

/**
 * What was decided, as pages say it. That nobody objected is said only where nobody did: a notice gives a reason with
 * that outcome where objections were settled before it.
 */
export function decidedTitle(
  of: Procedure,
  { step, outcome, reason }: { readonly step: string; readonly outcome: string; readonly reason?: string | undefined },
): string {
  const value = stepOf(of, step, 'notice')
  return value && outcome === value.clear && reason ? OBJECTIONS_SETTLED : outcomeTitle(of, step, outcome)
}
/** Of a unit that keeps its place although somebody objected: the objections were groundless, or not accepted. */
export const OBJECTIONS_SETTLED = '公示期满，异议已办结'

/** Steps that have a date in the batch's calendar: time decides there. */
export const datedSteps = ({ steps }: Procedure): readonly string[] =>
  Object.entries(steps).flatMap(([name, one]) => (lapseOf(one) ? [name] : []))
