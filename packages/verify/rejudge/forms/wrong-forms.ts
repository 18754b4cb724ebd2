/** Whether what a save says of the text that it keeps is what that text says: as far as the text is at hand. */
import { caseEvent, type Saved } from '#case/case-events.ts'
import { schemaOf, wrongFields } from '#contracts/forms.ts'
import type { Commit } from '#ledger/ledger.ts'
import { type Form, forms, personalFields } from '#procedure/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { answersOf, attachmentsIn, type StoredForm, saysOf, storedForm } from '#steps/entry/form-content.ts'
import type { Bodies } from '../../bodies.ts'
import { differences } from '../../differences.ts'
import type { Finding } from '../../finding.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { oddCommit } from '../judging.ts'
import { textOf } from './text-of.ts'
import { wrongAssessment } from './wrong-assessment.ts'

/** @param commits of one stream, as they were written */
export async function wrongForms(
  stream: string,
  commits: readonly Commit[],
  elsewhere: Elsewhere,
  bodies: Pick<Bodies, 'text'>,
): Promise<Finding[]> {
  if (!stream.startsWith('case/')) return []
  const findings: Finding[] = []
  for (const { number, events } of commits)
    for (const [i, stored] of events.entries()) {
      const { data: event } = caseEvent.safeParse(stored)
      if (event?.type !== 'saved') continue
      const wrong =
        wrongOfText(event, await textOf(bodies, event.content)) ??
        (await wrongAssessment({ stream, number, event }, elsewhere, bodies))
      if (!wrong) continue
      const field = `events[${i}].${wrong.field}`
      findings.push(oddCommit(stream, number, { field, how: `的${field}${wrong.how}` }))
    }
  return findings
}

/** @param text undefined where nobody knows it, which is said elsewhere */
function wrongOfText(event: Saved, text: unknown): { readonly field: string; readonly how: string } | undefined {
  const form = forms[event.form]
  if (text === undefined || !form) return undefined
  const { data: stored } = storedForm.safeParse(text)
  const asked = openFields(form).map(({ name }) => name)
  if (!stored || Object.keys(stored.values).some((name) => !asked.includes(name)))
    return { field: 'content', how: '所指的内容不是这份表格的' }
  const { answers, attachments, says, missing, personal } = event
  // Erasing takes what was kept, not that an event names it.
  if (!personal && personalFields(form).some((name) => Object.hasOwn(answers, name)))
    return { field: 'personal', how: '没有，而填写情况中有个人信息' }
  const is = { answers, attachments, says, missing: missing.filter((name) => name !== ASSESSMENT.name) }
  const [first] = differences(is, saidBy(form, stored, event))
  return first && { field: first.path, how: '与所保存的表格内容不符' }
}

const openFields = ({ fields }: Form) => fields.filter(({ personal }) => !personal)

/** What is personal is not looked at: what is there of it was right when it was kept. */
function saidBy(form: Form, stored: StoredForm, { answers, selfAssessment }: Saved) {
  const hidden = personalFields(form)
  const marks = Object.fromEntries(Object.entries(answers).filter(([name]) => hidden.includes(name)))
  const wrong = wrongFields(schemaOf({ fields: openFields(form) }), stored.values)
  const lacking = new Set(Object.keys(wrong).map((at) => at.split('.')[0]))
  return {
    answers: answersOf(stored, marks, selfAssessment),
    attachments: attachmentsIn(form, stored.values),
    says: saysOf(form, stored, marks, selfAssessment),
    missing: form.fields.flatMap(({ name, personal, optional }) =>
      (personal ? !optional && !Object.hasOwn(marks, name) : lacking.has(name)) ? [name] : [],
    ),
  }
}
