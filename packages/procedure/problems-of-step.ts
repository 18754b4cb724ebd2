/** What is wrong with one step of a procedure, by its kind. */
import { type Appointment, isInsideUnit, isTechnical, OF_DEPARTMENT } from './appointments.ts'
import { forms, unitSignOffs } from './forms.ts'
import { actorsOf, type Step } from './kinds.ts'
import { lapseOf, type Procedure, stepOf, targetOf } from './procedure.ts'
import { assessedAt, comesAfter } from './ways.ts'

/** What a value names has to be there, who acts on the right side, and what waits for a unit or for work ends by time. */
export const problemsOfStep = (procedure: Procedure, name: string, step: Step): readonly string[] => [
  ...problemsOfKind(procedure, name, step),
  ...[...actorsOf(step), ...(step.kind === 'work' ? [step.guides] : [])]
    .filter(isTechnical)
    .map((actor) => `${name} is a step of a case, and ${actor} acts on none`),
]

function problemsOfKind(procedure: Procedure, name: string, step: Step): readonly string[] {
  const known = (what: string, outcome: string | undefined) =>
    outcome === undefined || Object.hasOwn(step.outcomes, outcome)
      ? []
      : [`${name} ${what} ${outcome}, which is no outcome of it`]
  const lapses = known('lapses to', lapseOf(step))
  switch (step.kind) {
    case 'entry':
      return [
        ...inside(name, step.fills),
        ...lapses,
        ...(step.lapses ? [] : [`${name} waits for a unit without an end`]),
        ...known('submits', step.submits),
        ...(step.submits === step.lapses ? [`${name} submits and lapses by one outcome`] : []),
        ...problemsOfForm(procedure, name, step.form),
        ...problemsOfSigners(name, step.form),
        ...problemsOfAssessing(procedure, name, step.assesses?.from),
      ]
    case 'judgement':
      return [
        ...outside(name, [...(step.drafts ? [step.drafts] : []), ...step.decides]),
        ...problemsOfForm(procedure, name, step.form, step.signOff),
        ...Object.entries(step.outcomes)
          .filter(([, { back }]) => back !== undefined && stepOf(procedure, back, 'entry')?.form !== step.form)
          .map(([outcome]) => `${name}.${outcome} reopens another form than ${name} judges`),
      ]
    case 'resolution':
      return [
        ...outside(name, [...(step.prepares ? [step.prepares] : []), step.records]),
        ...(step.signs ? problemsOfForm(procedure, name, step.signs.form, step.signs.signOff) : []),
        ...(Object.values(step.outcomes).filter(({ limited }) => limited).length > 1
          ? [`${name} has two limited outcomes`]
          : []),
        ...(step.ranked && !Object.values(step.outcomes).some(({ limited }) => limited)
          ? [`${name} is ranked, and none of its outcomes is limited`]
          : []),
      ]
    case 'notice': {
      const { clear, upheld, reassess, later } = step
      const exit = (by: string, exitName: string | undefined) =>
        exitName === undefined || procedure.exits[exitName]?.by === by
          ? []
          : [`${name} needs an exit by ${by} named ${exitName}`]
      const used = [clear, upheld, ...(reassess ? [reassess] : [])]
      return [
        ...outside(name, [step.prepares, step.approves]),
        ...known('is clear by', clear),
        ...known('upholds by', upheld),
        ...known('reassesses by', reassess),
        ...(new Set(used).size < used.length ? [`${name} has one outcome for two answers to an objection`] : []),
        ...(reassess && isDated(procedure, step.outcomes[reassess])
          ? [`${name} reassesses at a step whose date has passed`]
          : []),
        ...exit('objection', later.upheld),
        ...exit('reassessment', later.reassess),
        ...(reassess && !later.reassess ? [`${name} reassesses, and not after the case has gone on`] : []),
      ]
    }
    case 'work':
      return [...inside(name, step.does), ...outside(name, [step.guides]), ...lapses]
    case 'inquiry':
      return [
        ...outside(name, [step.records, step.settles]),
        ...(Object.keys(step.methods).length > 0 ? [] : [`${name} has no methods`]),
      ]
    case 'announcement':
      return [
        ...outside(name, [step.prepares, step.approves]),
        // Whoever it names takes that one; there is nothing to choose.
        ...(Object.keys(step.outcomes).length === 1 ? [] : [`${name} announces not exactly one outcome`]),
      ]
  }
}

function problemsOfAssessing(procedure: Procedure, name: string, from: string | undefined): readonly string[] {
  if (from === undefined) return []
  const others = Object.keys(procedure.steps).filter(
    (one) => one !== name && stepOf(procedure, one, 'entry')?.assesses !== undefined,
  )
  return [
    ...(assessedAt(procedure, name).includes(name)
      ? []
      : [`${name} assesses from ${from} on, from where nothing leads to it`]),
    ...others.map((one) => `${name} and ${one} both hold the self-assessment`),
  ]
}

function inside(name: string, actor: Appointment): readonly string[] {
  if (!isInsideUnit(actor)) return [`${name} is of the unit, and ${actor} is held in none`]
  return actor === OF_DEPARTMENT ? [`${name} is of the whole unit, and ${actor} has only what they were given`] : []
}
/** Whoever heads one unit would decide on another. */
const outside = (name: string, actors: readonly Appointment[]): readonly string[] =>
  actors.filter(isInsideUnit).map((actor) => `${name} is not of a unit, and ${actor} is held in one`)

const isDated = ({ steps }: Procedure, outcome: Parameters<typeof targetOf>[0] | undefined): boolean =>
  outcome !== undefined && lapseOf(steps[targetOf(outcome)]) !== undefined

function problemsOfForm(procedure: Procedure, name: string, form: string, signOff?: string): readonly string[] {
  const { steps } = procedure
  if (!Object.hasOwn(forms, form)) return [`${name} names the form ${form}, which is none`]
  const entry = Object.keys(steps).find((one) => stepOf(procedure, one, 'entry')?.form === form)
  if (entry === undefined) return [`${name} names the form ${form}, which no entry fills in`]
  const box = forms[form]?.signOffs.find((one) => one.name === signOff)
  return [
    ...(signOff === undefined || (box && !box.signer) ? [] : [`${name} fills ${signOff}, which is no box of ${form}`]),
    ...(name === entry || comesAfter(procedure, name, entry)
      ? []
      : [`${name} can be reached before ${entry} hands in ${form}`]),
  ]
}

/** Online and from paper a unit's own people sign; what another would have to sign can never be handed in. */
function problemsOfSigners(name: string, named: string): readonly string[] {
  const form = Object.hasOwn(forms, named) ? forms[named] : undefined
  if (!form) return []
  const boxes = unitSignOffs(form)
  return [
    ...(boxes.length > 0 ? [] : [`${name} names the form ${named}, which nobody of the unit signs`]),
    ...boxes.flatMap(({ name: box, signer }) =>
      signer && !isInsideUnit(signer)
        ? [`${name} names the form ${named}, whose ${box} is of the unit, and ${signer} is held in none`]
        : [],
    ),
  ]
}
