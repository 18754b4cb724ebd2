import type { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { answerStream, contentAt, dossierKind, whatIsMissing } from '#dossier/answer.ts'
import { placeOf } from '#dossier/indicators.ts'
import { changedPins, countsOf, type Manifest, type Pin } from '#dossier/manifest.ts'
import { takenOver } from '#dossier/taken-over.ts'
import type { UseCase } from '#edge/use-case.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { filesOfUnit } from './kept-files.ts'
import { lookAtDossier, mustWrite, reopenedOf } from './look-at-dossier.ts'
import { readManifest } from './read-texts.ts'
import { someAtOnce } from './some-at-once.ts'

/**
 * Lists the version of every answer, once every indicator has one. Nothing is decided yet: the form takes the list's
 * digest in, is signed with it and handed in with it, and what is written later is no part of it.
 */
export const finishDossier =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.finishDossier> =>
  async (call) => {
    const { batch, unit } = call.params
    const looked = await lookAtDossier(deps, call)
    mustWrite(call, looked, 'finish-dossier')
    const { state, entry, indicators, standard } = looked
    const form = state.papers[entry.form]
    const reopened = reopenedOf(looked)
    const back = reopened && form?.returned?.selfAssessment
    const returned = back ? (await readManifest(deps, back.manifest)).pins : []
    const holds = form?.form?.selfAssessment?.manifest
    const held = holds ? (await readManifest(deps, holds)).pins : []
    const over = takenOver(reopened, { returned, held })
    const found = await someAtOnce(indicators, async (placed) => {
      const { id } = placed.item
      const closed = over.closed(id)
      if (closed) return { pin: closed, uses: [] }
      const { commits, state: answer } = await readStream(deps.ledger, dossierKind, answerStream(batch, unit, id))
      const { result, files, ...rest } = contentAt(answer)
      const missing = whatIsMissing({ result, files, ...rest })
      const hash = commits.at(-1)?.hash
      if (missing || !result || !hash)
        return { missing: [id, `${placeOf(placed)}“${placed.item.title}”${missing}`] as const }
      const pin: Pin = { item: id, number: answer.versions.length, hash, result, files: files.map(digestOfUse) }
      return { pin: over.again(id, answer) ?? pin, uses: files }
    })
    const missing = found.flatMap((one) => (one.missing ? [one.missing] : []))
    if (missing.length > 0)
      throw new Refused('incomplete', `自评还有${missing.length}项没有写完，不能定稿。`, Object.fromEntries(missing))
    const wrong = deps.scan
      ? (
          await filesOfUnit(
            deps,
            unit,
            found.flatMap(({ uses }) => uses ?? []),
            true,
          )
        ).flatMap((one) => one.wrong ?? [])
      : []
    if (wrong.length > 0) throw new Refused('conflict', `${wrong.join('。')}。请在引用它的指标中换掉或者移除，再定稿。`)
    const pins = found.flatMap(({ pin }) => pin ?? [])
    const { content: _content, ...chosen } = standard
    const made: Manifest = { kind: 'selfAssessment', batch, unit, standard: chosen, pins }
    const changed = holds ? changedPins(held, pins).length : pins.length
    return { manifest: await deps.contents.put(made), items: pins.length, ...countsOf(made), changed }
  }
