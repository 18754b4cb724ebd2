/** The self-assessment that a form pins: what was finished of it, and what a return lets change. */
import type { Saved } from '#case/case-events.ts'
import { NO_PAPER } from '#case/paper.ts'
import { asBeforeOf, changedPins, countsOf, type Manifest, manifest } from '#dossier/manifest.ts'
import { namedBack } from '#dossier/reopened.ts'
import { Refused } from '#ledger/refused.ts'
import type { Form } from '#procedure/forms.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { assessedAt, assessingEntry } from '#procedure/ways.ts'
import type { Looked } from '../case/look-at-case.ts'
import { eventsOf } from '../case/look-beside.ts'
import { type CaseCall, type IntakeDeps, isOfUnit } from '../intake-deps.ts'

type Assessment = NonNullable<Saved['selfAssessment']>

type Asking = Pick<Looked, 'procedure'> & { readonly terms: Pick<Looked['terms'], 'standard'> }
/** Whether this form holds a self-assessment: the call has chosen a standard, and the procedure asks for it there. */
export const isAssessed = ({ terms, procedure }: Asking, form: string): boolean =>
  terms.standard !== undefined && assessingEntry(procedure)?.form === form

/** Whether the self-assessment has a page for this caller: as it is written, or as it was handed in. */
export function hasDossier(call: Pick<CaseCall, 'caller' | 'params'>, { terms, procedure, read }: Looked): boolean {
  const entry = terms.standard && assessingEntry(procedure)
  if (!entry) return false
  const { holdings } = call.caller
  const { unit } = call.params
  if (!permissionFor('read-dossier', holdings, { unit, procedure })) return false
  const { step, papers } = read.state
  const isWritten = isOfUnit(call.caller, unit)
    ? assessedAt(procedure, entry.name).includes(step)
    : step === entry.name && (papers[entry.form]?.makers.includes(call.caller.person) ?? false)
  return isWritten || eventsOf(read).some((event) => event.type === 'decided' && event.manifest !== undefined)
}

/** The questions that a return of the form may name. */
export const asReturned = (looked: Asking, { name, fields }: Form) => ({
  fields: [...fields, ...(isAssessed(looked, name) ? [ASSESSMENT] : [])],
})

/** @throws Refused where a return names an indicator that the form does not pin */
export async function mustPin(
  { contents }: Pick<IntakeDeps, 'contents'>,
  { read }: Looked,
  form: string,
  indicators: readonly string[] = [],
): Promise<void> {
  const pinned = read.state.papers[form]?.form?.selfAssessment
  if (indicators.length === 0 || !pinned) return
  const known = new Set(manifest.parse(await contents.get(pinned.manifest)).pins.map(({ item }) => item))
  const unknown = indicators.filter((item) => !known.has(item))
  if (unknown.length > 0)
    throw new Refused('incomplete', `自评中没有其中的${unknown.length}项指标；请刷新后重新选择。`, {
      indicators: '有自评中没有的指标',
    })
}

/**
 * What the form holds after a save. @param sha256 what was finished anew; without it the form keeps what it has
 * @throws Refused for what is no manifest of this case, or changes what a return has not named
 */
export async function assessmentToKeep(
  deps: Pick<IntakeDeps, 'contents'>,
  looked: Looked,
  form: string,
  sha256: string | undefined,
): Promise<{ readonly kept?: Assessment | undefined; readonly isMissing: boolean }> {
  if (!isAssessed(looked, form)) return { isMissing: false }
  const { state } = looked.read
  const paper = state.papers[form] ?? NO_PAPER
  const before = paper.form
  if (sha256 === undefined || sha256 === before?.selfAssessment?.manifest)
    return { kept: before?.selfAssessment, isMissing: before?.selfAssessment === undefined }
  const made = await manifestOf(deps, looked, sha256)
  const kept = { manifest: sha256, ...countsOf(made) }
  const back = namedBack(paper)
  if (back) {
    const { indicators } = back
    const then = manifest.parse(await deps.contents.get(back.list))
    const others = changedPins(then.pins, made.pins).filter((item) => !indicators.includes(item))
    if (others.length > 0)
      throw new Refused(
        'incomplete',
        `退回补正时只能修改列明的指标，另有${others.length}项与提交时不同；请重新定稿。`,
        {
          [ASSESSMENT.name]: '含有没有退回的指标，请重新定稿',
        },
      )
    const asBefore = asBeforeOf(then.pins, made.pins, indicators)
    return { kept: { ...kept, ...(asBefore > 0 && { asBefore }) }, isMissing: false }
  }
  return { kept, isMissing: false }
}

async function manifestOf({ contents }: Pick<IntakeDeps, 'contents'>, { read, terms }: Looked, sha256: string) {
  const { batch, unit } = read.state
  const found: Manifest | undefined = manifest.safeParse(await contents.find(sha256)).data
  if (found?.batch === batch && found.unit === unit && found.standard.digest === terms.standard?.digest) return found
  throw new Refused('incomplete', '没有这份自评定稿，或者不是本件的；请重新定稿。', {
    [ASSESSMENT.name]: '请重新定稿',
  })
}
