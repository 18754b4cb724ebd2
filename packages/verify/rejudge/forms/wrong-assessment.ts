/**
 * Whether the self-assessment that a form pins is a list that finishing could have made, and that the save could take in.
 * Nobody says when a list was made: it may be of any instant since the form was first filled in, of an earlier visit or
 * under another return too, for a save takes in whatever was ever finished of its case.
 */

import { msBetween, msOf } from '#calendar/instant.ts'
import type { Saved } from '#case/case-events.ts'
import { NO_PAPER } from '#case/paper.ts'
import { answerStream, contentAt, whatIsMissing } from '#dossier/answer.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import { asBeforeOf, changedPins, countsOf, type Manifest, manifest, type Pin } from '#dossier/manifest.ts'
import { isClosed, namedBack, reopenedBy } from '#dossier/reopened.ts'
import { takenOver } from '#dossier/taken-over.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { canonicalJson } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'
import { stepOf } from '#procedure/procedure.ts'
import type { Bodies } from '../../bodies.ts'
import { MOMENT_MS } from '../../verify-roots.ts'
import { callsAt } from '../calls.ts'
import { type Elsewhere, Untold } from '../elsewhere.ts'
import { textOf } from './text-of.ts'

type Wrong = { readonly field: string; readonly how: string }
type Saving = { readonly stream: string; readonly number: number; readonly event: Saved }
type Texts = Pick<Bodies, 'text'>
const MISCOUNTED = '退回的指标中没有改的项数与自评定稿不符'

/** Undefined also where the list, or another that it goes on from, is not at hand, or what it rests on is not as it was written. */
export async function wrongAssessment(saving: Saving, elsewhere: Elsewhere, texts: Texts): Promise<Wrong | undefined> {
  const { stream, number, event } = saving
  const pinned = event.selfAssessment
  const text = pinned && (await textOf(texts, pinned.manifest))
  if (!pinned || text === undefined) return undefined
  const { data: made } = manifest.safeParse(text)
  const wrong = (part: string, how: string): Wrong => ({ field: `selfAssessment.${part}`, how })
  if (!made) return wrong('manifest', '所指的内容不是自评定稿')
  const { manifest: list, asBefore, ...counts } = pinned
  if (canonicalJson(counts) !== canonicalJson(countsOf(made))) return wrong('reached', '等项数与自评定稿不符')
  try {
    const paper = elsewhere.cases.before(stream, number).papers[event.form] ?? NO_PAPER
    const held = paper.form?.selfAssessment
    // A list that the form had already was looked at with the save that took it in, and keeps what was said of it.
    if (held?.manifest === list) return held.asBefore === asBefore ? undefined : wrong('asBefore', MISCOUNTED)
    const notOurs =
      whyNotOfCase(text, made, saving, elsewhere) ??
      firstOf(made.pins, (pin) => whyNotWritten(pin, made, saving, elsewhere))
    if (notOurs !== undefined) return wrong('manifest', notOurs)
    const back = namedBack(paper)
    const then = await pinsOf(texts, back?.list)
    const other = back && changedPins(then, made.pins).find((item) => !back.indicators.includes(item))
    if (other !== undefined) return wrong('manifest', `所指的自评定稿改了没有退回的指标“${other}”`)
    const never = await whyNotFinished(made, saving, elsewhere, texts)
    if (never !== undefined) return wrong('manifest', never)
    const left = back ? asBeforeOf(then, made.pins, back.indicators) : 0
    return asBefore === (left || undefined) ? undefined : wrong('asBefore', MISCOUNTED)
  } catch (error) {
    if (error instanceof Untold || error instanceof Refused) return undefined
    throw error
  }
}

async function pinsOf(texts: Texts, list: string | undefined): Promise<readonly Pin[]> {
  if (list === undefined) return []
  const { data } = manifest.safeParse(await textOf(texts, list))
  if (!data) throw new Untold(list)
  return data.pins
}

function whyNotOfCase(
  text: unknown,
  made: Manifest,
  { stream, event: { at } }: Saving,
  elsewhere: Elsewhere,
): string | undefined {
  const [, batch = '', unit = ''] = stream.split('/')
  // With nothing beside it of the standard that the call does not say.
  const isOfCall = callsAt(elsewhere, batch, at).some(
    ({ standard }) => canonicalJson({ ...made, batch, unit, standard }) === canonicalJson(text),
  )
  if (!isOfCall) return '所指的自评定稿不是本件的'
  const published = elsewhere.catalogueOf(made.standard.digest)
  const items = published && indicatorsOf(published).map(({ item }) => item.id)
  return items && items.join('\n') !== made.pins.map(({ item }) => item).join('\n')
    ? '所指的自评定稿没有逐项列出标准的指标'
    : undefined
}

function whyNotWritten(
  { item, number, hash, result, files }: Pin,
  { batch, unit }: Manifest,
  { event: { at } }: Saving,
  { dossiers }: Elsewhere,
): string | undefined {
  const stream = answerStream(batch, unit, item)
  const written = dossiers.commits(stream)[number - 1]
  if (written?.hash !== hash || msBetween(at, written.at) > MOMENT_MS)
    return `所指的自评定稿中“${item}”这一项，单位当时没有这样写过`
  const said = contentAt(dossiers.before(stream, number + 1), number)
  const isSame = said.result === result && said.files.map(digestOfUse).join() === files.join()
  return isSame && whatIsMissing(said) === undefined
    ? undefined
    : `所指的自评定稿中“${item}”这一项与单位所写的不同，或者没有写完`
}

/** Undefined where finishing would have made just these pins at some instant while the form was filled in, by the save. */
async function whyNotFinished(
  made: Manifest,
  { stream, number, event }: Saving,
  { cases, dossiers }: Elsewhere,
  texts: Texts,
): Promise<string | undefined> {
  const commits = cases.commits(stream)
  let why: string | undefined
  // As the case stood before each of its commits, the newest first.
  for (const { number: next, at: to } of commits.slice(0, number).toReversed()) {
    const { papers, procedure, step } = cases.before(stream, next)
    const { [event.form]: paper = NO_PAPER } = papers
    const reopened = reopenedBy(paper)
    if (stepOf(procedure, step, 'entry')?.form !== event.form || isClosed(reopened)) continue
    const returned = await pinsOf(texts, reopened && paper.returned?.selfAssessment?.manifest)
    const over = takenOver(reopened, { returned, held: await pinsOf(texts, paper.form?.selfAssessment?.manifest) })
    let left = both([spanOf(commits[next - 2]?.at, to)], [spanOf(undefined, event.at)])
    const odd = made.pins.find((pin) => {
      left = both(left, whenPinned(pin, over, answerStream(made.batch, made.unit, pin.item), dossiers))
      return left.length === 0
    })
    if (!odd) return undefined
    why ??= `所指的自评定稿中“${odd.item}”这一项，在其他各项写成以前单位已经改写，或者当时应当列出另一次填写`
  }
  return why ?? '所指的自评定稿在单位可以定稿以前已经列入'
}

/** When finishing would have pinned just that version of an indicator. */
function whenPinned(
  { item, number }: Pin,
  over: ReturnType<typeof takenOver>,
  stream: string,
  dossiers: Elsewhere['dossiers'],
): readonly Span[] {
  const closed = over.closed(item)
  if (closed) return closed.number === number ? [spanOf()] : []
  return dossiers.commits(stream).flatMap(({ number: newest, at }, i, all) => {
    const pinned = over.again(item, dossiers.before(stream, newest + 1))?.number ?? newest
    return pinned === number ? [spanOf(at, all[i + 1]?.at)] : []
  })
}

type Span = { readonly from: number; readonly to: number }
/** Half a minute more on either side, so that clocks differ by no more than a minute. */
const spanOf = (from?: string, to?: string): Span => ({
  from: from === undefined ? Number.NEGATIVE_INFINITY : msOf(from) - MOMENT_MS / 2,
  to: to === undefined ? Number.POSITIVE_INFINITY : msOf(to) + MOMENT_MS / 2,
})
const both = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some
    .flatMap((one) => others.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter(({ from, to }) => from <= to)

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
