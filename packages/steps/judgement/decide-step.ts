/** A judgement on one case: somebody drafts 拟办, somebody signs; or one person does both, as the procedure has it. */
import { saidEnd } from '#calendar/said.ts'
import { type Case, caseStream, isEnteredByOffice, makersOf, seenIn } from '#case/case.ts'
import type { CorrectionDrafted, Drafted } from '#case/case-events.ts'
import { type Asked, asked, type Deciding, decide, justDecided, mustStandAtKind } from '#case/standing.ts'
import { type ReturnTerms, returnEnds } from '#case/until-when.ts'
import { mustGiveWay } from '#ledger/by-two.ts'
import { Refused } from '#ledger/refused.ts'
import type { Judgement } from '#procedure/kinds.ts'
import { outcomeTitle } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { saidIn } from '#typed/line.ts'
import { effectOf, whatIsAtOdds } from './at-odds.ts'
import { mustBeMended } from './sent-back.ts'

export type Judging = {
  readonly outcome: string
  readonly reason: string
  readonly checklist?: Record<string, boolean> | undefined
  readonly reopens?: readonly string[] | undefined
  /** Of a return that reopens the self-assessment, the indicators; all where none is named. */
  readonly indicators?: readonly string[] | undefined
  /** Of a return, the first late instant that somebody chose; without one it is computed when it is decided. */
  readonly lateFrom?: string | undefined
  /** Whoever judges knows that the checklist or the opinion says otherwise. It is no part of what is decided. */
  readonly despite?: true | undefined
}

/** Names what the page showed, which this is to replace. */
export type Replacing = { readonly replaces?: string | undefined }

/** Proposes a decision for whoever signs. A newer draft takes the place of an older one, another's only of one that was seen. */
export const draftDecision =
  (step: string, { replaces, ...judging }: Judging & Replacing, by: Asked): Deciding =>
  (state) => {
    const value = mustStandAtKind(state, step, 'judgement')
    mustNotHaveMade(state, by.by)
    if (!value.drafts) throw new Refused('elsewhere', `“${value.title}”不需要拟办，由有权办理的人员直接办理。`)
    const content = { ...saying(judging), ...takenAlong(value, judging) }
    mustBeAhead(content.lateFrom, by.received)
    const { draft, draftReturned } = state
    if (draft?.by === by.by && saysTheSame(draft, content)) return []
    mustAgree(value, judging)
    mustGiveWay(draft, { by: by.by, replaces }, draftOf(state, draft, '拟办意见'))
    mustBeMended(draftReturned, {
      what: '拟办意见',
      same: draftReturned !== undefined && saysAlike(draftReturned.draft, content),
    })
    return [{ type: 'drafted', ...asked(by), step, visit: state.visit, ...content }]
  }

/** What waits for a signature in a case, as it is called to whoever would replace it. */
export const draftOf = (
  { batch, unit, procedure }: Case,
  draft: Drafted | CorrectionDrafted | undefined,
  what: string,
) => ({
  stream: caseStream(batch, unit),
  what: draft ? `${what}“${outcomeTitle(procedure, draft.step, draft.outcome)}”` : what,
})

/** Sends a draft back to whoever wrote it. `drafted`: what was seen. */
export const returnDraft =
  (step: string, { drafted, reason }: { drafted: string; reason: string }, by: Asked): Deciding =>
  (state) => {
    mustStandAtKind(state, step, 'judgement')
    mustNotHaveMade(state, by.by)
    if (!state.draft) {
      if (state.draftReturned?.reason === reason && state.draftReturned.by === by.by) return []
      throw new Refused('elsewhere', '没有待签发的拟办意见；请刷新后再办。')
    }
    mustBeTheDraftSeen(state, state.draft, drafted)
    if (state.draft.by === by.by)
      throw new Refused('forbidden', '拟办意见是您提出的，不需要退回；要修改，请直接重新拟办。')
    return [{ type: 'draftReturned', ...asked(by), step, visit: state.visit, reason }]
  }

/** Signs the draft as it stands. `drafted`: what was seen; the date of a return follows from it and the call. */
export const signDraft =
  (step: string, drafted: string, by: Asked, terms: ReturnTerms): Deciding =>
  (state) => {
    const { last } = state
    if (last?.type === 'decided' && last.step === step && last.by === by.by && last.draftedBy && state.step !== step)
      return []
    const value = mustStandAtKind(state, step, 'judgement')
    const { draft } = state
    if (!draft) throw new Refused('elsewhere', '没有待签发的拟办意见；请刷新后再办。')
    mustBeTheDraftSeen(state, draft, drafted)
    const { outcome, reason, checklist, reopens, indicators, lateFrom } = draft
    return judge(state, value, { outcome, reason, checklist, reopens, indicators, lateFrom }, by, terms)
  }

/**
 * Decides the judgement itself: where one person does both, instead of the draft, or without one where the office
 * entered any of the case's forms 代录, since its officer may not draft then and there may be no other one.
 */
export const decideStep =
  (step: string, { replaces, ...judging }: Judging & Replacing, by: Asked, terms: ReturnTerms): Deciding =>
  (state) => {
    if (justDecided(state, step, judging.outcome, by) && state.last && isDecidedSo(state.last, judging)) return []
    const value = mustStandAtKind(state, step, 'judgement')
    if (value.drafts && !state.draft && !isEnteredByOffice(state))
      throw new Refused('elsewhere', `“${value.title}”先由经办人拟办，再由您签发；现在还没有拟办意见。`)
    mustAgree(value, judging)
    mustGiveWay(state.draft, { by: by.by, replaces }, draftOf(state, state.draft, '拟办意见'))
    return judge(state, value, judging, by, terms)
  }

/** Whether a decision says all that is asked: of a return its questions and its day too, or they would be lost in silence. */
const isDecidedSo = (
  last: NonNullable<Case['last']>,
  { reopens, indicators, lateFrom, ...judging }: Judging,
): boolean =>
  saysTheSame(
    { ...last, reason: last.reason ?? '' },
    {
      ...judging,
      ...(last.reopens && { reopens, indicators }),
      lateFrom: last.lateFrom && (lateFrom ?? last.lateFrom),
    },
  )

function judge(state: Case, value: Judgement, judging: Judging, by: Asked, terms: ReturnTerms) {
  mustNotHaveMade(state, by.by)
  const { draft } = state
  if (draft?.by === by.by)
    throw new Refused('forbidden', '拟办意见是您提出的，不能由您自己签发；请由其他有权人员签发。')
  const covers = state.papers[value.form]?.form?.digest
  const { lateFrom: chosen, ...taken } = takenAlong(value, judging)
  const said = saying(judging)
  const lateFrom = returnDate(state, value, judging, by.received, terms)
  mustBeAhead(lateFrom, by.received)
  return decide(state, judging.outcome, by, {
    ...said,
    ...taken,
    ...(lateFrom && { lateFrom }),
    ...(covers && { covers }),
    // Decided otherwise than it was drafted, it is the decider's own.
    ...(draft && saysTheSame(draft, { ...said, ...taken, lateFrom: chosen }) && { draftedBy: draft.by }),
  })
}
/** @throws Refused for a conclusion that its checklist or its opinion contradicts, unless whoever judges means it so */
function mustAgree({ outcomes }: Judgement, { outcome, despite, ...judged }: Judging): void {
  const way = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined
  const odd = way && !despite && whatIsAtOdds(effectOf(way), way.title, judged)
  if (odd)
    throw new Refused(
      'incomplete',
      `${odd.why}；请核对结论和${odd.field === 'checklist' ? '清单' : '意见'}。确实如此办理的，请确认后再办。`,
      { [odd.field]: '请与结论核对，或者确认确实如此' },
    )
}

const saying = ({ outcome, reason, checklist }: Judging) => ({ outcome, reason, ...(checklist && { checklist }) })

function mustNotHaveMade(state: Case, person: string): void {
  if (makersOf(state).includes(person))
    throw new Refused('forbidden', '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。')
}

function mustBeTheDraftSeen(state: Case, draft: Drafted, seen: string): void {
  if (seenIn(state, draft) !== seen)
    throw new Refused('elsewhere', '您看到的拟办意见之后又修改过；请刷新，核对后再办。')
}

/**
 * What a return takes along, and nothing else does: its questions, and the date that somebody chose.
 * @throws Refused when the step does not know the outcome, or a return names no questions
 */
export function takenAlong(
  { outcomes, title }: Judgement,
  { outcome, reopens, indicators, lateFrom }: Judging,
): { reopens?: string[]; indicators?: string[]; lateFrom?: string } {
  const way = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined
  if (!way) throw new Refused('incomplete', `“${title}”没有“${outcome}”这一结论。`, { outcome: '请从列出的结论中选择' })
  if (!way.back) return {}
  if (!reopens?.length)
    throw new Refused('incomplete', '退回补正要列明需要补正的栏目。', { reopens: '请选择至少一个需要补正的栏目' })
  const named = reopens.includes(ASSESSMENT.name) ? (indicators ?? []) : []
  return {
    reopens: [...reopens],
    ...(named.length > 0 && { indicators: [...new Set(named)] }),
    ...(lateFrom && { lateFrom }),
  }
}

/** The first late instant of a judging that returns a form, as it would be if it were decided at `received`. */
export function returnDate(
  { dates }: Pick<Case, 'dates'>,
  { outcomes }: Judgement,
  { outcome, lateFrom: chosen }: Pick<Judging, 'outcome' | 'lateFrom'>,
  received: string,
  { returnDays, dates: published }: ReturnTerms,
): string | undefined {
  const back = Object.hasOwn(outcomes, outcome) ? outcomes[outcome]?.back : undefined
  return back && returnEnds({ own: dates[back], published: published[back], chosen }, returnDays, received)
}

/** @throws Refused for the date of a return that has passed */
export function mustBeAhead(lateFrom: string | undefined, received: string): void {
  if (lateFrom && lateFrom <= received)
    throw new Refused('incomplete', `补正期限（${saidEnd(lateFrom)}）已经过去，单位来不及补正。`, {
      lastDay: '请填写今天或以后的日期',
    })
}

/** The same to whoever reads them: one more full stop mends nothing. */
export const saysAlike = (one: Judging, other: Judging): boolean =>
  saysTheSame({ ...one, reason: saidIn(one.reason) }, { ...other, reason: saidIn(other.reason) })

/** Whether two judgings say the same, whatever the order of their questions. */
export const saysTheSame = (one: Judging, other: Judging): boolean =>
  one.outcome === other.outcome &&
  one.reason === other.reason &&
  one.lateFrom === other.lateFrom &&
  (one.reopens?.toSorted().join() ?? '') === (other.reopens?.toSorted().join() ?? '') &&
  (one.indicators?.toSorted().join() ?? '') === (other.indicators?.toSorted().join() ?? '') &&
  JSON.stringify(Object.entries(one.checklist ?? {}).toSorted()) ===
    JSON.stringify(Object.entries(other.checklist ?? {}).toSorted())
