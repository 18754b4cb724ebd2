import { writeFileSync } from 'node:fs'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Change, compareEditions } from '#catalogue/edition/compare-editions.ts'
import { placedItems } from '#catalogue/walk-catalogue.ts'
import { CHANGES } from '#catalogue/words/words.ts'
import { Sentence } from '#typed/sentence.ts'
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

/** The machine's map as JSON, for a person to check and to publish with the new edition. */
export function writeMap(oldName: string, newName: string, file: string): string {
  const map = compareEditions(findCatalogue(oldName).catalogue, findCatalogue(newName).catalogue)
  try {
    writeFileSync(file, `[\n${map.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`)
  } catch (error) {
    throw new Sentence(`无法写入${file}（${error instanceof Error ? error.message : error}）；请核对路径。`)
  }
  return `${diffCatalogues(oldName, newName)}\n对照表已写入${file}；请逐行核对，再用 catalogue publish --map ${file} 随新版发布。`
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
