import { outcomeAt, type Procedure } from './procedure.ts'

/** The compiler adds up to 20 characters to a place's name, and AWS takes 80 a state. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/
/** Branches and functions may be hyphenated. */
const PART = /^[A-Za-z][A-Za-z0-9-]{0,39}$/
const RESERVED = new Set(['resume'])

/** Everything that keeps a procedure from being run, a sentence each; none when it is sound. */
export function problemsOf(procedure: Procedure): readonly string[] {
  const { start, steps, exits, endings } = procedure
  const all = Object.entries(steps)
  const places = [...Object.keys(steps), ...Object.keys(endings)]
  const branches = all.flatMap(([, { together = [] }]) => together)
  const names = [...places, ...branches]
  const doubled = names.filter((name, i) => names.indexOf(name) !== i)
  const ways = [
    ...all.flatMap(([step, { outcomes }]) =>
      Object.entries(outcomes).map(([outcome, { leadsTo }]) => ({ from: `${step}.${outcome}`, leadsTo })),
    ),
    ...Object.entries(exits).map(([exit, { leadsTo }]) => ({ from: `exit ${exit}`, leadsTo })),
  ]
  const reached = reachable(procedure, start)
  return [
    ...places
      .filter((name) => !NAME.test(name) || RESERVED.has(name))
      .map((name) => `${name} cannot name a place: letters and digits, at most 40, not “resume”`),
    ...[...branches, ...all.flatMap(([, { opens = [] }]) => opens)]
      .filter((name) => !PART.test(name))
      .map((name) => `${name} cannot name a branch or a function: letters, digits and hyphens, at most 40`),
    ...doubled.map((name) => `${name} is the name of two places or branches`),
    ...(Object.hasOwn(steps, start) ? [] : [`the start ${start} is no step`]),
    ...ways
      .filter(({ leadsTo }) => !places.includes(leadsTo))
      .map(({ from, leadsTo }) => `${from} leads to ${leadsTo}, which is neither a step nor an ending`),
    ...all
      .filter(([step, { lapses }]) => lapses && !outcomeAt(procedure, step, lapses))
      .map(([step, { lapses }]) => `${step} lapses to ${lapses}, which is no outcome of it`),
    ...places.filter((place) => !reached.has(place)).map((place) => `${place} cannot be reached from ${start}`),
    ...all
      .filter(([step]) => ![...reachable(procedure, step)].some((place) => Object.hasOwn(endings, place)))
      .map(([step]) => `from ${step} no ending can be reached`),
  ]
}

/** Where the outcomes of a step and the exits lead, without the step itself. */
export function targetsOf({ steps, exits }: Procedure, step: string): readonly string[] {
  const outcomes = [...Object.values(steps[step]?.outcomes ?? {}), ...Object.values(exits)]
  return [...new Set(outcomes.map(({ leadsTo }) => leadsTo))].filter((place) => place !== step)
}

function reachable(procedure: Procedure, from: string): ReadonlySet<string> {
  const reached = new Set([from])
  // A set visits what is added while it is walked.
  for (const place of reached)
    if (Object.hasOwn(procedure.steps, place)) for (const next of targetsOf(procedure, place)) reached.add(next)
  return reached
}
