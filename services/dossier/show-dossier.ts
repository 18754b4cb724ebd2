import { saidEnd } from '#calendar/said.ts'
import { type Placed, saidDocument } from '#catalogue/walk-catalogue.ts'
import type { DossierLine, DossierPage, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { whatIsMissing } from '#dossier/answer.ts'
import { placeOf } from '#dossier/indicators.ts'
import { mayChange, type Reopened } from '#dossier/reopened.ts'
import { isToMend } from '#dossier/to-mend.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import type { DossierCall, DossierDeps } from './dossier-deps.ts'
import { earlierBatch } from './earlier-batch.ts'
import { isOfUnit, type Looked, lookAtDossier, reopenedOf, whyNotWriting } from './look-at-dossier.ts'
import { readManifest } from './read-texts.ts'

const NOTHING_WRITTEN = whatIsMissing({ files: [] }) ?? ''
type Line = Pick<DossierLine, 'number' | 'result' | 'missing' | 'files' | 'toMend'>
const NOTHING: Line = { number: 0, missing: NOTHING_WRITTEN, files: 0 }
type Lines = (item: string) => Line
/** `isAs`: whether an indicator says what that version of it says. */
type Listed = { readonly lines: Lines; readonly isAs: (item: string, number: number) => boolean }

/** The standard by its parts, each with how far it is. Its items are read part by part. */
export const readDossier =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.readDossier> =>
  async (call) => {
    const { batch, unit } = call.params
    const looked = await lookAtDossier(deps, call)
    const { state, terms, entry, standard, indicators, known, pins, why } = looked
    const listed = await linesOf(deps, call, looked)
    const { lines } = listed
    const parts = Map.groupBy(indicators, ({ part }) => part)
    const reopened = reopenedOf(looked)
    const { lateFrom } = state
    const isBegun = state.papers[entry.form]?.form?.selfAssessment !== undefined
    // What the unit said of other indicators then is no more theirs than what it says of them now.
    const isNotOffered = pins || why !== undefined || isBegun || looked.given?.writes
    const earlier = isNotOffered ? undefined : await earlierBatch(deps, call)
    return {
      case: `${batch}/${unit}`,
      unit: { id: unit, name: knownAs(known, 'unit', unitStream(unit))?.name ?? unit },
      batch: {
        ...{ id: batch, title: terms.title, trial: terms.trial },
        ...(terms.document && { document: terms.document.number }),
      },
      standard: {
        ...{ title: standard.content.title, version: standard.version },
        document: saidDocument(standard.content),
      },
      view: pins ? 'handedIn' : 'own',
      writes: !pins && why === undefined,
      spread: isOfUnit(call),
      ...(looked.given?.reads && { given: true as const }),
      ...(why && { why }),
      ...(!pins && state.step === entry.name && lateFrom && { due: { lateFrom, said: saidEnd(lateFrom) } }),
      owner: unit,
      parts: [...parts].map(([{ id, number, title }, items]) => ({
        ...{ id, number, title, ...progressOf(items, lines) },
        ...(!pins && toMendOf(reopened, items, lines)),
      })),
      ...progressOf(indicators, lines),
      ...(!pins && reopened && returnedOf(reopened, indicators, lines)),
      ...(await mendedSince(deps, looked)),
      ...finishing(call, looked),
      ...(await changedSince(deps, looked, reopened, listed)),
      ...(earlier && { earlier }),
    }
  }

function returnedOf(
  reopened: Reopened,
  indicators: readonly Placed[],
  lines: Lines,
): Pick<DossierPage, 'reopened' | 'toMend' | 'opinion'> {
  const { back } = reopened
  return {
    reopened: indicators.filter(({ item }) => mayChange(reopened, item.id)).length,
    ...toMendOf(reopened, indicators, lines),
    ...(back?.reason && { opinion: back.reason }),
  }
}

/** Whoever judges it anew looks at what came back: of each indicator, whether another version was handed in. */
async function mendedSince(
  deps: DossierDeps,
  { state, entry, indicators, pins, handedIn }: Looked,
): Promise<Pick<DossierPage, 'cameBack'>> {
  const { indicators: named, returned, sentBack } = state.papers[entry.form] ?? {}
  const before = returned?.selfAssessment?.manifest
  if (!pins || !handedIn || !named || !before || !sentBack || handedIn.at < sentBack.by.at) return {}
  const then = new Map((await readManifest(deps, before)).pins.map((one) => [one.item, one.hash]))
  const shown = indicators.map(({ item }) => item.id).filter((item) => named.includes(item))
  const { mended = [], asBefore = [] } = Object.groupBy(shown, (item) =>
    then.get(item) === pins.get(item)?.hash ? 'asBefore' : 'mended',
  )
  return { cameBack: { mended, asBefore } }
}

const toMendOf = (
  reopened: Reopened | undefined,
  items: readonly Placed[],
  lines: Lines,
): Pick<DossierPage, 'toMend'> =>
  reopened?.back?.indicators ? { toMend: items.filter(({ item }) => lines(item.id).toMend).length } : {}

/** The indicators of one part. */
export const readDossierPart =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.readDossierPart> =>
  async (call) => {
    const looked = await lookAtDossier(deps, call)
    const { part, items } = partNamed(looked, call.params.part)
    const { lines } = await linesOf(deps, call, looked)
    const reopened = looked.pins ? undefined : reopenedOf(looked)
    return {
      id: part.id,
      number: part.number,
      title: part.title,
      items: items.map((placed) => {
        const { item, group } = placed
        return {
          id: item.id,
          place: placeOf(placed),
          title: item.title,
          ...(item.number !== undefined && { n: item.number }),
          ...(group && { group: { number: group.number, title: group.title } }),
          ...lines(item.id),
          ...(reopened && mayChange(reopened, item.id) && { reopened: true as const }),
        }
      }),
    }
  }

/** @throws Refused where the standard has none of that name, or nobody assesses it */
export function partNamed({ indicators }: Pick<Looked, 'indicators'>, id: string) {
  const items = indicators.filter(({ part }) => part.id === id)
  const part = items[0]?.part
  if (!part) throw new Refused('unknown', `标准中没有编号为“${id}”的部分；请从自评页面重新进入。`)
  return { part, items }
}

/** What a list says of each indicator: as it was handed in, or as rows have it, which lag by a moment. */
async function linesOf({ rows }: DossierDeps, { params }: DossierCall, looked: Looked): Promise<Listed> {
  const { pins } = looked
  if (pins)
    return {
      lines: (item) => {
        const pin = pins.get(item)
        return pin ? { number: pin.number, result: pin.result, files: pin.files.length } : NOTHING
      },
      isAs: (item, number) => pins.get(item)?.number === number,
    }
  const found = await rowsOf(rows, 'dossier', LISTS.dossier(params.batch, params.unit))
  const byItem = new Map(found.map((one) => [one.item, one]))
  const back = reopenedOf(looked)?.back
  return {
    lines: (item) => {
      const { number, result, missing, files } = byItem.get(item) ?? NOTHING
      const toMend = isToMend(back, item, byItem.get(item))
      return {
        ...{ number, files, ...(result && { result }), ...(missing && { missing }) },
        ...(toMend && { toMend: true as const }),
      }
    },
    // Rows lag by a moment: what they have of before that version is no change.
    isAs: (item, number) => {
      const row = byItem.get(item)
      return !row || row.number <= number || row.alike?.some((one) => one.number === number) === true
    },
  }
}

function progressOf(items: readonly Placed[], lines: Lines) {
  const all = items.map(({ item }) => lines(item.id))
  const count = (of: DossierLine['result']) => all.filter(({ result, missing }) => !missing && result === of).length
  return {
    items: all.length,
    reached: count('reached'),
    notReached: count('notReached'),
    notApplicable: count('notApplicable'),
    missing: all.filter(({ missing }) => missing !== undefined).length,
  }
}

/** Where it may be finished, with what the form holds of it. */
function finishing(call: DossierCall, looked: Looked): Pick<DossierPage, 'finishing'> {
  const { state, entry, pins } = looked
  if (pins || whyNotWriting(call, looked, 'finish-dossier') !== undefined) return {}
  const { form, returned, sentBack } = state.papers[entry.form] ?? {}
  if (!form?.selfAssessment) return { finishing: { form: entry.form } }
  const { manifest, reached, notReached, notApplicable } = form.selfAssessment
  const isAsReturned = sentBack !== undefined && returned?.selfAssessment?.manifest === manifest
  const counts = { items: reached + notReached + notApplicable, reached, notReached, notApplicable }
  return {
    finishing: {
      form: entry.form,
      pinned: { manifest, ...counts, ...(isAsReturned && { asReturned: true as const }) },
    },
  }
}

/** What of that was written anew since; whoever has only what they were given has no part in the form. */
async function changedSince(
  deps: DossierDeps,
  { state, entry, pins, given }: Looked,
  reopened: Reopened | undefined,
  { isAs }: Listed,
): Promise<Pick<DossierPage, 'changed'>> {
  const { manifest } = state.papers[entry.form]?.form?.selfAssessment ?? {}
  if (pins || given?.reads || manifest === undefined) return {}
  const changed = (await readManifest(deps, manifest)).pins.flatMap(({ item, number }) =>
    mayChange(reopened, item) && !isAs(item, number) ? [item] : [],
  )
  return { changed }
}
