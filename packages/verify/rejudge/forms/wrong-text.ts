/** Whether the text of a form is one that is taken in, and what its save says of it is what it says. */
import type { Saved } from '#case/case-events.ts'
import { draftSchemaOf, schemaOf, wrongFields } from '#contracts/forms.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { canonicalJson } from '#ledger/chain.ts'
import { type Form, forms, personalFields } from '#procedure/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { answersOf, attachmentsIn, type StoredForm, saysOf, storedForm, usesIn } from '#steps/entry/form-content.ts'
import { differences } from '../../differences.ts'
import { type Elsewhere, Untold } from '../elsewhere.ts'

type Saving = { readonly stream: string; readonly event: Saved; readonly elsewhere: Elsewhere }

/** @param text undefined where nobody knows it, which is said elsewhere */
export function wrongText(
  { stream, event, elsewhere }: Saving,
  text: unknown,
): { readonly field: string; readonly how: string } | undefined {
  const form = forms[event.form]
  if (text === undefined || !form) return undefined
  const { data: stored } = storedForm.safeParse(text)
  const asked = openFields(form).map(({ name }) => name)
  if (!stored || Object.keys(stored.values).some((name) => !asked.includes(name)) || hasMore(text, stored))
    return { field: 'content', how: '所指的内容不是这份表格的' }
  const [untaken] = untakenIn(form, stored)
  if (untaken !== undefined) return { field: 'content', how: `所指的内容中“${untaken}”一栏不是保存时可以有的写法` }
  const { answers, attachments, says, missing, personal } = event
  // Erasing takes what was kept, not that an event names it.
  if (!personal && personalFields(form).some((name) => Object.hasOwn(answers, name)))
    return { field: 'personal', how: '没有，而填写情况中有个人信息' }
  const is = { answers, attachments, says, missing: missing.filter((name) => name !== ASSESSMENT.name) }
  const [first] = differences(is, saidBy(form, stored, event))
  if (first) return { field: first.path, how: '与所保存的表格内容不符' }
  return saysTypes(form, stored, { stream, event, elsewhere })
    ? undefined
    : { field: 'content', how: '所指的内容所写的文件类型与文件的记录不符' }
}

const openFields = ({ fields }: Form) => fields.filter(({ personal }) => !personal)

/** What no save of ours has kept beside its answers. */
const hasMore = (text: unknown, { values, types }: StoredForm): boolean =>
  canonicalJson(text) !== canonicalJson({ values, ...(types && { types }) })

/** What is there was read by the form's own rules, and written as they have it: read again it is the same. */
function untakenIn(form: Form, { values }: StoredForm): readonly string[] {
  const fields = openFields(form)
  const { data = {} } = draftSchemaOf({ fields }).safeParse(values)
  const wrong = new Set(Object.keys(wrongFields(draftSchemaOf({ fields }), values)).map((at) => at.split('.')[0]))
  return Object.keys(values).filter(
    (name) => wrong.has(name) || (wrong.size === 0 && canonicalJson(data[name]) !== canonicalJson(values[name])),
  )
}

/** Whether it says of just those files what they are whose names say otherwise; also where nobody knows of them. */
function saysTypes(form: Form, { values, types = {} }: StoredForm, { stream, event, elsewhere }: Saving): boolean {
  const [, , unit = ''] = stream.split('/')
  try {
    const typed = usesIn(form, values).map(({ used }) => {
      const [file] = elsewhere.evidence.at(evidenceStream(unit, used), event.at)
      const { contentType } = file?.kept ?? {}
      if (contentType === undefined) throw new Untold(used)
      const isOdd = noteOn(nameOfUse(used) ?? file?.promised?.name ?? '', contentType) !== undefined
      return isOdd ? [[digestOfUse(used), contentType] as const] : []
    })
    return canonicalJson(types) === canonicalJson(Object.fromEntries(typed.flat()))
  } catch (error) {
    if (error instanceof Untold) return true
    throw error
  }
}

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
