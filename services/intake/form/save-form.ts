import { caseStream } from '#case/case.ts'
import type { Personal, Saved } from '#case/case-events.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { draftSchemaOf, fieldErrors, schemaOf, wrongFields } from '#contracts/forms.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { noteOn } from '#evidence/kinds.ts'
import { digestOf } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'
import type { PersonalData } from '#persons/persons.ts'
import { type Form, forms, personalFields } from '#procedure/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import type { Known } from '#rows/known.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import * as deciders from '#steps/entry/fill-in-form.ts'
import { answersOf, attachmentsIn, digestOfForm, type StoredForm, saysOf, usesIn } from '#steps/entry/form-content.ts'
import { decideCase } from '../case/decide-case.ts'
import { type CaseClick, enteredBy, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding } from '../kept-evidence.ts'
import { assessmentToKeep } from './self-assessment.ts'
import { asKept, readPersonal, saysTheSame, withUses } from './stored-form.ts'

type Values = Readonly<Record<string, unknown>>

/** Keeps a form as it stands, complete or not: what is personal in `persons`, the rest in `contents`, digests in the ledger. */
export const saveForm =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.saveForm>): Promise<CasePage> => {
    const { params } = call
    const form = formNamed(params.form)
    const { base, manifest, ...body } = call.body
    const values = readValues(form, body)
    const asked = enteredBy(call)
    return decideCase(deps, call, {
      command: 'save-form',
      files: usesIn(form, values).map(({ used }) => used),
      prepare: async (looked, trying) => {
        const { read, known } = looked
        const { form: before, returned, reopens } = read.state.papers[form.name] ?? {}
        const save = (content: Parameters<typeof deciders.saveForm>[1]) =>
          deciders.saveForm(form.name, content, asked, base)
        // What the decider refuses anyway must not leave personal data behind.
        trying(save({ content: '', answers: before?.answers ?? {}, attachments: [], missing: [], digest: '' }))

        const assessed = await assessmentToKeep(deps, looked, form.name, manifest)
        const stored = await keptWithFiles(deps, params.unit, form, withoutPersonal(form, values), known)
        const data = personalOf(form, values)
        const { standing, marks } = await markPersonal(deps, call, form, { before, returned, reopens }, data)
        const content = digestOf(stored)
        const saving = (personal: Personal | undefined) => {
          const marked = personal ? marks(personal) : {}
          return save({
            content,
            answers: answersOf(stored, marked, assessed.kept),
            ...(personal && { personal }),
            attachments: attachmentsIn(form, stored.values),
            missing: [
              ...new Set(Object.keys(wrongFields(schemaOf(form), values)).map((at) => at.split('.')[0] ?? at)),
              ...(assessed.isMissing ? [ASSESSMENT.name] : []),
            ],
            ...(assessed.kept && { selfAssessment: assessed.kept }),
            says: saysOf(form, stored, marked, assessed.kept),
            digest: digestOfForm({ content, personal, selfAssessment: assessed.kept }),
          })
        }
        const isNew = Object.keys(data).length > 0 && !standing
        // Once more, now that it is known which answers change.
        trying(saving(isNew ? UNKEPT : standing))
        if (before?.content !== content) await deps.contents.put(stored)
        const stream = caseStream(params.batch, params.unit)
        const how = { once: `${stream}|${call.command}`, stream, at: call.received }
        const personal = isNew ? await deps.persons.remember('contact', data, how) : standing
        return { fresh: { form: form.name, stored, personal: data }, decide: saving(personal) }
      },
    })
  }

/** @throws Refused when there is no such form */
export function formNamed(name: string): Form {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (!form) throw new Refused('unknown', `没有名为“${name}”的表格；请从申报件页面重新进入。`)
  return form
}

/** What is there has to be right; what is missing may be. @throws Refused with every wrong field at once */
function readValues(form: Form, body: unknown): Values {
  const { data, error } = draftSchemaOf(form).safeParse(body)
  if (data) return data
  const fields = fieldErrors(error.issues)
  throw new Refused('incomplete', `“${form.title}”有${Object.keys(fields).length}处需要修改。`, fields)
}

const withoutPersonal = (form: Form, values: Values): Record<string, unknown> => {
  const hidden = personalFields(form)
  return Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.includes(field)))
}
const personalOf = (form: Form, values: Values): PersonalData =>
  Object.fromEntries(
    personalFields(form).flatMap((field) => {
      const value = values[field]
      return typeof value === 'string' ? [[field, asKept(form, field, value)]] : []
    }),
  )

/**
 * The answers as they are kept: every use of a file under its name. One that a program sends without gets the name that
 * the bytes were sent with. @throws Refused naming each field with a file that the unit does not keep
 */
async function keptWithFiles(
  deps: IntakeDeps,
  unit: string,
  form: Form,
  values: Values,
  known: Known,
): Promise<StoredForm> {
  const all = usesIn(form, values)
  const uses = [...new Set(all.map(({ used }) => used))]
  const found = new Map(
    await Promise.all(
      uses.map(async (used) => [used, await keptFile(deps.ledger, unit, used, forDeciding(deps, known))] as const),
    ),
  )
  const wrong = all.flatMap(({ field, used }) => {
    const no = found.get(used)?.wrong
    return no ? [[field, no] as const] : []
  })
  if (wrong.length > 0) throw new Refused('incomplete', '有附件还不能使用。', Object.fromEntries(wrong.toReversed()))
  const named = (used: string) => cite(digestOfUse(used), found.get(used)?.name ?? '')
  const types = [...found].flatMap(([used, { name, contentType }]) =>
    contentType && noteOn(name, contentType) ? [[digestOfUse(used), contentType] as const] : [],
  )
  return {
    values: { ...values, ...withUses(form, values, named) },
    ...(types.length > 0 && { types: Object.fromEntries(types) }),
  }
}

type Before = {
  readonly before: Saved | undefined
  readonly returned: Saved | undefined
  readonly reopens: readonly string[] | undefined
}

/** Stands for what is kept only once the decider has nothing against it. */
const UNKEPT: Personal = { id: '', digest: '' }

/**
 * What is personal where that has not changed (`standing`), and how its answers are marked. An answer's mark is the
 * keyed digest of the record in which it last changed, so that each field can be compared with what was returned
 * without anything of it in the ledger. What is put back as it was returned has the mark that it had then; of an answer
 * that was returned so has what says the same, while one that was not returned must stay as it was written.
 */
async function markPersonal(
  deps: IntakeDeps,
  { params, caller }: CaseClick,
  form: Form,
  { before: saved, returned, reopens }: Before,
  given: PersonalData,
): Promise<{ standing?: Personal; marks: (personal: Personal) => Record<string, string> }> {
  if (Object.keys(given).length === 0) return { marks: () => ({}) }
  const why = { purpose: `保存${form.title}时比对 ${params.batch}/${params.unit}`, by: caller.person, inUse: true }
  const before = saved ? await readPersonal(deps, saved, why) : {}
  const unchanged = Object.keys({ ...before, ...given }).every((field) => before[field] === given[field])
  const isAs = (kept: PersonalData, field: string) =>
    returned && reopens?.includes(field) !== false
      ? saysTheSame(form, field, kept[field], given[field])
      : kept[field] === given[field]
  const then =
    unchanged || !returned || returned.personal?.id === saved?.personal?.id
      ? {}
      : await readPersonal(deps, returned, why)
  const mark = (field: string, { digest }: Personal) =>
    (isAs(then, field) ? returned?.answers[field] : undefined) ??
    (isAs(before, field) ? saved?.answers[field] : undefined) ??
    digest
  return {
    ...(unchanged && saved?.personal && { standing: saved.personal }),
    marks: (personal) => Object.fromEntries(Object.keys(given).map((field) => [field, mark(field, personal)])),
  }
}
