/** The forms of a case as this caller may see them. */

import type { CallTerms } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { type Case, hasEnded } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { NO_PAPER, type Paper } from '#case/paper.ts'
import type { ShownPaper } from '#contracts/case-page.ts'
import { fieldsOf, schemaOf } from '#contracts/forms.ts'
import type { PersonalData, Why } from '#persons/persons.ts'
import { type Form, forms, labelOf, type SignOffBox } from '#procedure/forms.ts'
import { outcomeTitle, type Procedure, stepAt } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import type { SignOffModes } from '#procedure/sign-off-mode.ts'
import type { Known } from '#rows/known.ts'
import type { StoredForm } from '#steps/entry/form-content.ts'
import { modeFor, modeOf } from '#steps/entry/sign-form.ts'
import { type CaseCall, enteredBy, type IntakeDeps, isOfUnit } from '../intake-deps.ts'
import { fileReferences } from '../kept-evidence.ts'
import type { Naming } from '../name-people.ts'
import { isAssessed } from './self-assessment.ts'
import { handedIn, printedBox, showPrinted } from './show-printed.ts'
import { asInFields, filesOfForm, readForm, showPersonal } from './stored-form.ts'
import { takenOver } from './taken-over.ts'

/** A form as it was kept a moment ago. */
export type Fresh = { readonly form: string; readonly stored: StoredForm; readonly personal: PersonalData }

type Frame = {
  readonly call: CaseCall
  readonly state: Case
  readonly events: readonly CaseEvent[]
  readonly terms: CallTerms
  readonly naming: Naming
  readonly known: Known
  readonly fresh?: Fresh | undefined
  /** The forms that the caller may see, where not all of them. */
  readonly forms?: ReadonlySet<string> | undefined
}

/** The form that is filled in or judged where the case stands, else the newest. `stored`: for whoever compares it with an earlier version. */
export function showForm(
  deps: IntakeDeps,
  frame: Frame,
): Promise<{ paper: ShownPaper; stored: StoredForm | undefined } | undefined> {
  const first = formShown(frame.state)
  return first === undefined || frame.forms?.has(first) === false
    ? Promise.resolve(undefined)
    : showPaper(deps, frame, first, true)
}

/** The other forms as far as they were filled in. */
export const otherForms = (
  state: Case,
  seen?: ReadonlySet<string>,
): { name: string; title: string; step: string }[] => {
  const first = formShown(state)
  return Object.keys(state.papers).flatMap((name) =>
    name !== first && seen?.has(name) !== false && state.papers[name]?.form && forms[name]
      ? [{ name, title: forms[name].title, step: stepOfForm(state, name) }]
      : [],
  )
}

/** The same, to be read, without what is personal. */
export async function showOthers(deps: IntakeDeps, frame: Frame): Promise<ShownPaper[]> {
  const shown = await Promise.all(
    otherForms(frame.state, frame.forms).map(({ name }) => showPaper(deps, frame, name, false)),
  )
  return shown.flatMap((one) => one?.paper ?? [])
}

function formShown({ procedure, step, papers }: Case): string | undefined {
  const value = stepAt(procedure, step)
  if (value?.kind === 'entry' || value?.kind === 'judgement') return value.form
  const [newest] = Object.entries(papers)
    .flatMap(([name, { form }]) => (form ? [{ name, at: form.at }] : []))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return newest?.name
}

/** @param whole with what is personal in it: of the form in question only */
async function showPaper(deps: IntakeDeps, frame: Frame, name: string, whole: boolean) {
  const { call, state, events, terms, naming, known, fresh } = frame
  const form = forms[name]
  if (!form) return undefined
  const paper = state.papers[name] ?? NO_PAPER
  const step = stepOfForm(state, name)
  const isEntering = entersFromPaper(call, state, name)
  const own = whole && (isOfUnit(call.caller, call.params.unit) || isEntering)
  const put = fresh?.form === name ? fresh : undefined
  const begins = own && !isEntering && !paper.form && state.step === step
  const why = whyOf(call, form, isEntering)
  const [stored, personal, taken, signOffs] = await Promise.all([
    paper.form && (put?.stored ?? readForm(deps, paper.form)),
    own && paper.form
      ? (put?.personal ?? showPersonal(deps, { form, saved: paper.form, isOver: hasEnded(state) }, why))
      : {},
    begins ? takenOver(deps, state, form, why) : undefined,
    showSignOffs(deps, {
      call,
      procedure: state.procedure,
      form,
      paper,
      modes: terms.signOffs[name] ?? {},
      isEntering,
      naming,
      known,
    }),
  ])
  const { declined, reopens } = paper
  const submitted = handedIn(state, step, events)
  const shown: ShownPaper = {
    name,
    title: form.title,
    step,
    ...(paper.form && {
      digest: paper.form.digest,
      savedBy: naming.who(paper.form.by, paper.form.at),
      savedAt: paper.form.at,
    }),
    ...(submitted && { handedIn: submitted }),
    values: { ...taken?.values, ...stored?.values, ...asInFields(form, personal) },
    fields: fieldsOf(schemaOf(form)).filter((field) => own || !field.personal),
    files: stored ? await filesOfForm(deps, form, stored, call.params.unit) : [],
    missing: [...(paper.form?.missing ?? [])],
    ...(taken && taken.from.length > 0 && { takenOver: taken.from }),
    signOffs,
    printed: showPrinted(form, terms.title),
    ...(reopens && { reopens: [...reopens] }),
    ...(isAssessed({ terms, procedure: state.procedure }, name) && {
      selfAssessment: {
        ...(paper.form?.selfAssessment && { pinned: { ...paper.form.selfAssessment } }),
        ...(state.step === step && cameBack(paper)),
      },
    }),
    ...(declined && {
      declined: {
        title: labelOf(form, declined.signOff),
        by: naming.who(declined.by, declined.at),
        reason: declined.reason,
      },
    }),
  }
  return { paper: shown, stored }
}

/** Whether the self-assessment came back for mending, and the form still holds what it held then. */
function cameBack({
  form,
  returned,
  reopens,
  indicators,
}: Paper): Pick<NonNullable<ShownPaper['selfAssessment']>, 'sentBack'> {
  const before = returned?.selfAssessment?.manifest
  if (!reopens?.includes(ASSESSMENT.name) || before === undefined || form?.selfAssessment?.manifest !== before)
    return {}
  return { sentBack: indicators ? { indicators: indicators.length } : {} }
}

const stepOfForm = ({ procedure }: Case, name: string): string =>
  Object.entries(procedure.steps).find(([, one]) => one.kind === 'entry' && one.form === name)?.[0] ?? ''

/** Whether the caller has begun to enter the unit's paper form, and may go on. */
export const entersFromPaper = (
  { caller, params }: CaseCall,
  { procedure, step, papers }: Case,
  name: string,
): boolean => {
  const value = stepAt(procedure, step)
  const isThere = value?.kind === 'entry' && value.form === name
  return isThere && !isOfUnit(caller, params.unit) && (papers[name]?.makers.includes(caller.person) ?? false)
}

/**
 * What is personal is shown to the unit itself, and while the form is entered to the officer who enters it from paper;
 * others ask for it, and that is logged.
 */
const whyOf = ({ params: { batch, unit }, caller }: CaseCall, { title }: Form, isEntering: boolean): Why => ({
  purpose: `${isEntering ? '代录' : '本单位查看'}${title} ${batch}/${unit}`,
  by: caller.person,
})

type Signing = {
  readonly call: CaseCall
  readonly procedure: Procedure
  readonly form: Form
  readonly paper: Paper
  readonly modes: SignOffModes
  readonly isEntering: boolean
  readonly naming: Naming
  readonly known: Known
}

/** Every box of the form: those that the unit signs, and those that a step of the procedure fills. */
const showSignOffs = (
  { ledger, county }: Pick<IntakeDeps, 'ledger' | 'county'>,
  frame: Signing,
): Promise<ShownPaper['signOffs']> => {
  const { call, procedure, form, paper, naming, known } = frame
  return Promise.all(
    form.signOffs.map(async (one) => {
      const { name, title, signer } = one
      const printed = printedBox(one, county)
      const signed = paper.signOffs[name]
      const box = paper.boxes[name]
      if (!signer)
        return {
          name,
          title,
          printed,
          ...(box && {
            on: (box.act && naming.on(box.act)) ?? dateOf(box.at),
            by: (box.act && naming.act(box.act)) ?? naming.who(box.by, box.at),
            opinion: box.reason ?? outcomeTitle(procedure, box.step, box.outcome),
          }),
        }
      const [scan] = signed?.scan ? await fileReferences(ledger, [call.params.unit], [signed.scan], known) : []
      return {
        name,
        title,
        printed,
        mode: signed?.mode ?? modeShown(one, frame),
        ...(signed && {
          on: signed.on,
          opinion: signed.opinion,
          by: signed.signer ? naming.signer(signed.signer) : naming.who(signed.by, signed.at),
        }),
        ...(scan && { scan }),
      }
    }),
  )
}

/** How this caller would give it, where it is theirs; else as the batch says. */
const modeShown = ({ name, signer, apartFromEditors }: SignOffBox, { call, paper, modes, isEntering }: Signing) =>
  call.caller.holdings.some((held) => held.unit === call.params.unit && held.appointment === signer)
    ? modeFor({ name, apartFromEditors }, modes, enteredBy(call), paper.editors)
    : modeOf(name, modes, isEntering)
