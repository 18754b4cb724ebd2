/** What a call rests on of standards, lists and the roster: as it was published and kept by then. */
import type { CallTerms, StandingCall } from '#batch/batch.ts'
import type { Designated } from '#batch/designated.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { saidEnd } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import { NO_PAPER } from '#case/paper.ts'
import { asAmended } from '#case/reschedule.ts'
import { askedItems } from '#catalogue/asked-items.ts'
import { versionChosen } from '#catalogue/edition/choose-version.ts'
import { catalogueStream } from '#catalogue/edition/publish-version.ts'
import { gatesAmong, indicatorsOf } from '#dossier/indicators.ts'
import { mayChange, reopenedBy } from '#dossier/reopened.ts'
import { canonicalJson } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { assessingEntry } from '#procedure/ways.ts'
import { unitStream } from '#roster/unit.ts'
import type { Elsewhere } from './elsewhere.ts'

const LISTS = ['conditions', 'vetoes'] as const

/** @throws Refused for a list that was never published or says something else, and for whom the roster does not have so */
export function mustBeKnown(elsewhere: Elsewhere, terms: CallTerms, at: string): void {
  for (const field of ['standard', ...LISTS] as const) {
    const chosen = terms[field]
    if (!chosen) continue
    const known = elsewhere.catalogues.at(catalogueStream(chosen.catalogue), at)
    const refused = known.map((one) => refusalOf(() => versionChosen(chosen, one)))
    if (!refused.includes(undefined)) throw refused[0]
  }
  mustBeCalled(elsewhere, terms.standard, at)
  for (const field of LISTS) {
    const chosen = terms[field]
    const published = chosen && elsewhere.catalogueOf(chosen.digest)
    if (published && canonicalJson(chosen.items) !== canonicalJson(askedItems(published, field)))
      throw new Refused('incomplete', `所列的项目与“${published.title}”的不同`)
  }
  mustBeGates(elsewhere, terms)
  mustBeDesignable(elsewhere, terms.designated ?? [], at)
}

/** A call names its standard by the title of that version. */
function mustBeCalled({ catalogues }: Elsewhere, standard: CallTerms['standard'], at: string): void {
  if (!standard) return
  const known = catalogues.at(catalogueStream(standard.catalogue), at)
  const titles = known.flatMap(({ versions }) => versions.filter(({ digest }) => digest === standard.digest))
  if (!titles.some(({ title }) => title === standard.title))
    throw new Refused('incomplete', `所选标准的名称与已发布的“${titles[0]?.title}”不同`)
}

/** The gates of a call are indicators of its standard, as that places and calls them, each once and in its order. */
function mustBeGates({ catalogueOf }: Elsewhere, { scoring, standard }: CallTerms): void {
  if (scoring?.way !== 'gateThenDeduct') return
  const published = standard && catalogueOf(standard.digest)
  if (!published) return
  const named = new Set(scoring.gates.map(({ id }) => id))
  if (canonicalJson(scoring.gates) !== canonicalJson(gatesAmong(published, named)))
    throw new Refused('incomplete', `先决指标与“${published.title}”的不同`)
}

function mustBeDesignable({ units }: Elsewhere, named: readonly Designated[], at: string): void {
  for (const [i, { unit, name, kind }] of named.entries()) {
    const isSo = units
      .at(unitStream(unit), at)
      .some((one) => one.name === name && one.kind === kind && one.inScope === false)
    if (!isSo || named.findIndex((one) => one.unit === unit) < i)
      throw new Refused('incomplete', `名册里当时没有这样一个创建范围以外的“${name}”，或者指定了两次`)
  }
}

/** @throws Refused for what the batch's standard does not ask */
export function mustBeIndicator({ catalogueOf }: Elsewhere, { standard }: CallTerms, item: string): void {
  if (!standard) throw new Refused('unknown', '本批次没有选定标准，不需要逐项自评')
  const published = catalogueOf(standard.digest)
  if (published && !indicatorsOf(published).some((one) => one.item.id === item))
    throw new Refused('unknown', `标准中没有编号为“${item}”的指标`)
}

function refusalOf(choose: () => unknown): Refused | undefined {
  try {
    choose()
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}

/** @throws Refused for an indicator that a return leaves as it is */
export function mustBeReopened({ papers }: Pick<Case, 'papers'>, procedure: Procedure, items: readonly string[]): void {
  const form = assessingEntry(procedure)?.form
  const reopened = reopenedBy((form === undefined ? undefined : papers[form]) ?? NO_PAPER)
  const closed = items.find((item) => !mayChange(reopened, item))
  if (closed !== undefined) throw new Refused('elsewhere', `指标“${closed}”没有退回`)
}

/** @throws Refused where the office did not enter the form that holds the self-assessment from its unit's paper 代录, or another of it did */
export function mustBeEntered({ papers }: Pick<Case, 'papers'>, procedure: Procedure, by: string): void {
  const form = assessingEntry(procedure)?.form
  const { byOffice, makers } = (form === undefined ? undefined : papers[form]) ?? NO_PAPER
  if (!byOffice || !makers.includes(by)) throw new Refused('forbidden', `${by}没有代录这份表格`)
}

/** @throws Refused from the end of the form that holds the self-assessment on */
export function mustBeInTime(one: Case, call: StandingCall, procedure: Procedure, received: string): void {
  const entry = assessingEntry(procedure)
  const { step, lateFrom } = asAmended(one, publishedDates(call.amendments))
  if (entry && step === entry.name && lateFrom && received >= lateFrom)
    throw new Refused('elsewhere', `“${entry.title}”已于${saidEnd(lateFrom)}截止，自评不能再修改`)
}
