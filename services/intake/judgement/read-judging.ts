/** What is said of a case in a judgement, checked by the form that its step makes. */
import { datesOf } from '#batch/batch.ts'
import { correctingForm, judgingForm } from '#contracts/case-forms.ts'
import { type FormSchema, wrongFields } from '#contracts/forms.ts'
import { Refused } from '#ledger/refused.ts'
import { type Form, forms } from '#procedure/forms.ts'
import type { Judgement } from '#procedure/kinds.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import { chosenEnd } from '#steps/judgement/chosen-end.ts'
import type { Judging } from '#steps/judgement/decide-step.ts'
import type { Looked } from '../case/look-at-case.ts'
import { asReturned, mustPin } from '../form/self-assessment.ts'
import type { IntakeDeps } from '../intake-deps.ts'

/** As the API takes it; `lastDay`: of a return, the day until which the unit may mend its form. */
export type JudgingBody = Omit<Judging, 'lateFrom'> & { readonly lastDay?: string | undefined }

/** @throws Refused naming every field that is wrong: a checklist that is given answers every point and condition */
export function readJudging(body: JudgingBody, step: string, looked: Looked, received: string): Judging {
  const { value, form } = judgementNamed(looked.procedure, step)
  const conditions = looked.terms.conditions?.items ?? []
  const { despite, indicators, ...filled } = body
  mustFit(judgingForm(value, asReturned(looked, form), conditions), value, filled)
  const asked = [...Object.keys(value.points), ...conditions.map(({ id }) => id)]
  const { checklist, lastDay, ...judging } = filled
  return {
    ...{ ...judging, despite, indicators },
    ...(checklist && {
      checklist: Object.fromEntries(Object.entries(checklist).filter(([point]) => asked.includes(point))),
    }),
    lateFrom: chosenEnd(value, body, { dates: datesOf(looked.terms) }, received),
  }
}

/** The same, with the indicators that a return names looked up. */
export async function readNaming(
  deps: Pick<IntakeDeps, 'contents'>,
  ...[body, step, looked, received]: Parameters<typeof readJudging>
): Promise<Judging> {
  const judging = readJudging(body, step, looked, received)
  await mustPin(deps, looked, judgementNamed(looked.procedure, step).form.name, judging.indicators)
  return judging
}

/** The same of a correction, which has no checklist of its own, nor minutes. @throws Refused */
export function readCorrecting(
  body: Omit<JudgingBody, 'checklist' | 'despite'> & { readonly inMinutes?: string | undefined },
  step: string,
  looked: Looked,
  received: string,
): Judging {
  const { value, form } = judgementNamed(looked.procedure, step)
  const { indicators, ...filled } = body
  mustFit(correctingForm(value, asReturned(looked, form)), value, filled)
  const { lastDay, inMinutes: _, ...judging } = filled
  return { ...judging, indicators, lateFrom: chosenEnd(value, body, { dates: datesOf(looked.terms) }, received) }
}

/** @throws Refused when it is no judgement of the procedure */
export function judgementNamed(procedure: Procedure, step: string): { value: Judgement; form: Form } {
  const value = stepOf(procedure, step, 'judgement')
  const form = value && forms[value.form]
  if (!value || !form) throw new Refused('unknown', `本件的程序中没有“${step}”这一审核环节；请从申报件页面重新进入。`)
  return { value, form }
}

function mustFit(schema: FormSchema, { title }: Judgement, body: object): void {
  const given = Object.entries(body).filter(([, one]) => one !== undefined)
  const fields = wrongFields(schema, Object.fromEntries(given))
  const count = Object.keys(fields).length
  if (count > 0) throw new Refused('incomplete', `“${title}”有${count}处需要修改。`, fields)
}
