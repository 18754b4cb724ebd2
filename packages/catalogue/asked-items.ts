import type { Catalogue } from './catalogue.ts'
import { itemsOf } from './walk-catalogue.ts'

/** An item of a list as a call freezes it. */
export type AskedItem = { readonly id: string; readonly title: string }

/**
 * What a call asks for of a catalogue that it chose: as vetoes the items that the catalogue marks as such, and as basic
 * conditions every other. What a document wants to be there is no ground to exclude who has it.
 */
export function askedItems(catalogue: Catalogue, as: 'conditions' | 'vetoes'): readonly AskedItem[] {
  return itemsOf(catalogue)
    .filter(({ kind }) => (kind === 'veto') === (as === 'vetoes'))
    .map(({ id, title }) => ({ id, title }))
}
