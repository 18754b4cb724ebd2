import { wordOf } from '#catalogue/catalogue.ts'
import { packIds } from '#catalogue/open-packs.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import { findCatalogue } from './find-catalogue.ts'
import { table } from './table.ts'

export function listCatalogues(): string {
  const rows = packIds().map((id) => {
    const { catalogue, findings } = findCatalogue(id)
    const { title, place, document, parts, organs } = catalogue
    const items = itemsOf(catalogue)
    const groups = parts.flatMap((part) => part.groups ?? []).length
    const vetoes = items.filter(({ kind }) => kind === 'veto').length
    return [
      id,
      title,
      place,
      document.number ? wordOf(document.number) : '无文号',
      `${parts.length}部分${groups > 0 ? ` ${groups}组` : ''} ${items.length - vetoes}条${vetoes > 0 ? `，否决${vetoes}条` : ''}`,
      organs.length > 0 ? `${organs.length}个` : '—',
      findings.length > 0 ? `${findings.length}处` : '—',
    ]
  })
  return table([['标识', '名称', '地方', '文号', '内容', '机关', '提示'], ...rows])
}
