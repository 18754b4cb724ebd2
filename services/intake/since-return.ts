import { type Case, caseKind } from '#case/case.ts'
import type { CaseEvent, Corrected, Decided, Saved } from '#case/case-events.ts'
import { applicationForm } from '#contracts/case-forms.ts'
import type { SinceReturn } from '#contracts/case-page.ts'
import { fieldsOf } from '#contracts/forms.ts'
import type { IntakeDeps } from './intake-deps.ts'
import type { Naming } from './name-people.ts'
import { isPersonal, readForm, type StoredForm } from './stored-form.ts'

type Return = { readonly decided: Decided | Corrected; readonly form: Saved }

/** The last return that stands, and the form as it went back. */
function lastReturn(events: readonly CaseEvent[]): Return | undefined {
  let state: Case = caseKind.initial
  let found: Return | undefined
  let before: Return | undefined
  for (const event of events) {
    state = caseKind.evolve(state, event)
    if (event.type !== 'decided' && event.type !== 'corrected') continue
    // A return that was corrected away never was one.
    if (event.type === 'corrected') found = before
    before = found
    if (event.reopens && state.returned) found = { decided: event, form: state.returned }
  }
  return found
}

/** What became of the questions that the last return reopened, and of any other that differs. */
export async function sinceReturn(
  deps: Pick<IntakeDeps, 'contents'>,
  unit: string,
  events: readonly CaseEvent[],
  { form }: Case,
  { who }: Naming,
): Promise<SinceReturn | undefined> {
  const last = lastReturn(events)
  if (!last || !form) return undefined
  const [before, now] = await Promise.all([readForm(deps, last.form), readForm(deps, form)])
  const { at, by, reason = '', reopens = [] } = last.decided
  const answers = fieldsOf(applicationForm).flatMap(({ name, label }) => {
    const changed = last.form.answers[name] !== form.answers[name]
    if (!changed && !reopens.includes(name)) return []
    const shown = isPersonal(name) ? {} : { ...answerIn(before, name, 'before'), ...answerIn(now, name, 'now') }
    return [{ name, label, changed, ...shown }]
  })
  const files = Object.entries(before.files).map(([sha256, name]) => ({ owner: unit, sha256, name }))
  return { at, by: who(by, at), reason, answers, files }
}

function answerIn({ values }: StoredForm, name: string, as: 'before' | 'now'): { before?: unknown; now?: unknown } {
  const value = Object.entries(values).find(([field]) => field === name)?.[1]
  return value === undefined ? {} : { [as]: value }
}
