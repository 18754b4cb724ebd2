import { type Item, type Part, wordOf } from '#catalogue/catalogue.ts'
import { packIds } from '#catalogue/open-packs.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import { findCatalogue } from './find-catalogue.ts'
import { table } from './table.ts'

export function listCatalogues(): string {
  const rows = packIds().map((id) => {
    const { catalogue, findings } = findCatalogue(id)
    const { title, place, document, parts, organs } = catalogue
    const items = itemsOf(catalogue)
    return [
      id,
      title,
      place,
      document.number ? wordOf(document.number) : '无文号',
      contentOf(parts, items),
      organs.length > 0 ? `${organs.length}个` : '—',
      findings.length > 0 ? `${findings.length}处` : '—',
    ]
  })
  return table([['标识', '名称', '地方', '文号', '内容', '机关', '提示'], ...rows])
}

/** 7部分 29组 96条，否决6条; what the document states outside its numbering is counted apart. */
function contentOf(parts: readonly Part[], items: readonly Item[]): string {
  const groups = parts.flatMap((part) => part.groups ?? []).length
  const vetoes = items.filter(({ kind }) => kind === 'veto').length
  const unnumbered = items.filter(({ number }) => number === undefined).length
  const also = [vetoes > 0 && `，否决${vetoes}条`, unnumbered > 0 && `，未编号${unnumbered}条`].filter(Boolean).join('')
  return `${parts.length}部分${groups > 0 ? ` ${groups}组` : ''} ${items.length - vetoes - unnumbered}条${also}`
}
