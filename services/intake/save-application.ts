import { saveApplication as decideSaving } from '#case/apply-for-creation.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { Personal, Saved } from '#case/case-events.ts'
import { type ApplicationDraft, applicationForm } from '#contracts/case-forms.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { wrongFields } from '#contracts/forms.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { digestOf } from '#ledger/chain.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { PersonalData } from '#persons/persons.ts'
import { decideCase } from './decide-case.ts'
import { type CaseClick, enteredBy, type IntakeDeps } from './intake-deps.ts'
import { keptFile } from './kept-evidence.ts'
import { readContactData, type StoredForm } from './stored-form.ts'

const FILE_FIELDS = ['creationPlan', 'workPlan', 'creationReport'] as const

/** Keeps the application as it stands, complete or not: who to call in `persons`, the rest in `contents`, digests in the ledger. */
export const saveApplication =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.saveApplication>): Promise<CasePage> => {
    const { params } = call
    const { base, ...body } = call.body
    const asked = enteredBy(call)
    const files = await namesOfKept(deps, params.unit, body)
    const { commits, state } = await readStream(deps.ledger, caseKind, caseStream(params.batch, params.unit))
    // Asked again because the answer was lost: the form has moved on by this very command.
    const isRepeat = commits.some(({ command }) => command === call.command)
    // What the decider refuses anyway must not leave personal data behind.
    decideSaving(
      { content: '', answers: state.form?.answers ?? {}, attachments: [], missing: [], digest: '' },
      asked,
      isRepeat ? undefined : base,
    )(state)

    const { contact, phone, ...values } = body
    const data = { ...(contact !== undefined && { contact }), ...(phone !== undefined && { phone }) }
    const { personal, answers: personalAnswers } = await rememberContact(deps, call, state.form, data)
    const stored: StoredForm = { values, files }
    const content = await deps.contents.put(stored)
    const form = {
      content,
      answers: {
        ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, digestOf(value)])),
        ...personalAnswers,
      },
      ...(personal && { personal }),
      attachments: Object.keys(files).toSorted(),
      missing: [...new Set(Object.keys(wrongFields(applicationForm, body)).map((at) => at.split('.')[0] ?? at))],
      digest: digestOf({ content, personal: personal?.digest ?? '' }),
    }
    return decideCase(deps, call, decideSaving(form, asked, base))
  }

/** Names of all attached files by digest. @throws Refused naming each field with a file that the unit does not keep */
async function namesOfKept({ ledger }: IntakeDeps, unit: string, body: ApplicationDraft): Promise<StoredForm['files']> {
  const names: Record<string, string> = {}
  const wrong: Record<string, string> = {}
  for (const field of FILE_FIELDS)
    for (const sha256 of body[field] ?? []) {
      const file = await keptFile(ledger, unit, sha256)
      names[sha256] = file.name
      if (file.wrong) wrong[field] ??= file.wrong
    }
  if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '有附件还不能使用。', wrong)
  return names
}

/**
 * Remembers whom to call, if that has changed. An answer's mark is the keyed digest of the record in which it last
 * changed, so that each field can be compared with what was returned without anything of it in the ledger.
 */
async function rememberContact(
  deps: IntakeDeps,
  { params, caller, command }: CaseClick,
  form: Saved | undefined,
  given: PersonalData,
): Promise<{ personal?: Personal; answers: Record<string, string> }> {
  if (Object.keys(given).length === 0) return { answers: {} }
  const why = { purpose: `保存申请表时比对 ${params.batch}/${params.unit}`, by: caller.person }
  const before = form ? await readContactData(deps, form, why) : {}
  const same = (field: string) => before[field] === given[field]
  const unchanged = Object.keys({ ...before, ...given }).every(same)
  const once = `${caseStream(params.batch, params.unit)}|${command}`
  const personal = unchanged && form?.personal ? form.personal : await deps.persons.remember('contact', given, { once })
  const mark = (field: string) => (same(field) ? form?.answers[field] : undefined) ?? personal.digest
  return { personal, answers: Object.fromEntries(Object.keys(given).map((field) => [field, mark(field)])) }
}
