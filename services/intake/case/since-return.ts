import { type Case, caseKind } from '#case/case.ts'
import type { CaseEvent, Corrected, Decided, Saved } from '#case/case-events.ts'
import type { SinceReturn } from '#contracts/case-page.ts'
import { forms, personalFields } from '#procedure/forms.ts'
import { stepOf } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { type StoredForm, saying } from '#steps/entry/form-content.ts'
import { filesOfForm, readForm } from '../form/stored-form.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import type { Naming } from '../name-people.ts'

type Return = {
  readonly decided: Decided | Corrected
  readonly form: Saved
  /** Why it was handed in again as it was. */
  readonly explanation?: string
}

/** The last return of this form that stands, and the form as it went back. */
function lastReturn(events: readonly CaseEvent[], form: string): Return | undefined {
  let state: Case = caseKind.initial
  let found: Return | undefined
  let before: Return | undefined
  for (const event of events) {
    const earlier = state.papers[form]?.sentBack
    state = caseKind.evolve(state, event)
    if (event.type !== 'decided' && event.type !== 'corrected') continue
    const entry = stepOf(state.procedure, event.step, 'entry')
    if (found && entry?.form === form && event.outcome === entry.submits)
      found = { decided: found.decided, form: found.form, ...(event.reason && { explanation: event.reason }) }
    const isJudged = stepOf(state.procedure, event.step, 'judgement')?.form === form
    // A return that was corrected away never was one.
    if (isJudged && event.type === 'corrected') found = before
    if (isJudged) before = found
    const { returned, sentBack } = state.papers[form] ?? {}
    if (returned && sentBack && sentBack !== earlier) found = { decided: event, form: returned }
  }
  return found
}

/**
 * What became of the questions that the last return reopened, and of any other that differs.
 * @param stored the form as it stands
 */
export async function sinceReturn(
  deps: Pick<IntakeDeps, 'contents' | 'rows' | 'county'>,
  unit: string,
  events: readonly CaseEvent[],
  {
    name,
    state,
    stored: now,
  }: { readonly name: string; readonly state: Case; readonly stored: StoredForm | undefined },
  { who }: Naming,
): Promise<SinceReturn | undefined> {
  const form = forms[name]
  const saved = state.papers[name]?.form
  const last = lastReturn(events, name)
  if (!last || !saved || !now || !form) return undefined
  const before = last.form.content === saved.content ? now : await readForm(deps, last.form)
  const { at, by, reason = '', reopens = [] } = last.decided
  const hidden = personalFields(form)
  const said = ({ values }: StoredForm, field: string) => JSON.stringify(saying(form, field, values[field]))
  const answers = form.fields.flatMap((field) => {
    const changed = hidden.includes(field.name)
      ? last.form.answers[field.name] !== saved.answers[field.name]
      : said(before, field.name) !== said(now, field.name)
    if (!changed && !reopens.includes(field.name)) return []
    const shown = hidden.includes(field.name)
      ? {}
      : { ...answerIn(before, field.name, 'before'), ...answerIn(now, field.name, 'now') }
    return [{ name: field.name, label: field.label, changed, ...shown }]
  })
  const isReassessed = last.form.selfAssessment?.manifest !== saved.selfAssessment?.manifest
  if (isReassessed || reopens.includes(ASSESSMENT.name)) {
    const asBefore = isReassessed ? saved.selfAssessment?.asBefore : last.decided.indicators?.length
    answers.push({ ...ASSESSMENT, changed: isReassessed, ...(asBefore && { asBefore }) })
  }
  const files = await filesOfForm(deps, form, before, unit)
  return { at, by: who(by, at), reason, answers, files, ...(last.explanation && { explanation: last.explanation }) }
}

function answerIn({ values }: StoredForm, name: string, as: 'before' | 'now'): { before?: unknown; now?: unknown } {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return value === undefined ? {} : { [as]: value }
}
