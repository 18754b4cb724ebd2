import { forms } from './forms.ts'
import type { Outcome, Step } from './kinds.ts'
import { lapseOf, type Procedure, stepOf, targetOf } from './procedure.ts'

const RESERVED = new Set(['resume', 'nowhere'])

/** Everything that keeps a procedure from being run, a sentence each; none when it is sound. */
export function problemsOf(procedure: Procedure): readonly string[] {
  const { start, steps, exits, endings } = procedure
  const all = Object.entries(steps)
  const places = [...Object.keys(steps), ...Object.keys(endings)]
  const ways = [
    ...all.flatMap(([step, { kind, outcomes }]) =>
      Object.entries(outcomes).map(([name, outcome]) => ({
        from: `${step}.${name}`,
        outcome,
        judges: kind === 'judgement',
      })),
    ),
    ...Object.entries(exits).map(([name, outcome]) => ({ from: `exit ${name}`, outcome, judges: false })),
  ]
  const reached = reachable(procedure, start)
  return [
    ...places.filter((name) => RESERVED.has(name)).map((name) => `${name} cannot name a place`),
    ...doubled(places).map((name) => `${name} is the name of two places`),
    ...(stepOf(procedure, start, 'entry') ? [] : [`the start ${start} is no entry`]),
    ...ways.flatMap(({ from, outcome }) => problemsOfWay(procedure, from, outcome)),
    // A return names the questions that reopen and a date, which only a judgement has.
    ...ways
      .filter(({ outcome, judges }) => outcome.back !== undefined && !judges)
      .map(({ from }) => `${from} goes back, which only a judgement does`),
    ...all.flatMap(([name, step]) => problemsOfStep(procedure, name, step)),
    ...all.flatMap(([name, { outcomes }]) =>
      Object.keys(outcomes)
        .filter((outcome) => Object.hasOwn(exits, outcome))
        .map((outcome) => `${name}.${outcome} is the name of an exit too`),
    ),
    ...(['withdrawal', 'veto', 'cancellation'] as const)
      .filter((by) => !Object.values(exits).some((exit) => exit.by === by))
      .map((by) => `the exits need one by ${by}`),
    ...doubled(Object.values(exits).map(({ by }) => by)).map((by) => `there are two exits by ${by}`),
    ...doubled(filled(procedure)).map((form) => `the form ${form} is filled in at two entries`),
    ...places.filter((place) => !reached.has(place)).map((place) => `${place} cannot be reached from ${start}`),
    ...all
      .filter(([step]) => ![...reachable(procedure, step, withoutExits)].some((place) => Object.hasOwn(endings, place)))
      .map(([step]) => `from ${step} no ending can be reached`),
  ]
}

/** Forms that the entries fill in. */
const filled = ({ steps }: Procedure): readonly string[] =>
  Object.values(steps).flatMap((step) => (step.kind === 'entry' ? [step.form] : []))
const doubled = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i)

function problemsOfWay({ steps, endings }: Procedure, from: string, outcome: Outcome): string[] {
  const { on, back, end } = outcome
  if ([on, back, end].filter((place) => place !== undefined).length !== 1)
    return [`${from} has not exactly one of on, back and end`]
  const place = targetOf(outcome)
  const known = end === undefined ? Object.hasOwn(steps, place) : Object.hasOwn(endings, place)
  if (!known) return [`${from} leads to ${place}, which is no ${end === undefined ? 'step' : 'ending'}`]
  return back !== undefined && steps[back]?.kind !== 'entry' ? [`${from} goes back to ${back}, which is no entry`] : []
}

/** What a value names has to be there, and whatever waits for a unit or for work has to end by time. */
function problemsOfStep(procedure: Procedure, name: string, step: Step): string[] {
  const known = (what: string, outcome: string | undefined) =>
    outcome === undefined || Object.hasOwn(step.outcomes, outcome)
      ? []
      : [`${name} ${what} ${outcome}, which is no outcome of it`]
  const box = (form: string, signOff: string | undefined) => {
    const found = forms[form]?.signOffs.find((one) => one.name === signOff)
    if (!forms[form]) return [`${name} names the form ${form}, which is none`]
    if (!filled(procedure).includes(form)) return [`${name} names the form ${form}, which no entry fills in`]
    return signOff === undefined || (found && !found.signer)
      ? []
      : [`${name} fills ${signOff}, which is no box of ${form}`]
  }
  const exit = (by: string, exitName: string | undefined) =>
    exitName === undefined || procedure.exits[exitName]?.by === by
      ? []
      : [`${name} needs an exit by ${by} named ${exitName}`]
  const lapses = known('lapses to', lapseOf(step))
  switch (step.kind) {
    case 'entry':
      return [
        ...lapses,
        ...(step.lapses ? [] : [`${name} waits for a unit without an end`]),
        ...known('submits', step.submits),
        ...box(step.form, undefined),
      ]
    case 'judgement':
      return [
        ...box(step.form, step.signOff),
        ...Object.entries(step.outcomes)
          .filter(([, { back }]) => back !== undefined && stepOf(procedure, back, 'entry')?.form !== step.form)
          .map(([outcome]) => `${name}.${outcome} reopens another form than ${name} judges`),
      ]
    case 'resolution':
      return step.signs ? box(step.signs.form, step.signs.signOff) : []
    case 'notice':
      return [
        ...known('is clear by', step.clear),
        ...known('upholds by', step.upheld),
        ...known('reassesses by', step.reassess),
        ...exit('objection', step.later.upheld),
        ...exit('reassessment', step.later.reassess),
        ...(step.reassess && !step.later.reassess ? [`${name} reassesses, and not after the case has gone on`] : []),
      ]
    case 'work':
      return lapses
    case 'inquiry':
      return Object.keys(step.methods).length > 0 ? [] : [`${name} has no methods`]
    case 'announcement':
      return []
  }
}

/** Where the outcomes of a step and the exits lead, without the step itself. */
export const targetsOf = (procedure: Procedure, step: string): readonly string[] =>
  [...new Set([...withoutExits(procedure, step), ...Object.values(procedure.exits).map(targetOf)])].filter(
    (place) => place !== step,
  )

const withoutExits = ({ steps }: Procedure, step: string): readonly string[] =>
  Object.values(steps[step]?.outcomes ?? {}).map(targetOf)

function reachable(procedure: Procedure, from: string, targets = targetsOf): ReadonlySet<string> {
  const reached = new Set([from])
  // A set visits what is added while it is walked.
  for (const place of reached)
    if (Object.hasOwn(procedure.steps, place)) for (const next of targets(procedure, place)) reached.add(next)
  return reached
}
