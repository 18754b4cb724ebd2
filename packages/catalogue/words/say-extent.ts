import type { Catalogue } from '../catalogue.ts'
import { itemsOf } from '../walk-catalogue.ts'

/** 7部分 29组 96条，否决6条; what the document states outside its numbering is counted apart. */
export function sayExtent(catalogue: Catalogue): string {
  const { parts } = catalogue
  const items = itemsOf(catalogue)
  const groups = parts.flatMap((part) => part.groups ?? []).length
  const vetoes = items.filter(({ kind }) => kind === 'veto').length
  const unnumbered = items.filter(({ number }) => number === undefined).length
  const also = [vetoes > 0 && `，否决${vetoes}条`, unnumbered > 0 && `，未编号${unnumbered}条`].filter(Boolean).join('')
  return `${parts.length}部分${groups > 0 ? ` ${groups}组` : ''} ${items.length - vetoes - unnumbered}条${also}`
}
