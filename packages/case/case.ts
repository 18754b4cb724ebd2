/** One unit in one batch, from its first form to an ending. Stream `case/<batch>/<unit>`; its commands lie beside and in `packages/steps`. */

import type { Kind } from '#ledger/kind.ts'
import { seenAs } from '#ledger/seen.ts'
import { type Procedure, stepAt, stepOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { reachable } from '#procedure/ways.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import {
  type ActReference,
  type CaseEvent,
  type Corrected,
  type CorrectionDrafted,
  caseEvent,
  type Decided,
  type Drafted,
  type EventOf,
} from './case-events.ts'
import { laterDates } from './later-dates.ts'
import {
  amendPaper,
  comingBack,
  filled,
  fitsReturn,
  handedIn,
  isAsReturned,
  NO_PAPER,
  type Paper,
  sentBack,
  unfilled,
} from './paper.ts'
import { withDate } from './until-when.ts'
import { cancelled, entered, type Withdrawals } from './withdrawals.ts'

export type Case = {
  readonly batch: string
  readonly unit: string
  readonly trial: boolean
  readonly procedure: Procedure
  /** A step or an ending; `nowhere` before the case is opened. */
  readonly step: string
  /** Counts arrivals at any step. */
  readonly visit: number
  /** The first late instant of each step that has a date, as it holds for this case. */
  readonly dates: Readonly<Record<string, string>>
  /** The first instant that is late where the case stands, when that step ends by itself or with a notice. */
  readonly lateFrom?: string
  /** One for each form, by its name. */
  readonly papers: Readonly<Record<string, Paper>>
  /** The notice that names the case while it stands at the notice. */
  readonly notice?: ActReference
  /** What is drafted for the judgement where the case stands. */
  readonly draft?: Drafted
  /** Why the last draft went back, and that draft, until there is a new one. */
  readonly draftReturned?: EventOf<'draftReturned'> & { readonly draft: Drafted }
  readonly correction?: CorrectionDrafted
  /** Why the last one went back, and that correction, until there is a new one. */
  readonly correctionReturned?: EventOf<'correctionReturned'> & { readonly correction: CorrectionDrafted }
  readonly veto?: EventOf<'vetoRaised'>
  /** The last extension, for whoever asks for it again. */
  readonly extension?: EventOf<'extended'>
  /** Objections that were in time and turned up after the case had gone on. */
  readonly held: readonly EventOf<'held'>[]
  /** The last decision, for whoever came second. */
  readonly last?: Decided | Corrected
  /** While a judgement's is the last decision: what was judged, and what the unit has saved since a return. */
  readonly judged?: { readonly form: string; readonly paper: Paper; readonly mended?: Paper }
  /** Lines of list acts that this case has taken. */
  readonly taken: readonly ActReference[]
} & Withdrawals

export const caseStream = (batch: string, unit: string): string => `case/${batch}/${unit}`
/** What names an event of this case to whoever signs, confirms or replaces it. */
export const seenIn = ({ batch, unit }: Pick<Case, 'batch' | 'unit'>, event: { readonly type: string }): string =>
  seenAs(event, caseStream(batch, unit))

/** A procedure without steps: nothing can be done before the case is opened. */
const NO_PROCEDURE: Procedure = {
  name: 'none',
  version: 1,
  title: '',
  source: '',
  start: '',
  steps: {},
  exits: {},
  endings: {},
}

const nowhere: Case = {
  batch: '',
  unit: '',
  trial: false,
  procedure: NO_PROCEDURE,
  step: 'nowhere',
  visit: 0,
  dates: {},
  papers: {},
  withdrawalsDeclined: [],
  held: [],
  taken: [],
}

function evolve(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'opened': {
      const { batch, unit, trial } = event
      const procedure = procedureOf(event.procedure)
      const step = procedure.start
      const dates = laterDates(event.dates, state.dates)
      const { extension } = state
      const begun = {
        ...{ ...nowhere, batch, unit, trial, procedure, step, visit: 1, dates },
        ...(extension && { extension }),
        ...withDate(dates, procedure, step, event.at),
      }
      const form = stepOf(procedure, step, 'entry')?.form
      return form
        ? { ...begun, papers: { [form]: { ...NO_PAPER, makers: [event.by], byOffice: event.byOffice ?? false } } }
        : begun
    }
    case 'saved':
    case 'signed':
    case 'signingDeclined':
      return { ...state, papers: { ...state.papers, [event.form]: amendPaper(state.papers[event.form], event) } }
    case 'drafted': {
      const { draftReturned: _seen, ...rest } = state
      return { ...rest, draft: event }
    }
    case 'draftReturned': {
      const { draft, ...rest } = state
      return draft ? { ...rest, draftReturned: { ...event, draft } } : state
    }
    case 'decided':
      return decide(state, event)
    case 'recalled':
      return moveTo(state, event.step, event.at)
    case 'correctionDrafted': {
      const { correctionReturned: _seen, ...rest } = state
      return { ...rest, correction: event }
    }
    case 'correctionReturned': {
      // Whoever drafted one that went back lets it rest.
      const { correction = state.correctionReturned?.correction, ...rest } = state
      return correction ? { ...rest, correctionReturned: { ...event, correction } } : state
    }
    case 'corrected':
      return correct(state, event)
    case 'listed':
      return { ...state, notice: event.act, lateFrom: event.lateFrom }
    case 'vetoRaised':
      return { ...state, veto: event }
    case 'vetoDismissed': {
      const { veto: _dismissed, ...rest } = state
      return rest
    }
    case 'withdrawalEntered':
      return entered(state, event)
    case 'withdrawalCancelled':
      return cancelled(state, event)
    case 'extended': {
      const dates = { ...state.dates, [event.step]: event.lateFrom }
      const { batch, unit } = event
      const moved = { ...state, dates, extension: event }
      if (state.visit === 0) return { ...moved, batch, unit }
      if (hasEnded(state)) return moveTo(moved, event.step, event.at)
      return state.step === event.step ? { ...moved, lateFrom: event.lateFrom } : moved
    }
    case 'rescheduled': {
      const moved = { ...state, dates: { ...state.dates, ...event.dates } }
      const lapsed = lapsedAt(state)
      if (lapsed) return Object.hasOwn(event.dates, lapsed) ? moveTo(moved, lapsed, event.at) : moved
      return Object.hasOwn(event.dates, state.step)
        ? { ...moved, ...withDate(moved.dates, state.procedure, state.step, event.at) }
        : moved
    }
    case 'held':
      return { ...state, held: [...state.held, event] }
    case 'released':
      return { ...state, held: state.held.filter(({ objection }) => objection !== event.objection) }
  }
}

/** The case leaves its step: what belongs to that visit only stays behind. */
function moveTo(state: Case, to: string, at: string): Case {
  const {
    lateFrom: _ended,
    notice: _left,
    draft: _decided,
    draftReturned: _done,
    correction: _moot,
    correctionReturned: _answered,
    judged: _past,
    ...rest
  } = state
  return { ...rest, step: to, visit: state.visit + 1, ...withDate(state.dates, state.procedure, to, at) }
}

function decide(state: Case, event: Decided): Case {
  const { procedure, papers } = state
  const entry = stepOf(procedure, event.step, 'entry')
  const submitted = entry && event.outcome === entry.submits ? papers[entry.form] : undefined
  const before: Case =
    entry && submitted ? { ...state, papers: { ...papers, [entry.form]: handedIn(submitted, event) } } : state
  const taken = event.act ? [...state.taken, event.act] : state.taken
  return arrive({ ...before, taken }, event)
}

/** The case takes a decision: a return reopens its form, another one fills the box that is the step's. */
function arrive(state: Case, event: Decided | Corrected): Case {
  const { procedure } = state
  // A way out of every step is no decision of the step itself.
  const isOwn = Object.hasOwn(stepAt(procedure, event.step)?.outcomes ?? {}, event.outcome)
  const judgement = isOwn ? stepOf(procedure, event.step, 'judgement') : undefined
  const judged = judgement && state.papers[judgement.form]
  const { to, at, lateFrom } = event
  const own = lateFrom && { dates: { ...state.dates, [to]: lateFrom } }
  const left = moveTo(nothingPending({ ...state, ...own }, event), to, at)
  const moved = { ...left, papers: unfilled(left.papers, reachable(procedure, left.step)), last: event }
  const signs = stepOf(procedure, event.step, 'resolution')?.signs
  if (signs && isOwn) return comeBack({ ...moved, papers: filled(moved.papers, signs, event) }, event)
  if (!judgement || !judged) return comeBack(moved, event)
  const { reopens: _closed, indicators: _named, returned: _compared, sentBack: _mended, ...paper } = judged
  const reopened = event.reopens ? sentBack(paper, event) : paper
  const standing = {
    ...moved,
    papers: { ...moved.papers, [judgement.form]: reopened },
    judged: { form: judgement.form, paper: judged },
  }
  if (event.reopens) return standing
  const { form, signOff } = judgement
  return comeBack(
    signOff ? { ...standing, papers: filled(standing.papers, { form, signOff }, event) } : standing,
    event,
  )
}

/** Whatever brings a case to an entry whose form was handed in before sends that form back. */
const comeBack = (state: Case, event: Decided | Corrected): Case => ({
  ...state,
  papers: comingBack(state.papers, stepOf(state.procedure, state.step, 'entry')?.form, event),
})

/** A way out that ends the case settles what waited for it or beside it: nothing leads back from there. */
function nothingPending(state: Case, { outcome, to }: Decided | Corrected): Case {
  const { exits, endings } = state.procedure
  if (!Object.hasOwn(exits, outcome) || !Object.hasOwn(endings, to)) return state
  const { withdrawal: _left, veto: _settled, ...rest } = state
  return rest
}

/**
 * The case stands as it was judged and takes the decision that replaces the first. What the unit has saved since a
 * return waits aside, and is the form again as far as a return reopens every question that it changes.
 */
function correct(before: Case, event: Corrected): Case {
  const state = event.act ? { ...before, taken: [...before.taken, event.act] } : before
  const { judged } = state
  if (!judged) return arrive(state, event)
  const { form: name, paper } = judged
  const now = state.papers[name] ?? paper
  const mended = now.returned && now.form ? now : judged.mended
  // Whoever has had a hand in it meanwhile still has.
  const { makers, editors, byOffice } = now
  const asJudged = { ...paper, makers, editors, byOffice }
  const arrived = arrive({ ...state, papers: { ...state.papers, [name]: asJudged } }, event)
  const { form } = mended ?? {}
  const fits = mended && form && fitsReturn(paper.form, form, event)
  const again = arrived.papers[name]
  const papers =
    fits && form && again
      ? {
          ...arrived.papers,
          [name]: { ...again, form, signOffs: isAsReturned({ ...again, form }) ? {} : mended.signOffs },
        }
      : arrived.papers
  return { ...arrived, papers, judged: { form: name, paper: asJudged, ...(mended && { mended }) } }
}

export const caseKind: Kind<CaseEvent, Case> = { parse: (stored) => caseEvent.parse(stored), initial: nowhere, evolve }

export const isOpen = ({ step, procedure }: Case): boolean => Object.hasOwn(procedure.steps, step)
export const hasEnded = ({ step, procedure }: Case): boolean => Object.hasOwn(procedure.endings, step)
/** The step at which time ended the case; undefined when it goes on or something else ended it. */
export const lapsedAt = (state: Case): string | undefined =>
  hasEnded(state) && state.last?.by === ACTORS.time ? state.last.step : undefined

/** The office has entered something of any form 代录, so that its officer may be one of the makers. */
export const isEnteredByOffice = ({ papers }: { papers: Readonly<Record<string, { byOffice: boolean }>> }): boolean =>
  Object.values(papers).some(({ byOffice }) => byOffice)

/** A case, or its row, as far as it says who made its forms. */
export type Made = { readonly papers: Readonly<Record<string, { readonly makers: readonly string[] }>> }

/** Everybody who had a hand in any form of the case, for the unit or from its paper 代录: none of them decides. */
export const makersOf = ({ papers }: Made): readonly string[] => Object.values(papers).flatMap(({ makers }) => makers)
