/** Where a case can get to in a procedure. */
import type { Outcome, StepOf } from './kinds.ts'
import { type Procedure, stepOf, targetOf } from './procedure.ts'

type Targets = (procedure: Procedure, step: string) => readonly string[]

/** Where the outcomes of a step lead. */
export const outcomeTargets: Targets = ({ steps }, step) => Object.values(steps[step]?.outcomes ?? {}).map(targetOf)

/** Where the outcomes of a step and the exits lead, without the step itself. */
export const targetsOf: Targets = (procedure, step) =>
  [...new Set([...outcomeTargets(procedure, step), ...Object.values(procedure.exits).map(targetOf)])].filter(
    (place) => place !== step,
  )

/** Where a case can go from a step: an objection and what it reassesses come from a notice, any other exit from anywhere. */
const waysOn: Targets = (procedure, step) => [...outcomeTargets(procedure, step), ...exitTargets(procedure, step)]
function exitTargets(procedure: Procedure, step: string): readonly string[] {
  const later = Object.values(stepOf(procedure, step, 'notice')?.later ?? {})
  return Object.entries(procedure.exits).flatMap(([name, exit]) =>
    (exit.by !== 'objection' && exit.by !== 'reassessment') || later.includes(name) ? [targetOf(exit)] : [],
  )
}

/** The places that a case at `from` gets to, `from` included. */
export function reachable(procedure: Procedure, from: string, targets: Targets = waysOn): ReadonlySet<string> {
  const reached = new Set([from])
  // A set visits what is added while it is walked.
  for (const place of reached)
    if (Object.hasOwn(procedure.steps, place)) for (const next of targets(procedure, place)) reached.add(next)
  return reached
}

/** Whether whoever comes to `step` has handed in the form of `entry`: what an entry leads to otherwise does not count. */
export const comesAfter = (procedure: Procedure, step: string, entry: string): boolean =>
  !reachable(procedure, procedure.start, (of, place) => {
    if (place !== entry) return waysOn(of, place)
    const submits = stepOf(of, entry, 'entry')?.submits
    const others: readonly Outcome[] = Object.entries(of.steps[entry]?.outcomes ?? {}).flatMap(([name, outcome]) =>
      name === submits ? [] : [outcome],
    )
    return [...others.map(targetOf), ...exitTargets(of, place)]
  }).has(step)

/** The steps at which the self-assessment of an entry is written: those between where it may begin and the entry, which is the last. */
export function assessedAt(procedure: Procedure, entry: string): readonly string[] {
  const from = stepOf(procedure, entry, 'entry')?.assesses?.from
  if (from === undefined) return []
  const onward: Targets = (of, step) =>
    step === entry
      ? []
      : Object.values(of.steps[step]?.outcomes ?? {}).flatMap(({ on }) =>
          on !== undefined && reachable(of, on, outcomeTargets).has(entry) ? [on] : [],
        )
  return [...reachable(procedure, from, onward)]
}

/** The entry that holds the self-assessment, with its name; undefined where the procedure has none. */
export function assessingEntry(procedure: Procedure): (StepOf<'entry'> & { readonly name: string }) | undefined {
  for (const name of Object.keys(procedure.steps)) {
    const entry = stepOf(procedure, name, 'entry')
    if (entry?.assesses) return { ...entry, name }
  }
  return undefined
}
