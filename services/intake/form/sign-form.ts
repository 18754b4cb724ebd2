import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { type Case, caseStream } from '#case/case.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { labelOf, type SignOffBox } from '#procedure/forms.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { MODE_WORDS, type SignOffMode } from '#procedure/sign-off-mode.ts'
import type { Known } from '#rows/known.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { whyTooEarly } from '#steps/act-days.ts'
import * as deciders from '#steps/entry/sign-form.ts'
import { boxesOf, modeFor, modeOf } from '#steps/entry/sign-form.ts'
import { wrongOnPaper } from '#steps/entry/signed-anew.ts'
import { withoutNote } from '#typed/person.ts'
import { decideCase } from '../case/decide-case.ts'
import { type CaseCall, enteredBy, type IntakeDeps, isOfUnit } from '../intake-deps.ts'
import { forDeciding } from '../kept-evidence.ts'
import { mustHaveCleanFiles } from './clean-files.ts'
import { formNamed } from './save-form.ts'

type Signing = Call<typeof intakeEndpoints.signForm>

/** One sign-off, as the batch wants it: on screen by its signer, or from the stamped paper or the sealed file by whoever fills the form in; from paper by the office. */
export const signForm =
  (deps: IntakeDeps) =>
  (call: Signing): Promise<CasePage> => {
    const { params, body, received } = call
    const { signOff, opinion, covers, scan } = body
    const form = formNamed(params.form)
    const box = boxNamed(params.form, signOff)
    const asked = enteredBy(call)
    return decideCase(deps, call, {
      command: 'sign-form',
      ...(scan && { files: [scan] }),
      prepare: async ({ read, terms, procedure, known }, trying) => {
        const modes = terms.signOffs[form.name] ?? {}
        const mode = modeOf(signOff, modes, asked.byOffice)
        mustBeSigner(call, { box, mode, procedure, form: form.name })
        const signing = { form: form.name, signOff, opinion, covers }
        // Whoever edited the form enters their own from paper; without a scan the decider says why.
        const given = mode === 'online' && scan ? modeFor(box, modes, asked, editorsOf(read.state, form.name)) : mode
        const clean = () => mustHaveCleanFiles(deps, read.state, form, '保存后再签署')
        if (given === 'online') {
          const decide = deciders.signForm({ ...signing, on: dateOf(received) }, modes, asked)
          if (trying(decide).length > 0) await clean()
          return { decide }
        }
        const paper = await readPaper(deps, call, {
          title: labelOf(form, signOff),
          mode: given,
          approved: terms.approval.date,
          known,
          state: read.state,
          form: form.name,
        })
        const { signer: name, ...stamped } = paper
        const unsigned = { ...signing, ...stamped }
        // What the decider refuses, or has nothing to do for, must not leave a name behind.
        if (trying(deciders.signForm({ ...unsigned, signer: { id: '', digest: '' } }, modes, asked)).length === 0)
          return { decide: () => [] }
        await clean()
        const stream = caseStream(params.batch, params.unit)
        const how = { once: `${stream}|${call.command}`, stream, at: received }
        const signer = await deps.persons.remember('signer', { name: withoutNote(name) }, how)
        return { decide: deciders.signForm({ ...unsigned, signer }, modes, asked) }
      },
    })
  }

/** A signer sends the form back to whoever fills it in. */
export const declineSigning =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.declineSigning>): Promise<CasePage> => {
    const { params, body } = call
    const form = formNamed(params.form)
    const box = boxNamed(form.name, body.signOff)
    return decideCase(deps, call, {
      command: 'decline-signing',
      prepare: ({ terms, procedure }) => {
        mustBeSigner(call, { box, mode: 'online', procedure, form: form.name })
        return {
          decide: deciders.declineSigning(
            { form: form.name, ...body },
            terms.signOffs[form.name] ?? {},
            enteredBy(call),
          ),
        }
      },
    })
  }

const editorsOf = ({ papers }: Case, form: string): readonly string[] => papers[form]?.editors ?? []

function boxNamed(form: string, signOff: string): SignOffBox {
  const box = boxesOf(form).find(({ name }) => name === signOff)
  if (!box) throw new Refused('unknown', `表格没有名为“${signOff}”的签署栏；请刷新后再签署。`)
  return box
}

type AboutBox = {
  readonly box: SignOffBox
  readonly mode: SignOffMode
  readonly procedure: Procedure
  readonly form: string
}

/** On screen its own signer signs, from paper or a sealed file whoever fills the form in enters it. Whoever holds nothing in the unit enters its paper for the office, as the permission row lets them. */
function mustBeSigner({ caller, params }: CaseCall, { box, mode, procedure, form }: AboutBox): void {
  if (mode === 'paper' && !isOfUnit(caller, params.unit)) return
  const entry = Object.values(procedure.steps).find((one) => one.kind === 'entry' && one.form === form)
  const by = mode === 'online' ? box.signer : entry?.kind === 'entry' ? entry.fills : undefined
  if (by && caller.holdings.some((held) => held.unit === params.unit && held.appointment === by)) return
  throw new Refused(
    'forbidden',
    `“${box.title}”本批次为${MODE_WORDS[mode].title}签署，由本单位的${by ? APPOINTMENTS[by] : '人员'}办理。`,
  )
}

type Stamped = {
  readonly title: string
  readonly mode: Exclude<SignOffMode, 'online'>
  /** The day of the approval on which the batch rests. */
  readonly approved: string
  readonly known: Known
  readonly state: Case
  readonly form: string
}

/** What a sign-off on paper or by a seal needs. @throws Refused naming every field that is wrong */
async function readPaper(
  deps: IntakeDeps,
  { body, params, received }: Signing,
  { title, mode, approved, known, state, form }: Stamped,
) {
  const { on, signer, scan } = body
  const today = dateOf(received)
  const kept = scan ? await keptFile(deps.ledger, params.unit, scan, forDeciding(deps, known)) : undefined
  const early = on && whyTooEarly('签署日期', on, [{ what: '创建活动的批准日期', day: approved }])
  const fields = {
    ...wrongOnPaper(state, form, { mode, on, scan, kept: kept?.since, contentType: kept?.contentType }),
    ...(!on && { on: '请填写签署日期' }),
    ...(on && on > today && { on: `签署日期不能晚于今天（${saidDay(today)}）` }),
    ...(early && { on: early }),
    ...(!signer && { signer: '请填写签署人姓名' }),
    ...(!scan && { scan: MODE_WORDS[mode].attach }),
    ...(kept?.wrong && { scan: kept.wrong }),
  }
  const count = Object.keys(fields).length
  if (!on || !signer || !scan)
    throw new Refused('incomplete', `“${title}”为${MODE_WORDS[mode].title}签署，还需补齐。`, fields)
  if (count > 0) throw new Refused('incomplete', `“${title}”有${count}处需要改正。`, fields)
  return { on, signer, scan, kept: kept?.since, contentType: kept?.contentType }
}
