import type { CallTerms } from '#batch/batch.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Case, caseKind, caseStream, hasEnded } from '#case/case.ts'
import { type CaseEvent, type Saved, SIGN_OFFS } from '#case/case-events.ts'
import { applicationForm } from '#contracts/case-forms.ts'
import type { CasePage, OfferedCommand, TimelineEntry } from '#contracts/case-page.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { type Commit, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Why } from '#persons/persons.ts'
import { titleOf } from '#procedure/procedure.ts'
import { caseTimeline, vetoTitle } from './case-timeline.ts'
import { isListed, mayBeListed } from './correct-review.ts'
import { type CaseCall, type IntakeDeps, isEntering, isOfUnit } from './intake-deps.ts'
import { type Naming, nameThose } from './name-people.ts'
import { offerCommands } from './offer-commands.ts'
import { whyFinal } from './offer-correction.ts'
import { readTerms, readUnit } from './read-frame.ts'
import { shownReminder } from './shown-reminder.ts'
import { sinceReturn } from './since-return.ts'
import { isPersonal, readContactData, readForm } from './stored-form.ts'
import { modeOf } from './who-signs.ts'

/** The page of a case, folded from the ledger itself. */
export const readCase =
  (deps: IntakeDeps) =>
  async (call: CaseCall): Promise<CasePage> => {
    const { batch, unit } = call.params
    return showCase(deps, call, await readStream(deps.ledger, caseKind, caseStream(batch, unit)))
  }

/** The page of a case with these commits, as this caller may see it. */
export async function showCase(
  deps: IntakeDeps,
  call: CaseCall,
  { commits, state }: { readonly commits: readonly Commit<CaseEvent>[]; readonly state: Case },
): Promise<CasePage> {
  const { batch, unit } = call.params
  const [terms, { name, inScope }] = await Promise.all([readTerms(deps.ledger, batch), readUnit(deps.ledger, unit)])
  const events = commits.flatMap((commit) => commit.events)
  const naming = await nameThose(deps, unit, events)
  const [form, reminder, mended, listed, timeline] = await Promise.all([
    showForm(deps, call, state),
    shownReminder(deps, call, state),
    sinceReturn(deps, unit, events, state, naming),
    mayBeListed(state) && isListed(deps.ledger, call.params),
    caseTimeline(deps.ledger, unit, events, naming),
  ])
  const commands = offerCommands(call, state, { terms, inScope, values: form?.values ?? {}, listed })
  const final = whyFinal(call, state, listed)
  const { step, procedure, visit, lateFrom, reopens, veto, notice } = state
  return {
    case: `${batch}/${unit}`,
    batch: { id: batch, title: terms.title, trial: terms.trial },
    unit: { id: unit, name },
    seen: commits.length,
    step,
    stepTitle: visit === 0 ? '尚未开始' : titleOf(procedure, step),
    visit,
    ended: hasEnded(state),
    ...(lateFrom && { due: { lateFrom, said: saidEnd(lateFrom) } }),
    ...(reminder && { reminder }),
    ...(form && { form }),
    signOffs: visit === 0 ? [] : showSignOffs(state, terms, naming, isEntering(call, state)),
    ...(reopens && { reopens: [...reopens] }),
    ...(mended && { sinceReturn: mended }),
    ...(veto && { veto: { item: veto.item, title: vetoTitle(veto.item), source: veto.source } }),
    ...(notice && { notice: notice.stream }),
    timeline: withUndo(timeline, events, commands),
    ...(final && { final }),
    commands,
  }
}

/** Where a decision is corrected: at itself, in the course of things. */
function withUndo(
  timeline: TimelineEntry[],
  events: readonly CaseEvent[],
  commands: readonly OfferedCommand[],
): TimelineEntry[] {
  const undo = commands.find(({ name }) => name === 'correct-review')?.name
  const last = events.findLastIndex(({ type }) => type === 'decided' || type === 'corrected')
  return timeline.map((entry, i) => (undo && i === last ? { ...entry, undo } : entry))
}

/**
 * The form as it stands. Whom to call is shown to the unit itself, and while it is entered to the officer who enters it
 * from paper; others ask for it, and that is logged.
 */
async function showForm(deps: IntakeDeps, call: CaseCall, state: Case): Promise<CasePage['form']> {
  const { form } = state
  if (!form) return undefined
  const { params, caller } = call
  const ofUnit = isOfUnit(caller, params.unit)
  const own = ofUnit || isEntering(call, state)
  const { values, files } = await readForm(deps, form)
  const personal = own
    ? await ownContact(deps, form, {
        purpose: `${ofUnit ? '本单位查看' : '代录'}申请表 ${params.batch}/${params.unit}`,
        by: caller.person,
      })
    : {}
  return {
    digest: form.digest,
    values: { ...values, ...personal },
    fields: fieldsOf(applicationForm).filter(({ name }) => own || !isPersonal(name)),
    files: Object.entries(files).map(([sha256, name]) => ({ owner: params.unit, sha256, name })),
    missing: [...form.missing],
  }
}

/** Blocked data are no reason to hide the rest of the page. */
async function ownContact(deps: IntakeDeps, form: Saved, why: Why) {
  try {
    return await readContactData(deps, form, why)
  } catch (error) {
    if (error instanceof Refused) return {}
    throw error
  }
}

const showSignOffs = (
  { signOffs }: Case,
  { signOffs: modes }: CallTerms,
  { who, signer }: Naming,
  byOffice: boolean,
): CasePage['signOffs'] => {
  const line = (name: keyof typeof SIGN_OFFS) => {
    const signed = signOffs[name]
    const by = signed && (signed.signer ? signer(signed.signer) : who(signed.by, signed.at))
    return {
      name,
      title: SIGN_OFFS[name],
      mode: signed?.mode ?? modeOf(name, modes, byOffice),
      ...(signed && { on: signed.on, opinion: signed.opinion }),
      ...(by && { by }),
    }
  }
  return [line('legalOffice'), line('unitHead')]
}
