import { dateOf } from '#calendar/deadline.ts'
import type { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { answerStream, contentAt, dossierKind, whatIsMissing } from '#dossier/answer.ts'
import { placeOf } from '#dossier/indicators.ts'
import type { Pin } from '#dossier/manifest.ts'
import type { UseCase } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { filesOfUnit } from './kept-files.ts'
import { type Looked, lookAtDossier } from './look-at-dossier.ts'
import { readManifest } from './read-texts.ts'
import { partNamed } from './show-dossier.ts'
import { someAtOnce } from './some-at-once.ts'

/** A part of the report: what was handed in, else what was finished, else what is written, which is a draft. */
export const readReportPart =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.readReportPart> =>
  async (call) => {
    const { batch, unit } = call.params
    const looked = await lookAtDossier(deps, call)
    const { part, items } = partNamed(looked, call.params.part)
    const { manifest, pins } = await pinned(deps, looked)
    const contents = await someAtOnce(items, async ({ item: { id } }) => {
      const { state } = await readStream(deps.ledger, dossierKind, answerStream(batch, unit, id))
      // What was pinned without it, the standard not having had it then, was not answered.
      return contentAt(state, pins ? (pins.get(id)?.number ?? 0) : undefined)
    })
    const files = await filesOfUnit(
      deps,
      unit,
      contents.flatMap((one) => one.files),
      false,
    )
    const named = new Map(
      files.map(({ asked, reference: { name, note } }) => [asked, note ? `${name}（${note}）` : name]),
    )
    return {
      ...{ id: part.id, number: part.number, title: part.title },
      ...(manifest && { manifest }),
      ...(looked.handedIn && { on: dateOf(looked.handedIn.at) }),
      lines: items.map((placed, at) => {
        const { item, group } = placed
        const { result, text, files: uses } = contents[at] ?? { files: [] }
        const missing = whatIsMissing({ files: [], ...(result && { result }), ...(text && { text }) })
        return {
          ...{ place: placeOf(placed), title: item.title },
          ...(item.number !== undefined && { n: item.number }),
          ...(group && { group: { number: group.number, title: group.title } }),
          ...(result && { result }),
          ...(text && { text }),
          files: uses.map((used) => named.get(used) ?? used),
          ...(missing && { missing }),
        }
      }),
    }
  }

type Pinned = { readonly manifest?: string; readonly pins?: ReadonlyMap<string, Pin> }
async function pinned(deps: DossierDeps, { state, entry, pins, handedIn }: Looked): Promise<Pinned> {
  if (pins && handedIn) return { manifest: handedIn.manifest, pins }
  const { manifest } = state.papers[entry.form]?.form?.selfAssessment ?? {}
  if (!manifest) return {}
  const { pins: finished } = await readManifest(deps, manifest)
  return { manifest, pins: new Map(finished.map((one) => [one.item, one])) }
}
