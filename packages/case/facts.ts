/**
 * What a list shows of a case and what decides what somebody may and must do there: the case itself and its row both
 * say it in this shape, so that page, worklist and board ask one rule.
 */
import { z } from 'zod/mini'
import { stepOf } from '#procedure/procedure.ts'
import { variantOf } from '#procedure/procedures.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { type Case, hasEnded, lapsedAt, seenIn } from './case.ts'
import { variant } from './case-events.ts'
import { standingDecision, whyLineStays } from './corrigible.ts'
import { type Paper, waitsForChange, wantsExplaining } from './paper.ts'

const paperFacts = z.object({
  /** Of the form as it stands; absent before it was first saved. */
  digest: z.optional(z.string()),
  /** How many questions are not acceptable yet. */
  missing: z.int(),
  signOffs: z.array(z.string()),
  editors: z.array(z.string()),
  makers: z.array(z.string()),
  byOffice: z.boolean(),
  returned: z.boolean(),
  /** The return has reopened the self-assessment: when, why, and the indicators that it names, all where none is named. */
  reassessing: z.optional(
    z.object({ at: z.string(), reason: z.optional(z.string()), indicators: z.optional(z.array(z.string())) }),
  ),
  /** It was returned, and nothing of it has changed since, or nothing of the self-assessment that came back. */
  unchanged: z.optional(z.boolean()),
  /** It was returned, and nothing of it has changed since, or not each indicator: whoever hands it in says why. */
  explains: z.optional(z.boolean()),
  declined: z.optional(z.object({ signOff: z.string(), reason: z.string() })),
})
export type PaperFacts = z.infer<typeof paperFacts>

const person = { by: z.string(), at: z.string() }
export const caseFacts = z.object({
  batch: z.string(),
  unit: z.string(),
  trial: z.boolean(),
  procedure: variant,
  /** A step or an ending. */
  step: z.string(),
  visit: z.int(),
  ended: z.boolean(),
  /** The instant of the last decision: since when it stands at its step. */
  since: z.optional(z.string()),
  lateFrom: z.optional(z.string()),
  papers: z.record(z.string(), paperFacts),
  /** Time ended the case at this step; a longer date opens it again. */
  lapsed: z.optional(z.string()),
  /** The form that the unit may still take back, and until when. */
  recallable: z.optional(z.object({ form: z.string(), lateFrom: z.optional(z.string()) })),
  /** `seenAs`: how it is named to whoever signs it; `unchecked`: it leaves the checklist out. */
  draft: z.optional(
    z.object({
      ...person,
      outcome: z.string(),
      reason: z.string(),
      seenAs: z.optional(z.string()),
      unchecked: z.optional(z.boolean()),
    }),
  ),
  draftReturned: z.optional(z.object({ ...person, reason: z.string() })),
  /** The last decision, where it is a judgement's or a meeting's line, on which nothing rests yet. */
  corrigible: z.optional(z.object({ step: z.string(), visit: z.int() })),
  correction: z.optional(z.object({ ...person, step: z.string() })),
  /** `draftedBy`: whose it was; the same as `by` once they let it rest. */
  correctionReturned: z.optional(
    z.object({
      ...{ ...person, reason: z.optional(z.string()), draftedBy: z.optional(z.string()) },
      step: z.optional(z.string()),
    }),
  ),
  withdrawal: z.optional(z.object({ by: z.string(), at: z.optional(z.string()) })),
  /** Cancelled by another person than who entered it, and who has not read that yet; older rows do not say. */
  withdrawalsDeclined: z.optional(
    z.array(z.object({ at: z.string(), enteredBy: z.string(), reason: z.optional(z.string()) })),
  ),
  veto: z.optional(z.object({ by: z.string(), item: z.string(), at: z.optional(z.string()) })),
  /** Objections that hold the case. */
  held: z.array(z.object({ objection: z.string() })),
  /** The stream of the notice that names the case now. */
  notice: z.optional(z.string()),
})
export type CaseFacts = z.infer<typeof caseFacts>

export function factsOf(state: Case): CaseFacts {
  const { batch, unit, trial, procedure, step, visit, lateFrom, papers, last, notice } = state
  const { draft, draftReturned, correction, correctionReturned, withdrawal, withdrawalsDeclined, veto, held } = state
  const recallable = recallableOf(state)
  const corrigible = corrigibleOf(state)
  const lapsed = lapsedAt(state)
  return {
    batch,
    unit,
    trial,
    procedure: variantOf(procedure),
    step,
    visit,
    ended: hasEnded(state),
    ...(last && { since: last.at }),
    ...(lateFrom && { lateFrom }),
    papers: Object.fromEntries(Object.entries(papers).map(([form, paper]) => [form, paperFactsOf(paper)])),
    ...(lapsed && { lapsed }),
    ...(recallable && { recallable }),
    ...(draft && {
      draft: {
        ...whoAndWhy(draft),
        outcome: draft.outcome,
        seenAs: seenIn(state, draft),
        ...(!draft.checklist && { unchecked: true }),
      },
    }),
    ...(draftReturned && { draftReturned: whoAndWhy(draftReturned) }),
    ...(corrigible && { corrigible }),
    ...(correction && { correction: { by: correction.by, at: correction.at, step: correction.step } }),
    ...(correctionReturned && {
      correctionReturned: {
        by: correctionReturned.by,
        at: correctionReturned.at,
        ...(correctionReturned.reason && { reason: correctionReturned.reason }),
        draftedBy: correctionReturned.correction.by,
        step: correctionReturned.correction.step,
      },
    }),
    ...(withdrawal && { withdrawal: { by: withdrawal.by, at: withdrawal.at } }),
    ...(withdrawalsDeclined.length > 0 && {
      withdrawalsDeclined: withdrawalsDeclined.map(({ at, reason, withdrawal: { by } }) => ({
        ...{ at, enteredBy: by, ...(reason && { reason }) },
      })),
    }),
    ...(veto && { veto: { by: veto.by, item: veto.item, at: veto.at } }),
    held: held.map(({ objection }) => ({ objection })),
    ...(notice && { notice: notice.stream }),
  }
}

const whoAndWhy = ({ by, at, reason }: { readonly by: string; readonly at: string; readonly reason: string }) => ({
  by,
  at,
  reason,
})

function paperFactsOf(paper: Paper): PaperFacts {
  const { form, signOffs, editors, makers, byOffice, sentBack, declined } = paper
  return {
    ...(form && { digest: form.digest }),
    missing: form?.missing.length ?? 0,
    signOffs: Object.keys(signOffs),
    editors: [...editors],
    makers: [...makers],
    byOffice,
    returned: sentBack !== undefined,
    ...reassessingOf(paper),
    ...(waitsForChange(paper) && { unchanged: true }),
    ...(wantsExplaining(paper) && { explains: true }),
    ...(declined && { declined: { signOff: declined.signOff, reason: declined.reason } }),
  }
}

function reassessingOf({ sentBack, reopens, indicators }: Paper): Pick<PaperFacts, 'reassessing'> {
  if (!sentBack || !reopens?.includes(ASSESSMENT.name)) return {}
  const { at, reason } = sentBack.by
  return { reassessing: { at, ...(reason && { reason }), ...(indicators && { indicators: [...indicators] }) } }
}

function recallableOf({ last, procedure, step, dates, draft, draftReturned }: Case): CaseFacts['recallable'] {
  const entry = last && stepOf(procedure, last.step, 'entry')
  if (!last || !entry || last.outcome !== entry.submits || !stepOf(procedure, step, 'judgement')) return undefined
  if (draft || draftReturned) return undefined
  const lateFrom = dates[last.step]
  return { form: entry.form, ...(lateFrom && { lateFrom }) }
}

function corrigibleOf(state: Case): CaseFacts['corrigible'] {
  const standing = standingDecision(state)
  if (!standing || state.notice || state.draft || (standing.act && whyLineStays(state))) return undefined
  return { step: standing.step, visit: standing.visit }
}

/** Whether a correction went back to whoever drafted it, who has neither drafted it anew nor let it rest. */
export const isCorrectionBack = ({ correction, correctionReturned }: CaseFacts): boolean =>
  correction === undefined &&
  correctionReturned?.draftedBy !== undefined &&
  correctionReturned.draftedBy !== correctionReturned.by

/** The step whose decision a correction is about: of one that is there, of one that went back, or of the next one. */
export const correctedStep = ({ corrigible, correction, correctionReturned }: CaseFacts): string | undefined =>
  (correction ?? corrigible ?? correctionReturned)?.step
