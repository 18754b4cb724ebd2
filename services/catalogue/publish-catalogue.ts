import type { Catalogue } from '#catalogue/catalogue.ts'
import { checkCatalogue, sayRemark } from '#catalogue/check/check-catalogue.ts'
import { checkedMap } from '#catalogue/edition/checked-map.ts'
import type { Change } from '#catalogue/edition/compare-editions.ts'
import { WrongCorrection } from '#catalogue/edition/correct-map.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { catalogueKind, catalogueStream, publishVersion, type Versions } from '#catalogue/edition/publish-version.ts'
import type { catalogueEndpoints } from '#contracts/catalogue.ts'
import type { UseCase } from '#edge/use-case.ts'
import { digestOf } from '#ledger/chain.ts'
import type { Contents } from '#ledger/contents.ts'
import { doneBy, execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'
import { contentOf } from './published-versions.ts'

/** More than anybody mends at a time. */
const TOLD = 100

/** Publishes a version of a catalogue; its content and its map lie among the private texts before the event names them. */
export const publishCatalogue =
  ({
    ledger,
    contents,
  }: Pick<CatalogueDeps, 'ledger' | 'contents'>): UseCase<typeof catalogueEndpoints.publishCatalogue> =>
  async ({ body, caller, received, command }) => {
    const { content, findings } = accepted(body.content)
    const stream = catalogueStream(content.id)
    const { state, commits } = await readStream(ledger, catalogueKind, stream)
    const by = caller.person
    // An id that was used for something else leaves nothing behind.
    doneBy(commits, { command, by })
    const map = body.map && (await mapFrom(contents, state, body.version, content, body.map))
    const version = {
      number: body.version,
      title: content.title,
      digest: catalogueDigest(content),
      ...(map && { map: digestOf(map) }),
    }
    const decide = publishVersion(version, { by, received })
    // Asked first, so that what is refused leaves nothing behind.
    if (decide(state).length > 0) await Promise.all([contents.put(content), map && contents.put(map)])
    const { events } = await execute(ledger, catalogueKind, { stream, command, by, decide })
    return {
      catalogue: content.id,
      version: version.number,
      digest: version.digest,
      changed: events.length > 0,
      findings,
    }
  }

/** @throws Refused with every mistake at its place in the content */
function accepted(sent: unknown): { content: Catalogue; findings: string[] } {
  const { catalogue: content, mistakes, findings } = checkCatalogue(sent)
  if (content) return { content, findings: findings.map((one) => sayRemark(content, one)) }
  const fields = mistakes.slice(0, TOLD).map((one) => [one.path.join('.'), sayRemark(sent, one)])
  throw new Refused('incomplete', `标准的内容有${mistakes.length}处错误，没有发布。`, Object.fromEntries(fields))
}

/** @throws Refused when the map does not fit the two editions */
async function mapFrom(
  contents: Contents,
  { versions }: Versions,
  number: number,
  content: Catalogue,
  map: readonly Change[],
): Promise<readonly Change[]> {
  if (number === 1) throw new Refused('conflict', '第1版没有前一版，不需要新旧对照表；请去掉对照表后再发布。')
  const before = versions.find((one) => one.number === number - 1)
  if (!before)
    throw new Refused('conflict', `第${number}版之前没有第${number - 1}版，新旧对照表无从核对；请先发布前一版。`)
  try {
    return checkedMap(map, await contentOf(contents, before), content)
  } catch (error) {
    if (!(error instanceof WrongCorrection)) throw error
    throw new Refused('incomplete', error.message, { map: error.message })
  }
}
