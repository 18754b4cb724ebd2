/** What a form's paper says beside its answers. */
import { dateOf } from '#calendar/deadline.ts'
import type { Case } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import type { ShownPaper } from '#contracts/case-page.ts'
import type { Form, SignOffBox } from '#procedure/forms.ts'
import { printedForm, printedRows, printedTitle } from '#procedure/printed.ts'
import { stepOf } from '#procedure/procedure.ts'
import type { IntakeDeps } from '../intake-deps.ts'

/** @param batch the batch's name */
export function showPrinted(form: Form, batch: string): ShownPaper['printed'] {
  const { annex, sealed, dated, unit, notes } = printedForm(form)
  return {
    ...(annex && { annex }),
    title: [...printedTitle(batch, form)],
    ...{ sealed, dated, unit },
    rows: printedRows(form).map((row) => row.map(({ name, label }) => ({ name, label }))),
    notes: { ...notes },
    source: form.source,
  }
}

/** What a box is called on paper, with the name of the county's own organ. */
export const printedBox = ({ title, printed }: SignOffBox, organs: IntakeDeps['county']): string =>
  printed ? `${organs[printed.of]}${printed.says}` : title

/** The day on which the form was handed in at its step, as long as it is not back with the unit. */
export function handedIn({ procedure, step: stands }: Case, step: string, events: readonly CaseEvent[]) {
  if (stands === step) return undefined
  const last = events.findLast((event) => event.type === 'decided' && event.step === step)
  return last?.type === 'decided' && last.outcome === stepOf(procedure, step, 'entry')?.submits
    ? dateOf(last.at)
    : undefined
}
