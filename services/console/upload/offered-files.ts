/** What was uploaded before, as it is offered again: under the names that it has here. */
import { createContext } from 'react'
import type { EvidenceItem } from '#contracts/evidence.ts'
import { cite, digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { noteOn } from '#evidence/kinds.ts'
import { isFound } from '#typed/names.ts'

/** Every use of a file in the form that is open, as it is typed. */
export const UsesOnForm = createContext<readonly string[]>([])

/** `item`: as it was uploaded first. */
export type Offered = {
  readonly use: string
  readonly name: string
  readonly note: string | undefined
  readonly item: EvidenceItem
}

/** The latest upload first; once for each name that it has among these uses, and under its first one where it has none. */
export function offered(items: readonly EvidenceItem[], uses: readonly string[]): Offered[] {
  return [...items].reverse().flatMap((item) => {
    if (item.status !== 'kept') return []
    const here = uses.flatMap((used) => (digestOfUse(used) === item.sha256 ? (nameOfUse(used) ?? item.name) : []))
    const names = here.length > 0 ? [...new Set(here)] : [item.name]
    const noteFor = (name: string) => (item.contentType ? noteOn(name, item.contentType) : undefined)
    return names.map((name) => ({ use: cite(item.sha256, name), name, note: noteFor(name), item }))
  })
}

/** By the name that it has here, or that it came with. */
export const isMeant = ({ name, item }: Offered, words: string): boolean =>
  isFound(name, words) || isFound(item.name, words)
