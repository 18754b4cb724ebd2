import { forms } from './forms.ts'
import type { Outcome } from './kinds.ts'
import { problemsOfEnds } from './problems-of-ends.ts'
import { problemsOfStep } from './problems-of-step.ts'
import { datedSteps, type Procedure, stepOf, targetOf } from './procedure.ts'
import { reachable, targetsOf } from './ways.ts'

const RESERVED = new Set(['resume', 'nowhere'])

/** An outcome of a step, or an exit. */
type Way = { readonly from: string; readonly step?: string; readonly outcome: Outcome }

/** Everything that keeps a procedure from being run, a sentence each; none when it is sound. */
export function problemsOf(procedure: Procedure): readonly string[] {
  const { start, steps, exits, endings } = procedure
  const all = Object.entries(steps)
  const places = [...Object.keys(steps), ...Object.keys(endings)]
  const ways: readonly Way[] = [
    ...all.flatMap(([step, { outcomes }]) =>
      Object.entries(outcomes).map(([name, outcome]) => ({ from: `${step}.${name}`, step, outcome })),
    ),
    ...Object.entries(exits).map(([name, outcome]) => ({ from: `exit ${name}`, outcome })),
  ]
  const reached = reachable(procedure, start, targetsOf)
  return [
    ...places.filter((name) => RESERVED.has(name)).map((name) => `${name} cannot name a place`),
    ...doubled(places).map((name) => `${name} is the name of two places`),
    ...(stepOf(procedure, start, 'entry') ? [] : [`the start ${start} is no entry`]),
    ...ways.flatMap((way) => problemsOfWay(procedure, way)),
    ...problemsOfDates(procedure, ways),
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
    ...doubled(boxes(procedure)).map((box) => `the box ${box} is filled by two steps`),
    ...wanted(procedure)
      .filter((box) => !boxes(procedure).includes(box))
      .map((box) => `the box ${box} is filled by no step`),
    ...doubled([...Object.values(steps), ...Object.values(endings)].map(({ title }) => title)).map(
      (title) => `${title} is the title of two places`,
    ),
    ...places.filter((place) => !reached.has(place)).map((place) => `${place} cannot be reached from ${start}`),
    ...problemsOfEnds(procedure),
  ]
}

/** Forms that the entries fill in. */
const filled = ({ steps }: Procedure): readonly string[] =>
  Object.values(steps).flatMap((step) => (step.kind === 'entry' ? [step.form] : []))
/** Boxes of forms that decisions fill. */
const boxes = ({ steps }: Procedure): readonly string[] =>
  Object.values(steps).flatMap((step) => {
    if (step.kind === 'judgement') return step.signOff ? [`${step.signOff} of ${step.form}`] : []
    return step.kind === 'resolution' && step.signs ? [`${step.signs.signOff} of ${step.signs.form}`] : []
  })
/** Boxes that nobody of the unit signs, so that a step has to fill them. */
const wanted = (procedure: Procedure): readonly string[] =>
  [...new Set(filled(procedure))].flatMap((form) =>
    Object.hasOwn(forms, form)
      ? (forms[form]?.signOffs ?? []).flatMap(({ name, signer }) => (signer ? [] : [`${name} of ${form}`]))
      : [],
  )
const doubled = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
]

function problemsOfWay(procedure: Procedure, { from, step = '', outcome }: Way): string[] {
  const { steps, endings } = procedure
  const { on, back, end, limited } = outcome
  if ([on, back, end].filter((place) => place !== undefined).length !== 1)
    return [`${from} has not exactly one of on, back and end`]
  const place = targetOf(outcome)
  const known = end === undefined ? Object.hasOwn(steps, place) : Object.hasOwn(endings, place)
  if (!known) return [`${from} leads to ${place}, which is no ${end === undefined ? 'step' : 'ending'}`]
  return [
    ...(back !== undefined && !stepOf(procedure, back, 'entry')
      ? [`${from} goes back to ${back}, which is no entry`]
      : []),
    // A return names the questions that reopen and a date, which only a judgement has.
    ...(back !== undefined && !stepOf(procedure, step, 'judgement')
      ? [`${from} goes back, which only a judgement does`]
      : []),
    ...(limited && !stepOf(procedure, step, 'resolution')
      ? [`${from} is limited, which only an outcome of a resolution is`]
      : []),
  ]
}

/** Whoever is sent on to a step whose date has passed would lapse there at once; a return brings a date of its own. */
function problemsOfDates(procedure: Procedure, ways: readonly Way[]): readonly string[] {
  return datedSteps(procedure).flatMap((dated) => {
    const after = reachable(procedure, dated)
    return ways
      .filter(({ step, outcome }) => outcome.on === dated && (step === undefined || after.has(step)))
      .map(({ from }) => `${from} leads on to ${dated}, whose date has passed`)
  })
}
