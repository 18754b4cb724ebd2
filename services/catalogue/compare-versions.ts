import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Change, compareEditions } from '#catalogue/edition/compare-editions.ts'
import { placedItems } from '#catalogue/walk-catalogue.ts'
import { type catalogueEndpoints, editionMap } from '#contracts/catalogue.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import type { CatalogueDeps } from './catalogue-deps.ts'
import { contentOf, publishedVersions, versionAsked, versionLine } from './published-versions.ts'

/** What became of each item between two versions: by the map that was published, or by machine where they are not neighbours. */
export const compareVersions =
  ({
    ledger,
    contents,
  }: Pick<CatalogueDeps, 'ledger' | 'contents'>): UseCase<typeof catalogueEndpoints.compareVersions> =>
  async ({ params: { catalogue }, query }) => {
    const { versions, newest } = await publishedVersions({ ledger }, catalogue)
    const to = versionAsked(versions, query.to, newest)
    const before = versions.find(({ number }) => number === to.number - 1)
    const from = versionAsked(versions, query.from, before ?? to)
    if (from.number >= to.number)
      throw new Refused(
        'incomplete',
        `对照应从较早的一版到较晚的一版，收到的是第${from.number}版到第${to.number}版；“${newest.title}”现有${versions.length}版。`,
      )
    const [old, next] = await Promise.all([contentOf(contents, from), contentOf(contents, to)])
    const published = from.number + 1 === to.number ? to.map : undefined
    const changes: readonly Change[] = published
      ? editionMap.parse(await contents.get(published))
      : compareEditions(old, next)
    const [named, renamed] = [sideOf(old), sideOf(next)]
    return {
      from: versionLine(from),
      to: versionLine(to),
      checked: published !== undefined,
      changes: changes.map((line) => ({ change: line.change, old: line.old.map(named), new: line.new.map(renamed) })),
    }
  }

/** An item by its id: its title, and where it stands. */
function sideOf(catalogue: Catalogue): (id: string) => { id: string; title: string; place: string } {
  const placed = new Map(placedItems(catalogue).map((one) => [one.item.id, one]))
  return (id) => {
    const found = placed.get(id)
    const within = found?.group ?? found?.part
    return { id, title: found?.item.title ?? id, place: within ? `${within.number} ${within.title}` : '' }
  }
}
