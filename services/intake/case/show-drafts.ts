/** What waits for somebody's signature on a case, and what holds it. */

import type { CallTerms } from '#batch/batch.ts'
import { vetoTitle } from '#batch/veto-title.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Case, hasEnded, seenIn } from '#case/case.ts'
import type { CorrectionDrafted, Drafted } from '#case/case-events.ts'
import type { CasePage, ShownDraft } from '#contracts/case-page.ts'
import { outcomeTitle, stepOf } from '#procedure/procedure.ts'
import { RECORDS } from '#procedure/records.ts'
import { effectOf, whyAtOdds } from '#steps/judgement/at-odds.ts'
import { returnDate } from '#steps/judgement/decide-step.ts'
import { whyRecordedOtherwise } from '#steps/resolution/record-at-odds.ts'
import type { Reading } from '../allow.ts'
import { returnTerms } from '../judgement/return-terms.ts'
import type { Naming } from '../name-people.ts'
import type { Looked } from './look-at-case.ts'
import { saidInRecord } from './say-event.ts'

export function showPending(
  { read: { state }, terms }: Looked,
  naming: Naming,
  { drafts, corrections, vetoes }: Reading,
  now: string,
): Pick<CasePage, 'draft' | 'draftReturned' | 'correction' | 'withdrawal' | 'veto' | 'held' | 'notice'> {
  const { draft, draftReturned, correction, withdrawal, veto, held, notice } = state
  const { who } = naming
  const person = ({ by, at, reason }: { by: string; at: string; reason: string }) => ({ by: who(by, at), at, reason })
  const goesOn = !hasEnded(state)
  const drafted = (one: Drafted | CorrectionDrafted) => showDraft(one, state, terms, naming, now)
  return {
    ...(draft && drafts && { draft: drafted(draft) }),
    ...(draftReturned && !draft && drafts && { draftReturned: person(draftReturned) }),
    ...(correction && corrections(correction.step) && { correction: drafted(correction) }),
    ...(withdrawal && goesOn && { withdrawal: person(withdrawal) }),
    ...(veto &&
      vetoes &&
      goesOn && { veto: { item: veto.item, title: vetoTitle(terms, veto.item), source: veto.source } }),
    held: goesOn ? held.map(({ objection }) => objection) : [],
    ...(notice && { notice: notice.stream }),
  }
}

function showDraft(
  draft: Drafted | CorrectionDrafted,
  state: Case,
  terms: CallTerms,
  naming: Naming,
  now: string,
): ShownDraft {
  const { at, by, step, outcome, reason, checklist, reopens, indicators } = draft
  const due = dueOf(draft, state, terms, now)
  const way = stepOf(state.procedure, step, 'judgement')?.outcomes[outcome]
  const atOdds = way ? whyAtOdds(effectOf(way), way.title, draft) : againstRecord(draft, state)
  return {
    drafted: seenIn(state, draft),
    at,
    by: naming.who(by, at),
    step,
    outcome,
    outcomeTitle: outcomeTitle(state.procedure, step, outcome),
    reason,
    ...(checklist && { checklist }),
    ...(reopens && { reopens }),
    ...(indicators && { indicators }),
    ...(due && { due }),
    ...saidRecord(draft, state, naming),
    ...(atOdds && { atOdds }),
  }
}

/** Of a correction of a meeting's line: that its record names another outcome. */
function againstRecord(draft: Drafted | CorrectionDrafted, { procedure }: Case): string | undefined {
  const meeting = stepOf(procedure, draft.step, 'resolution')
  const to = meeting?.outcomes[draft.outcome]
  if (!meeting || !to || draft.type !== 'correctionDrafted' || draft.inMinutes === undefined) return undefined
  const titles = Object.values(meeting.outcomes).map(({ title }) => title)
  return whyRecordedOtherwise(`${RECORDS[meeting.record]}的记载`, to.title, titles, draft.inMinutes)
}

/** Of a correction of a meeting's line, which meeting it was and what its record says. */
function saidRecord(
  draft: Drafted | CorrectionDrafted,
  { last, procedure }: Case,
  { act }: Naming,
): Pick<ShownDraft, 'inMinutes'> {
  const said =
    draft.type === 'correctionDrafted' && draft.inMinutes && saidInRecord(procedure, draft, last?.act && act(last.act))
  return said ? { inMinutes: said } : {}
}

/** Until when the unit would have to mend its form if this were signed now, and why it is not the day chosen. */
function dueOf(draft: Drafted | CorrectionDrafted, state: Case, terms: CallTerms, now: string): string | undefined {
  const value = stepOf(state.procedure, draft.step, 'judgement')
  const ends = value && returnDate(state, value, draft, now, returnTerms(terms))
  if (!ends) return undefined
  const { lateFrom: chosen } = draft
  if (!chosen)
    return `${saidEnd(ends)}（没有另定，按通知规定的日期和退回后${terms.returnDays}天中较晚的一个，签发时计算）`
  return chosen === ends
    ? saidEnd(ends)
    : `${saidEnd(ends)}（拟定的是${saidEnd(chosen)}，早于通知现在规定的日期，按后者办理）`
}
