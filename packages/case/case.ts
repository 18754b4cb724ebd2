/** One unit in one batch, from its application to an ending. Stream `case/<batch>/<unit>`; its commands lie beside. */
import type { Kind } from '#ledger/kind.ts'
import { creation } from '#procedure/creation.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import {
  type ActReference,
  type CaseEvent,
  type Corrected,
  caseEvent,
  type Decided,
  type Saved,
  type Signed,
  type SignOffName,
} from './case-events.ts'

/** A form with the sign-offs given on it. */
type Papers = { readonly form: Saved; readonly signOffs: Partial<Record<SignOffName, Signed>> }

export type Case = {
  readonly batch: string
  readonly unit: string
  readonly trial: boolean
  readonly procedure: Procedure
  /** A step or an ending; `nowhere` before the case is opened. */
  readonly step: string
  /** Counts arrivals at any step. */
  readonly visit: number
  /** The first instant that is late, when the step ends by itself. */
  readonly lateFrom?: string
  readonly form?: Saved
  readonly signOffs: Partial<Record<SignOffName, Signed>>
  /** Questions that a return reopened; absent: all are open. */
  readonly reopens?: readonly string[]
  /** The answers as they were returned: what a reopened form is compared with. */
  readonly returned?: Saved
  /** The notice that names the case while it stands at the notice. */
  readonly notice?: ActReference
  /** Everybody who saved the form: none of them gives the head's online sign-off. */
  readonly editors: readonly string[]
  /** Everybody who opened, saved, signed or submitted, for the unit or from its paper form 代录: none of them decides. */
  readonly makers: readonly string[]
  readonly veto?: {
    readonly item: number
    readonly source: string
    readonly by: string
    readonly evidence?: string | undefined
  }
  /** The last decision, for whoever came second. */
  readonly last?: Decided | Corrected
  /** While the last decision is the review's: what was reviewed, and what the unit has saved since a return. */
  readonly reviewed?: Papers & { readonly mended?: Papers }
  /** Lines of list acts that this case has taken. */
  readonly taken: readonly ActReference[]
}

export const caseStream = (batch: string, unit: string): string => `case/${batch}/${unit}`

const nowhere: Case = {
  batch: '',
  unit: '',
  trial: false,
  procedure: creation,
  step: 'nowhere',
  visit: 0,
  signOffs: {},
  editors: [],
  makers: [],
  taken: [],
}

const including = (people: readonly string[], by: string): readonly string[] =>
  people.includes(by) ? people : [...people, by]

function evolve(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'opened': {
      const { batch, unit, trial, lateFrom } = event
      const procedure = procedureNamed(event.procedure)
      return {
        ...nowhere,
        batch,
        unit,
        trial,
        procedure,
        step: procedure.start,
        visit: 1,
        lateFrom,
        makers: [event.by],
      }
    }
    case 'saved':
      return {
        ...state,
        form: event,
        editors: including(state.editors, event.by),
        makers: including(state.makers, event.by),
        // Changing anything voids the sign-offs.
        signOffs: state.form?.digest === event.digest ? state.signOffs : {},
      }
    case 'signed':
      return {
        ...state,
        makers: including(state.makers, event.by),
        signOffs: { ...state.signOffs, [event.signOff]: event },
      }
    case 'decided':
      return arrive(state, event)
    case 'corrected':
      return correct(state, event)
    case 'listed':
      return { ...state, notice: event.act, lateFrom: event.lateFrom }
    case 'vetoRaised':
      return { ...state, veto: { item: event.item, source: event.source, by: event.by, evidence: event.evidence } }
    case 'vetoDismissed': {
      const { veto: _dismissed, ...rest } = state
      return rest
    }
  }
}

/** The case leaves its step: the step's date, reopened questions, notice and what was reviewed stay behind. */
function arrive(state: Case, event: Decided | Corrected): Case {
  const { lateFrom: _ended, reopens: _closed, returned: _compared, notice: _left, reviewed: _past, ...rest } = state
  const { form, signOffs } = state
  return {
    ...rest,
    step: event.to,
    visit: state.visit + 1,
    last: event,
    makers: event.outcome === 'submitted' ? including(state.makers, event.by) : state.makers,
    taken: event.type === 'decided' && event.act ? [...state.taken, event.act] : state.taken,
    ...(event.lateFrom && { lateFrom: event.lateFrom }),
    ...(event.reopens && { reopens: event.reopens, ...(form && { returned: form }) }),
    ...(event.step === 'review' && form && { reviewed: { form, signOffs } }),
  }
}

/**
 * The case stands as it was reviewed and takes the decision that replaces the first. What the unit has saved since a
 * return waits aside, and is the form again as far as a return reopens every question that it changes.
 */
function correct(state: Case, event: Corrected): Case {
  const { reviewed } = state
  if (!reviewed) return arrive(state, event)
  const { form, signOffs } = reviewed
  const mended = state.returned && state.form ? { form: state.form, signOffs: state.signOffs } : reviewed.mended
  const arrived = arrive({ ...state, form, signOffs }, event)
  const fits = mended && changedAnswers(form, mended.form).every((name) => event.reopens?.includes(name))
  return { ...arrived, ...(fits && event.reopens && mended), reviewed: { ...reviewed, ...(mended && { mended }) } }
}

/** Questions whose answers differ. */
export const changedAnswers = (before: Saved | undefined, now: Pick<Saved, 'answers'>): readonly string[] => {
  const answers = before?.answers ?? {}
  return Object.keys({ ...answers, ...now.answers }).filter((name) => answers[name] !== now.answers[name])
}

export const caseKind: Kind<CaseEvent, Case> = { parse: (stored) => caseEvent.parse(stored), initial: nowhere, evolve }

export const isOpen = ({ step, procedure }: Case): boolean => Object.hasOwn(procedure.steps, step)
export const hasEnded = ({ step, procedure }: Case): boolean => Object.hasOwn(procedure.endings, step)
