import type { Catalogue } from './catalogue.ts'
import { itemsOf } from './walk-catalogue.ts'

/** An item of a list as a call freezes it. */
export type AskedItem = { readonly id: string; readonly title: string }

/**
 * What a call asks for of a catalogue that it chose: as basic conditions every item; as vetoes the items that the
 * catalogue marks as such, or every one where it marks none, being a list of vetoes itself.
 */
export function askedItems(catalogue: Catalogue, as: 'conditions' | 'vetoes'): readonly AskedItem[] {
  const all = itemsOf(catalogue)
  const marked = as === 'vetoes' ? all.filter(({ kind }) => kind === 'veto') : []
  return (marked.length > 0 ? marked : all).map(({ id, title }) => ({ id, title }))
}
