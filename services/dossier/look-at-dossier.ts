/** What every request about a self-assessment asks first: by which standard, who sees which version, and who writes. */
import { mustNotBeCancelled, saidCancelled } from '#batch/approve-change.ts'
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import { assessmentHandedIn, type HandedIn } from '#case/handed-in.ts'
import { NO_PAPER } from '#case/paper.ts'
import { placeTitle } from '#case/place-title.ts'
import { asAmended } from '#case/reschedule.ts'
import type { Placed } from '#catalogue/walk-catalogue.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import type { Manifest, Pin } from '#dossier/manifest.ts'
import { isClosed, type Reopened, reopenedBy } from '#dossier/reopened.ts'
import { givenTo } from '#dossier/spread/files-of-given.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { isOnlyOfGiven, permissionFor } from '#procedure/permissions.ts'
import { type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { assessedAt, assessingEntry } from '#procedure/ways.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import type { Known } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import { isTheirs } from '#steps/submitted-to.ts'
import type { DossierCall, DossierDeps } from './dossier-deps.ts'
import { readManifest, readStandard, type Standard } from './read-texts.ts'

/** `reads`, `writes`: whether this caller does so with these indicators alone. */
export type Given = { readonly items: ReadonlySet<string>; readonly reads: boolean; readonly writes: boolean }

/** `pins`: what was handed in; without it what is written is seen. `indicators`: those that this caller reads. */
export type Looked = {
  readonly state: Case
  readonly terms: StandingCall
  readonly procedure: Procedure
  readonly entry: NonNullable<ReturnType<typeof assessingEntry>>
  readonly standard: Standard
  readonly indicators: readonly Placed[]
  readonly known: Known
  readonly pins?: ReadonlyMap<string, Pin>
  /** Which list that is, and when it was handed in. */
  readonly handedIn?: HandedIn
  /** What this caller was given, where they read or write nothing else. */
  readonly given?: Given
  /** Why this caller writes nothing now; undefined where they do. */
  readonly why: string | undefined
  /** Entered by the office from the unit's paper. */
  readonly byOffice: boolean
}

export async function lookAtDossier(deps: DossierDeps, call: DossierCall): Promise<Looked> {
  const { ledger, rows } = deps
  const { batch, unit } = call.params
  const [read, known, given] = await Promise.all([
    readStream(ledger, caseKind, caseStream(batch, unit)),
    rows.many([batchStream(batch), unitStream(unit), personStream(call.caller.person)]),
    givenOf(deps, call),
  ])
  const terms = await readTerms(ledger, batch, known)
  const state = asAmended(read.state, publishedDates(terms.amendments))
  const procedure = state.visit > 0 ? state.procedure : procedureOf(terms.procedure)
  const entry = assessingEntry(procedure)
  if (!entry || !terms.standard)
    throw new Refused('unknown', '本批次没有选定标准，不需要逐项自评；请从申报件页面办理。')
  const standard = await readStandard(deps, terms.standard)
  const all = indicatorsOf(standard.content)
  const indicators = given?.reads ? all.filter(({ item }) => given.items.has(item.id)) : all
  const byOffice = !isOfUnit(call)
  const writing = byOffice ? isEntering(call, state, entry) : assessedAt(procedure, entry.name).includes(state.step)
  const looked = { state, terms, procedure, entry, standard, indicators, known, byOffice, ...(given && { given }) }
  if (byOffice && !(await isTheirs(ledger, 'read-dossier', call.caller.holdings, read, unit)))
    throw new Refused('forbidden', '这件申报件没有交您考核，不能查看自评；交付考核之后再查看。')
  const handed = writing ? undefined : assessmentHandedIn(read.commits.flatMap(({ events }) => events))
  if (handed) {
    const { pins } = await readManifest(deps, handed.manifest)
    return { ...looked, handedIn: handed, pins: new Map(pins.map((one) => [one.item, one])), why: undefined }
  }
  if (byOffice && !writing)
    throw new Refused('forbidden', '该单位还没有提交自评；自评随表提交后才能查看，填写中的只有本单位能看。')
  const nothing = given?.writes && given.items.size === 0 ? NOTHING_GIVEN : undefined
  return { ...looked, why: whyNotWriting(call, looked, 'write-dossier') ?? nothing }
}

const NOTHING_GIVEN = '现在没有分给您的自评指标；应由您填写的，请本单位经办人分派。'
const NOT_GIVEN = '此项没有分给您，不能查看和填写；应由您填写的，请本单位经办人分派。'
const READ_ONLY = '此项没有分给您填写，您可以查看。'

/** As the ledger has it: rows may still have what was taken from somebody. */
async function givenOf(
  { ledger }: DossierDeps,
  { caller: { person, holdings }, params: { batch, unit } }: DossierCall,
): Promise<Given | undefined> {
  const [reads, writes] = [
    isOnlyOfGiven('read-dossier', holdings, { unit }),
    isOnlyOfGiven('write-dossier', holdings, { unit }),
  ]
  return reads || writes ? { items: await givenTo(ledger, { batch, unit }, person), reads, writes } : undefined
}

/** Why this caller does not write this one, whatever the others; undefined where they do. */
export const whyNotGiven = ({ given }: Pick<Looked, 'given'>, item: string): string | undefined =>
  given?.writes && !given.items.has(item) ? (given.reads ? NOT_GIVEN : READ_ONLY) : undefined

export const isOfUnit = ({ caller, params }: DossierCall): boolean =>
  caller.holdings.some((held) => held.unit === params.unit)

/** Whether the caller enters the unit's paper 代录, and has begun with its form. */
const isEntering = ({ caller }: DossierCall, { step, papers }: Case, { name, form }: Looked['entry']): boolean =>
  step === name && papers[form]?.byOffice === true && papers[form].makers.includes(caller.person)

/** Undefined also where the form was not returned. */
export const reopenedOf = ({ state, entry }: Pick<Looked, 'state' | 'entry'>): Reopened | undefined =>
  reopenedBy(state.papers[entry.form] ?? NO_PAPER)

type Writing = Pick<Looked, 'state' | 'terms' | 'procedure' | 'entry'>
/** Why this caller may not do it now; undefined where they may. */
export function whyNotWriting(
  { caller: { holdings }, params: { unit }, received }: DossierCall,
  { state, terms, procedure, entry }: Writing,
  command: Extract<Command, 'write-dossier' | 'spread-dossier' | 'finish-dossier'>,
): string | undefined {
  if (terms.cancelled) return `${saidCancelled(terms.cancelled)}，不能再办理。`
  const about = { unit, procedure }
  if (!permissionFor(command, holdings, about)) return '自评由本单位经办人填写，您可以查看。'
  const first = titleOf(procedure, command === 'finish-dossier' ? entry.name : (entry.assesses?.from ?? entry.name))
  if (state.visit === 0 || !permissionFor(command, holdings, { ...about, step: state.step }))
    return `自评在“${first}”环节${first === entry.title ? '' : `到“${entry.title}”环节`}办理；本件${state.visit === 0 ? '还没有开始' : `现处“${placeTitle(procedure, state)}”`}。`
  const { lateFrom } = state
  if (state.step === entry.name && lateFrom && received >= lateFrom)
    return `“${entry.title}”已于${saidEnd(lateFrom)}截止，自评不能再修改。`
  return isClosed(reopenedOf({ state, entry })) ? '退回补正的栏目中没有自评，不能修改。' : undefined
}

/** @throws Refused for whoever may not do it now */
export function mustWrite(
  call: DossierCall,
  looked: Looked,
  command: 'write-dossier' | 'spread-dossier' | 'finish-dossier',
): void {
  mustNotBeCancelled(looked.terms)
  const why = whyNotWriting(call, looked, command)
  if (looked.pins) throw new Refused('elsewhere', why ?? '自评已经提交，不能修改；请刷新后再办。')
  if (why) throw new Refused('elsewhere', why)
}

/** The indicator of that id, of those that this caller reads. @throws Refused */
export function indicatorNamed({ indicators, given }: Pick<Looked, 'indicators' | 'given'>, id: string): Placed {
  const found = indicators.find(({ item }) => item.id === id)
  // Whether the standard has one of that name is not said either.
  if (!found && given?.reads) throw new Refused('forbidden', NOT_GIVEN)
  if (!found) throw new Refused('unknown', `标准中没有编号为“${id}”的指标；请从自评页面重新进入。`)
  return found
}

export type { Manifest }
