/** One form of a case: its answers, who made it, its sign-offs, what a return has reopened. */
import { digestOfUse } from '#evidence/cited-file.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import type { Corrected, Decided, EventOf, Saved, Signed } from './case-events.ts'

export type Paper = {
  readonly form?: Saved
  readonly signOffs: Readonly<Record<string, Signed>>
  /** Boxes that steps of the procedure fill: opinion, signer and instant are the decision's. */
  readonly boxes: Readonly<Record<string, Pick<Decided, 'at' | 'by' | 'reason' | 'act' | 'step' | 'outcome'>>>
  /** Questions that a return reopened; absent: all are open. */
  readonly reopens?: readonly string[]
  /** Where that reopened the self-assessment: the indicators that it named; absent: all are open. */
  readonly indicators?: readonly string[]
  /** The answers as they were returned: what a reopened form is compared with. */
  readonly returned?: Saved
  /** What sent it back, until it is judged anew, and the sign-offs that it had: they say nothing of what is handed in next. */
  readonly sentBack?: {
    readonly by: Pick<Decided, 'at' | 'reason' | 'step' | 'outcome'>
    readonly signOffs: Paper['signOffs']
  }
  /** Every scan of a stamped page that was given, by its digest, and the instant of its first time. */
  readonly scans?: Readonly<Record<string, string>>
  /** Everybody who saved the form: none of them gives the head's online sign-off. */
  readonly editors: readonly string[]
  /** Everybody who opened, saved, signed or submitted it, for the unit or from its paper 代录: none of them decides. */
  readonly makers: readonly string[]
  /** The office has entered something of it 代录. */
  readonly byOffice: boolean
  /** A signer sent it back, until it is saved again or signed after all. */
  readonly declined?: EventOf<'signingDeclined'>
}

export const NO_PAPER: Paper = { signOffs: {}, boxes: {}, editors: [], makers: [], byOffice: false }

export const including = (people: readonly string[], by: string): readonly string[] =>
  people.includes(by) ? people : [...people, by]

export function amendPaper(paper: Paper = NO_PAPER, event: EventOf<'saved' | 'signed' | 'signingDeclined'>): Paper {
  if (event.type === 'signingDeclined') return { ...paper, declined: event }
  const made = {
    ...paper,
    makers: including(paper.makers, event.by),
    byOffice: paper.byOffice || event.byOffice === true,
  }
  const { declined: _mended, ...rest } = made
  if (event.type === 'signed')
    return { ...rest, ...scansWith(paper, event), signOffs: { ...made.signOffs, [event.signOff]: event } }
  return {
    ...rest,
    form: event,
    editors: including(paper.editors, event.by),
    // Changing anything voids the sign-offs.
    signOffs: paper.form?.digest === event.digest ? paper.signOffs : {},
  }
}

const scansWith = ({ scans }: Paper, { scan, at }: Signed): Pick<Paper, 'scans'> =>
  scan ? { scans: { [digestOfUse(scan)]: at, ...scans } } : {}

/** The form comes back to whoever filled it in: what was signed is void, and what comes next is compared with it. */
export function sentBack(paper: Paper, { at, reason, step, outcome, reopens, indicators }: Decided | Corrected): Paper {
  const {
    reopens: _closed,
    indicators: _named,
    returned: _compared,
    sentBack: _before,
    form,
    signOffs,
    ...rest
  } = paper
  return {
    ...rest,
    signOffs: {},
    ...(reopens && { reopens }),
    ...(indicators && { indicators }),
    ...(form && { form, returned: form, sentBack: { by: { at, step, outcome, ...(reason && { reason }) }, signOffs } }),
  }
}

/** Whether a form that was sent back says what it said then. */
export const isAsReturned = ({ form, returned, sentBack: sent }: Paper): boolean =>
  sent !== undefined &&
  form !== undefined &&
  (form.digest === returned?.digest || (form.says !== undefined && form.says === returned?.says))

/**
 * How many of the indicators that a return names nobody has changed. A question that it names may be changed, an
 * indicator is to be.
 */
export function indicatorsLeft({ form, returned, sentBack: sent, reopens, indicators }: Paper): number {
  const now = form?.selfAssessment
  // A return that was corrected to the whole names none, whatever was counted by what it said before.
  if (!sent || !now || !indicators || !reopens?.includes(ASSESSMENT.name)) return 0
  return now.manifest === returned?.selfAssessment?.manifest ? indicators.length : (now.asBefore ?? 0)
}

/** Whether nothing has changed of what was to be: the form, or the self-assessment that came back and was not finished anew. */
export const waitsForChange = (paper: Paper): boolean =>
  isAsReturned(paper) ||
  (paper.sentBack !== undefined &&
    paper.reopens?.includes(ASSESSMENT.name) === true &&
    paper.returned?.selfAssessment !== undefined &&
    paper.form?.selfAssessment?.manifest === paper.returned.selfAssessment.manifest)

/** Whether whoever hands it in says why they have not changed what came back. */
export const wantsExplaining = (paper: Paper): boolean => isAsReturned(paper) || indicatorsLeft(paper) > 0

/** Once an unchanged form could be handed in with the sign-offs that it had when it was sent back: they stay on the record. */
const signedFor = (paper: Paper): Paper['signOffs'] =>
  isAsReturned(paper) && Object.keys(paper.signOffs).length === 0 ? (paper.sentBack?.signOffs ?? {}) : paper.signOffs

export const handedIn = (paper: Paper, { by, byOffice }: Decided): Paper => ({
  ...paper,
  signOffs: signedFor(paper),
  makers: including(paper.makers, by),
  byOffice: paper.byOffice || byOffice === true,
})

/** Questions whose answers differ. */
export function changedAnswers(before: Saved | undefined, now: Pick<Saved, 'answers'>): readonly string[] {
  const answers = before?.answers ?? {}
  return Object.keys({ ...answers, ...now.answers }).filter((name) => answers[name] !== now.answers[name])
}

/** Whether what a unit has saved changes nothing but what a return reopens. Which indicators differ, only the manifests say. */
export const fitsReturn = (
  before: Saved | undefined,
  now: Saved,
  { reopens, indicators }: Decided | Corrected,
): boolean =>
  changedAnswers(before, now).every((one) => reopens?.includes(one)) &&
  (indicators === undefined || before?.selfAssessment?.manifest === now.selfAssessment?.manifest)

type Papers = Readonly<Record<string, Paper>>

/** The forms after a decision that leads to where this one is filled in: it comes back, if it was ever handed in. */
export function comingBack(papers: Papers, form: string | undefined, event: Decided | Corrected): Papers {
  const paper = form === undefined ? undefined : papers[form]
  return form !== undefined && paper?.form ? { ...papers, [form]: sentBack(paper, event) } : papers
}

/** The forms without the boxes of steps that the case will come to again: they are filled anew, or by nobody. */
export const unfilled = (papers: Papers, ahead: ReadonlySet<string>): Papers =>
  Object.fromEntries(
    Object.entries(papers).map(([form, paper]) => [
      form,
      { ...paper, boxes: Object.fromEntries(Object.entries(paper.boxes).filter(([, box]) => !ahead.has(box.step))) },
    ]),
  )

/** Why it was decided so: of a meeting's line that was corrected what the minutes say, not why it had been recorded wrongly. */
export const opinionOf = (event: Decided | Corrected): string | undefined =>
  (event.type === 'corrected' ? event.inMinutes : undefined) ?? event.reason

/** A decision fills the box of a form that is its step's: opinion, person and instant are the decision's. */
export function filled(
  papers: Papers,
  { form, signOff }: { readonly form: string; readonly signOff: string },
  event: Decided | Corrected,
): Papers {
  const paper = papers[form]
  if (!paper) return papers
  const { at, by, step, outcome } = event
  const box = {
    at,
    by,
    reason: opinionOf(event),
    step,
    outcome,
    ...('act' in event && event.act && { act: event.act }),
  }
  return { ...papers, [form]: { ...paper, boxes: { ...paper.boxes, [signOff]: box } } }
}
