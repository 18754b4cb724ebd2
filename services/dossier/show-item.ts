import type { DossierItem, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Answer } from '#dossier/answer.ts'
import {
  type AnswerContent,
  alikeBefore,
  answerStream,
  contentAt,
  dossierKind,
  whatIsMissing,
} from '#dossier/answer.ts'
import { placeOf } from '#dossier/indicators.ts'
import { mayChange } from '#dossier/reopened.ts'
import { isToMend } from '#dossier/to-mend.ts'
import type { UseCase } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { readStream } from '#ledger/ledger.ts'
import { personStream } from '#roster/person.ts'
import { NOTHING_KNOWN } from '#rows/known.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import type { DossierCall, DossierDeps } from './dossier-deps.ts'
import { filesOfUnit } from './kept-files.ts'
import { indicatorNamed, type Looked, lookAtDossier, reopenedOf, whyNotGiven } from './look-at-dossier.ts'
import { readManifest } from './read-texts.ts'

/** One indicator with what is said of it; of one that was handed in, the version that was pinned. */
export const readDossierItem =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.readDossierItem> =>
  async (call) => {
    const { batch, unit, item } = call.params
    const [looked, { state }] = await Promise.all([
      lookAtDossier(deps, call),
      readStream(deps.ledger, dossierKind, answerStream(batch, unit, item)),
    ])
    return showItem(deps, { ...call, params: { ...call.params, item } }, looked, state)
  }

type ItemCall = DossierCall & { readonly params: { readonly item: string } }

export async function showItem(
  deps: DossierDeps,
  { params: { unit, item: id } }: ItemCall,
  looked: Looked,
  answer: Answer,
): Promise<DossierItem> {
  const placed = indicatorNamed(looked, id)
  const { item, part } = placed
  const { pins, why, known } = looked
  const number = pins ? (pins.get(id)?.number ?? 0) : answer.versions.length
  const content = number > 0 ? contentAt(answer, number) : { files: [] }
  const version = answer.versions[number - 1]
  const reopened = pins ? undefined : reopenedOf(looked)
  const closed = mayChange(reopened, id) ? undefined : '此项没有退回，不能修改。'
  const streams = content.files.map((used) => evidenceStream(unit, used))
  if (version && !known.has(personStream(version.by))) streams.push(personStream(version.by))
  const more = streams.length > 0 ? await deps.rows.many(streams) : NOTHING_KNOWN
  const [files, by, before] = await Promise.all([
    filesOfUnit(deps, unit, content.files, false, more),
    version && namesOfPeople(deps, [version.by], new Map([...known, ...more])).then((nameOf) => nameOf(version.by)),
    reopened && !closed ? handedInBefore(deps, unit, looked, id, answer) : undefined,
  ])
  const missing = whatIsMissing(content)
  const whyNot = why ?? (pins ? undefined : (whyNotGiven(looked, id) ?? closed))
  return {
    id,
    part: part.id,
    place: placeOf(placed),
    title: item.title,
    evidence: item.evidence,
    ...(item.note && { note: item.note }),
    number,
    ...said(content),
    files: [...content.files],
    references: files.map(({ reference }) => reference),
    ...(missing && { missing }),
    ...(version && by && { by, at: version.at }),
    ...(isToMend(reopened?.back, id, { at: version?.at, alike: alikeBefore(answer) }) && { toMend: true as const }),
    writes: !pins && whyNot === undefined,
    ...(whyNot && { why: whyNot }),
    ...(before && { before }),
  }
}

const said = ({ result, text }: AnswerContent) => ({ ...(result && { result }), ...(text && { text }) })

/** What the unit had handed in before the return that names this indicator. */
async function handedInBefore(deps: DossierDeps, unit: string, { state, entry }: Looked, id: string, answer: Answer) {
  const then = state.papers[entry.form]?.returned?.selfAssessment?.manifest
  if (!then) return undefined
  const pin = (await readManifest(deps, then)).pins.find((one) => one.item === id)
  if (!pin) return undefined
  const content = contentAt(answer, pin.number)
  const files = await filesOfUnit(deps, unit, content.files, false)
  return { ...said(content), references: files.map(({ reference }) => reference) }
}
