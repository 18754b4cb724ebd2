import { wordOf } from '#catalogue/catalogue.ts'
import { packIds } from '#catalogue/open-packs.ts'
import { sayExtent } from '#catalogue/words/say-extent.ts'
import { findCatalogue } from './find-catalogue.ts'
import { table } from './table.ts'

export function listCatalogues(): string {
  const rows = packIds().map((id) => {
    const { catalogue, findings } = findCatalogue(id)
    const { title, place, document, organs } = catalogue
    return [
      id,
      title,
      place,
      document.number ? wordOf(document.number) : '无文号',
      sayExtent(catalogue),
      organs.length > 0 ? `${organs.length}个` : '—',
      findings.length > 0 ? `${findings.length}处` : '—',
    ]
  })
  return table([['标识', '名称', '地方', '文号', '内容', '机关', '提示'], ...rows])
}
