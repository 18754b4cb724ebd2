/** Whether the self-assessment that a form pins is what its unit had written of each indicator by then. */

import type { CallTerms } from '#batch/batch.ts'
import { msBetween } from '#calendar/instant.ts'
import type { Case } from '#case/case.ts'
import type { Saved } from '#case/case-events.ts'
import { NO_PAPER } from '#case/paper.ts'
import { answerStream, contentAt, whatIsMissing } from '#dossier/answer.ts'
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
      whyNotReopened(made, before, state, event.form)
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
 * What is finished is read at once: each version but those that stand as they came back stood while all others did. A list
 * that the form had already was looked at with the save that first pinned it.
 */
function whyNotTogether(
  { batch, unit, pins }: Manifest,
  before: Manifest | undefined,
  { papers }: Pick<Case, 'papers'>,
  { form, selfAssessment }: Saved,
  { dossiers }: Elsewhere,
): string | undefined {
  const { form: held, reopens, indicators } = papers[form] ?? NO_PAPER
  if (held?.selfAssessment?.manifest === selfAssessment?.manifest) return undefined
  const named = reopens?.includes(ASSESSMENT.name) ? indicators : undefined
  const anew = before ? changedPins(before.pins, pins) : named
  const fresh = pins
    .filter(({ item }) => anew?.includes(item) !== false)
    .map(({ item, number }) => {
      const commits = dossiers.commits(answerStream(batch, unit, item))
      return { item, since: commits[number - 1]?.at ?? '', until: commits[number]?.at }
    })
  const latest =
    fresh
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? ''
  const over = fresh.find(({ until }) => until !== undefined && msBetween(until, latest) > MARGIN_MS)
  return over && `所指的自评定稿中“${over.item}”这一项，在其他各项写成以前单位已经改写`
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

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
