/** What is to be done about a unit that has no case in a batch yet: the one rule of page, worklist, board and reminders. */
import { mayBeGivenLonger } from '#case/extend.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { lapseOf, type Procedure, stepAt, stepOf, titleOf } from '#procedure/procedure.ts'
import { holds, type Looking, type Todo } from './todo-shape.ts'

export type StartFacts = {
  readonly unit: string
  readonly procedure: Procedure
  readonly trial: boolean
  readonly inScope: boolean
  readonly begun: boolean
  /** The first late instant of the start for this unit, which may have been extended; none: it may always begin. */
  readonly lateFrom?: string | undefined
}

/**
 * Why the unit cannot begin; undefined where it can.
 * @param now an instant; the first late instant itself is late
 */
export function whyNotStart(
  { inScope, begun, lateFrom }: Pick<StartFacts, 'inScope' | 'begun' | 'lateFrom'>,
  now: string,
): 'begun' | 'outOfScope' | 'late' | undefined {
  if (begun) return 'begun'
  if (!inScope) return 'outOfScope'
  return lateFrom !== undefined && now >= lateFrom ? 'late' : undefined
}

/** Whether the unit is waited for. In a trial nobody is: a unit takes part by beginning, and nobody else is troubled. */
export const isAwaited = (facts: Omit<StartFacts, 'unit' | 'procedure'>, now: string): boolean =>
  !facts.trial && whyNotStart(facts, now) === undefined

/** Whether the unit has let the day go by and may still be given a later one; in a trial nobody is missed. */
export const isMissed = (facts: Omit<StartFacts, 'unit' | 'procedure'>, now: string): boolean =>
  !facts.trial &&
  whyNotStart(facts, now) === 'late' &&
  facts.lateFrom !== undefined &&
  mayBeGivenLonger(facts.lateFrom, now)

/** A unit begins before the date of the first step; until then, and after it, that date may be moved for it. */
export function startTodos(facts: StartFacts, looking: Looking, now: string): readonly Todo[] {
  const { unit, procedure, lateFrom } = facts
  const why = whyNotStart(facts, now)
  if (why === 'begun' || why === 'outOfScope') return []
  const step = procedure.start
  const fills = stepOf(procedure, step, 'entry')?.fills
  const all: Todo[] = [
    ...(why === undefined
      ? [
          {
            command: 'open-case',
            step,
            text: `开始填写“${titleOf(procedure, step)}”`,
            must: isAwaited(facts, now) && fills !== undefined && holds(looking, fills, unit),
            ...(lateFrom !== undefined && { lateFrom }),
          } as const,
        ]
      : []),
    ...(lateFrom !== undefined && mayBeGivenLonger(lateFrom, now) && lapseOf(stepAt(procedure, step))
      ? [{ command: 'extend-case', step, text: '延长期限', must: false } as const]
      : []),
  ]
  return all.filter(({ command }) => permissionFor(command, looking.holdings, { unit, procedure, step }) !== undefined)
}
