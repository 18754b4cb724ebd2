/** What is said of a case in a judgement, checked by the form that its step makes. */
import type { CallTerms } from '#batch/batch.ts'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import { correctingForm, judgingForm } from '#contracts/case-forms.ts'
import { type FormSchema, wrongFields } from '#contracts/forms.ts'
import { Refused } from '#ledger/refused.ts'
import { type Form, forms } from '#procedure/forms.ts'
import type { Judgement } from '#procedure/kinds.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import type { Judging } from '#steps/judgement/decide-step.ts'
import type { Looked } from '../case/look-at-case.ts'

/** As the API takes it; `lastDay`: of a return, the day until which the unit may mend its form. */
export type JudgingBody = Omit<Judging, 'lateFrom'> & { readonly lastDay?: string | undefined }

/** @throws Refused naming every field that is wrong: a checklist that is given answers every point and condition */
export function readJudging(body: JudgingBody, step: string, looked: Looked, received: string): Judging {
  const { value, form } = judgementNamed(looked.procedure, step)
  const conditions = looked.terms.conditions?.items ?? []
  mustFit(judgingForm(value, form, conditions), value, body)
  const asked = [...Object.keys(value.points), ...conditions.map(({ id }) => id)]
  const { checklist, lastDay, ...judging } = body
  return {
    ...judging,
    ...(checklist && {
      checklist: Object.fromEntries(Object.entries(checklist).filter(([point]) => asked.includes(point))),
    }),
    lateFrom: returnEnds(value, body, looked.read.state, looked.terms, received),
  }
}

/** The same of a correction, which has no checklist of its own. @throws Refused */
export function readCorrecting(
  body: Omit<JudgingBody, 'checklist'>,
  step: string,
  { procedure, terms, read }: Looked,
  received: string,
): Judging {
  const { value, form } = judgementNamed(procedure, step)
  mustFit(correctingForm(value, form), value, body)
  const { lastDay, ...judging } = body
  return { ...judging, lateFrom: returnEnds(value, body, read.state, terms, received) }
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

/** How many days a unit may have to mend its form at most: a mistyped year would keep the case open for good. */
const LONGEST = 365

/**
 * The first late instant of a return: the day chosen, else the later of the entry's own date and `returnDays` after
 * receipt; none for an outcome that returns nothing.
 */
function returnEnds(
  { outcomes }: Judgement,
  { outcome, lastDay }: Pick<JudgingBody, 'outcome' | 'lastDay'>,
  { dates }: Case,
  { returnDays }: CallTerms,
  received: string,
): string | undefined {
  const back = outcomes[outcome]?.back
  if (!back) return undefined
  const today = dateOf(received)
  if (lastDay !== undefined && lastDay < today)
    throw new Refused('incomplete', '补正截止日期已经过去。', {
      lastDay: `补正截止日期不能早于今天（${saidDay(today)}）`,
    })
  const longest = addDays(today, LONGEST)
  if (lastDay !== undefined && lastDay > longest)
    throw new Refused('incomplete', '补正截止日期太晚。', {
      lastDay: `补正截止日期不能晚于一年以后（${saidDay(longest)}）`,
    })
  if (lastDay !== undefined) return firstLateInstant(lastDay)
  const ends = [firstLateInstant(addDays(today, returnDays)), dates[back] ?? '']
  return ends.toSorted().at(-1)
}
