/** Whether the self-assessment that a form pins is what its unit had written of each indicator by then. */

import type { CallTerms } from '#batch/batch.ts'
import { msBetween } from '#calendar/instant.ts'
import type { Case } from '#case/case.ts'
import type { Saved } from '#case/case-events.ts'
import { NO_PAPER, type Paper } from '#case/paper.ts'
import { type Answer, answerStream, contentAt, saysTheSame, whatIsMissing } from '#dossier/answer.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import { asBeforeOf, changedPins, countsOf, type Manifest, manifest, type Pin } from '#dossier/manifest.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { canonicalJson } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import type { Bodies } from '../../bodies.ts'
import { MARGIN_MS } from '../../verify-roots.ts'
import { callsAt } from '../calls.ts'
import { type Elsewhere, Untold } from '../elsewhere.ts'
import { textOf } from './text-of.ts'

type Wrong = { readonly field: string; readonly how: string }
type Saving = { readonly stream: string; readonly number: number; readonly event: Saved }

/** Undefined also where the list is not at hand, or what it rests on is not as it was written. */
export async function wrongAssessment(
  { stream, number, event }: Saving,
  elsewhere: Elsewhere,
  bodies: Pick<Bodies, 'text'>,
): Promise<Wrong | undefined> {
  const pinned = event.selfAssessment
  const text = pinned && (await textOf(bodies, pinned.manifest))
  if (!pinned || text === undefined) return undefined
  const { data: made } = manifest.safeParse(text)
  const wrong = (part: string, how: string): Wrong => ({ field: `selfAssessment.${part}`, how })
  if (!made) return wrong('manifest', '所指的内容不是自评定稿')
  const { manifest: _named, asBefore, ...counts } = pinned
  if (canonicalJson(counts) !== canonicalJson(countsOf(made))) return wrong('reached', '等项数与自评定稿不符')
  try {
    const state = elsewhere.cases.before(stream, number)
    const [, batch = '', unit = ''] = stream.split('/')
    const before = await listReturned(state, event.form, bodies)
    const how =
      whyNotOfCase(made, { batch, unit, at: event.at }, elsewhere) ??
      firstOf(made.pins, (pin) => whyNotWritten(pin, made, event.at, elsewhere)) ??
      whyNotTogether(made, before, state, event, elsewhere) ??
      whyNotReopened(made, before, state, event.form) ??
      whyNotMended(made, before, state, event, elsewhere)
    if (how !== undefined) return wrong('manifest', how)
    return asBefore === whatIsLeft(made, before, state, event)
      ? undefined
      : wrong('asBefore', '退回的指标中没有改的项数与自评定稿不符')
  } catch (error) {
    if (error instanceof Untold || error instanceof Refused) return undefined
    throw error
  }
}

type Of = { readonly batch: string; readonly unit: string; readonly at: string }
function whyNotOfCase(made: Manifest, { batch, unit, at }: Of, elsewhere: Elsewhere): string | undefined {
  const isOfCall = callsAt(elsewhere, batch, at).some(({ standard }) => isVersion(standard, made.standard))
  if (made.batch !== batch || made.unit !== unit || !isOfCall) return '所指的自评定稿不是本件的'
  const published = elsewhere.catalogueOf(made.standard.digest)
  const items = published && indicatorsOf(published).map(({ item }) => item.id)
  return items && items.join('\n') !== made.pins.map(({ item }) => item).join('\n')
    ? '所指的自评定稿没有逐项列出标准的指标'
    : undefined
}

const isVersion = (of: CallTerms['standard'], { catalogue, version, digest }: Manifest['standard']): boolean =>
  of?.catalogue === catalogue && of.version === version && of.digest === digest

function whyNotWritten(
  { item, number, hash, result, files }: Pin,
  { batch, unit }: Manifest,
  at: string,
  { dossiers }: Elsewhere,
): string | undefined {
  const stream = answerStream(batch, unit, item)
  const said = contentAt(dossiers.before(stream, number + 1), number)
  const isWritten = dossiers.commits(stream)[number - 1]?.hash === hash && dossiers.at(stream, at).some(has(number))
  if (!isWritten) return `所指的自评定稿中“${item}”这一项，单位当时没有这样写过`
  const isSame = said.result === result && said.files.map(digestOfUse).join() === files.join()
  return isSame && whatIsMissing(said) === undefined
    ? undefined
    : `所指的自评定稿中“${item}”这一项与单位所写的不同，或者没有写完`
}
const has =
  (number: number) =>
  ({ versions }: { readonly versions: readonly unknown[] }) =>
    versions.length >= number

/** The list with which the form came back last; undefined also where it is not at hand. */
async function listReturned(
  { papers }: Pick<Case, 'papers'>,
  form: string,
  bodies: Pick<Bodies, 'text'>,
): Promise<Manifest | undefined> {
  const { returned } = papers[form] ?? NO_PAPER
  const then = returned?.selfAssessment && (await textOf(bodies, returned.selfAssessment.manifest))
  return manifest.safeParse(then).data
}

/**
 * What is finished is read at once: at one instant each indicator said what its pinned version says. A list that the form
 * had already was looked at with the save that first pinned it.
 */
function whyNotTogether(
  made: Manifest,
  before: Manifest | undefined,
  { papers }: Pick<Case, 'papers'>,
  { form, selfAssessment }: Saved,
  { dossiers }: Elsewhere,
): string | undefined {
  const paper = papers[form] ?? NO_PAPER
  if (paper.form?.selfAssessment?.manifest === selfAssessment?.manifest) return undefined
  const read = made.pins.flatMap((pin) => {
    const times = saidAt(answerTo(made, pin.item, dossiers), pin.number)
    return isTakenOver(pin, before, paper, times.last) ? [] : [{ item: pin.item, spans: times.spans }]
  })
  const starts = read.flatMap(({ spans }) => spans.map(({ from }) => from))
  const otherwise = (at: string) => read.find(({ spans }) => !spans.some((span) => isWithin(at, span)))
  if (read.length === 0 || starts.some((at) => otherwise(at) === undefined)) return undefined
  // Of all instants the one is shown at which the last of them began to say that.
  const over = otherwise(starts.toSorted().at(-1) ?? '')
  return over && `所指的自评定稿中“${over.item}”这一项，在其他各项写成以前单位已经改写`
}

/** With every version that was ever written. */
function answerTo({ batch, unit }: Manifest, item: string, dossiers: Elsewhere['dossiers']): Answer {
  const stream = answerStream(batch, unit, item)
  return dossiers.before(stream, dossiers.commits(stream).length + 1)
}

type Span = { readonly from: string; readonly to?: string | undefined }
const isWithin = (at: string, { from, to }: Span): boolean =>
  msBetween(at, from) <= MARGIN_MS && (to === undefined || msBetween(to, at) <= MARGIN_MS)

/** When an indicator said what one of its versions says, and when it was last written. */
function saidAt(answer: Answer, number: number): { readonly spans: readonly Span[]; readonly last: string } {
  const said = contentAt(answer, number)
  const spans = answer.versions.flatMap((one, i) =>
    saysTheSame(one, said) ? [{ from: one.at, to: answer.versions[i + 1]?.at }] : [],
  )
  return { spans, last: answer.versions.at(-1)?.at ?? '' }
}

/** What a return leaves closed is taken over as it came back, and so is what nobody has written since. */
function isTakenOver(
  { item, number, hash }: Pin,
  before: Manifest | undefined,
  { reopens, indicators, sentBack }: Paper,
  last: string,
): boolean {
  if (!sentBack || !reopens?.includes(ASSESSMENT.name)) return false
  if (indicators?.includes(item) === false) return true
  const then = before?.pins.find((one) => one.item === item)
  return then?.number === number && then.hash === hash && last < sentBack.by.at
}

/** Of what a return names, what stands as it came back; a list that the form had already keeps what was said of it. */
function whatIsLeft(
  { pins }: Manifest,
  before: Manifest | undefined,
  { papers }: Pick<Case, 'papers'>,
  { form, selfAssessment }: Saved,
): number | undefined {
  const { form: held, reopens, indicators, returned } = papers[form] ?? NO_PAPER
  if (held?.selfAssessment && held.selfAssessment.manifest === selfAssessment?.manifest)
    return held.selfAssessment.asBefore
  if (!reopens || !indicators || !returned?.selfAssessment) return undefined
  // Whoever has not the list cannot count.
  if (!before) return selfAssessment?.asBefore
  return asBeforeOf(before.pins, pins, indicators) || undefined
}

/** After a return only what it names comes anew. */
function whyNotReopened(
  made: Manifest,
  before: Manifest | undefined,
  { papers }: Pick<Case, 'papers'>,
  form: string,
): string | undefined {
  const { reopens, indicators } = papers[form] ?? NO_PAPER
  if (!reopens || !indicators || !before) return undefined
  const odd = changedPins(before.pins, made.pins).find((item) => !indicators.includes(item))
  return odd === undefined ? undefined : `所指的自评定稿改了没有退回的指标“${odd}”`
}

/** An indicator that says what it said when it came back is pinned as it came back, and is not among the mended ones. */
function whyNotMended(
  made: Manifest,
  before: Manifest | undefined,
  { papers }: Pick<Case, 'papers'>,
  { form, selfAssessment }: Saved,
  { dossiers }: Elsewhere,
): string | undefined {
  const { form: held, sentBack, reopens } = papers[form] ?? NO_PAPER
  // A return that names nothing is finished as if there had been none.
  if (!sentBack || !reopens || !before || held?.selfAssessment?.manifest === selfAssessment?.manifest) return undefined
  const then = new Map(before.pins.map((one) => [one.item, one.number]))
  const odd = made.pins.find(({ item, number }) => {
    const was = then.get(item)
    if (was === undefined || was === number) return false
    const answer = answerTo(made, item, dossiers)
    return saysTheSame(contentAt(answer, was), contentAt(answer, number))
  })
  return odd && `所指的自评定稿把没有改的指标“${odd.item}”列为改过`
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
