import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Change, compareEditions } from '#catalogue/compare-editions.ts'
import { placedItems } from '#catalogue/walk-catalogue.ts'
import { CHANGES } from '#catalogue/words.ts'
import { findCatalogue } from './find-catalogue.ts'

export function diffCatalogues(oldName: string, newName: string): string {
  const before = findCatalogue(oldName).catalogue
  const after = findCatalogue(newName).catalogue
  const changes = compareEditions(before, after)
  const counts = Object.entries(CHANGES).flatMap(([change, word]) => {
    const count = changes.filter((one) => one.change === change).length
    return count > 0 ? [`${word}${count}`] : []
  })
  const lines = changes.filter(({ change }) => change !== 'same').map((change) => sayChange(change, before, after))
  return [`${before.title} → ${after.title}：${counts.join('，')}`, '由程序比对，发布前请人工核对。', ...lines].join(
    '\n',
  )
}

function sayChange({ change, old, new: to }: Change, before: Catalogue, after: Catalogue): string {
  const named = (ids: readonly string[], catalogue: Catalogue) =>
    placedItems(catalogue)
      .filter(({ item }) => ids.includes(item.id))
      .map(
        ({ item, part, group }) =>
          `${item.id} ${item.title}${change === 'moved' ? `（${(group ?? part).title}）` : ''}`,
      )
      .join(' ＋ ')
  const sides = [named(old, before), named(to, after)].filter(Boolean)
  return `  ${CHANGES[change]}：${sides.join(' → ')}`
}
