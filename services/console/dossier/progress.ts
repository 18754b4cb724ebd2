/** How far a self-assessment is, kept in step with what is saved here: lists of the county lag by a moment. */
import type { DossierItem, DossierLine, DossierPage, DossierPart } from '#contracts/dossier/dossier.ts'
import { isLeft } from '#dossier/spread/spread-progress.ts'

type Line = Pick<DossierLine, 'number' | 'result' | 'missing' | 'files' | 'toMend'>
export type Status = 'missing' | NonNullable<DossierLine['result']>

export const statusOf = ({ result, missing }: Pick<Line, 'result' | 'missing'>): Status =>
  missing || !result ? 'missing' : result
export const STATUS: Readonly<Record<Status, { readonly mark: string; readonly says: string }>> = {
  missing: { mark: '○', says: '未写完' },
  reached: { mark: '●', says: '达到' },
  notReached: { mark: '△', says: '未达到' },
  notApplicable: { mark: '－', says: '不适用' },
}

const lineOf = ({ number, result, missing, files, toMend }: DossierItem): Line => ({
  number,
  files: files.length,
  ...(result && { result }),
  ...(missing && { missing }),
  ...(toMend && { toMend }),
})

/** The part with what this item says now. */
export function withItem(part: DossierPart, item: DossierItem): DossierPart {
  const items = part.items.map((line) => {
    if (line.id !== item.id) return line
    const { result: _before, missing: _lacked, toMend: _waited, ...rest } = line
    return { ...rest, ...lineOf(item) }
  })
  return { ...part, items }
}

type Counted = Pick<DossierPage, Status>
const moved = <C extends Counted>(counts: C, before: Status, now: Status): C =>
  before === now ? counts : { ...counts, [before]: counts[before] - 1, [now]: counts[now] + 1 }

/** The whole with one item of a part gone from one state to another. */
export const withStatus = (page: DossierPage, part: string, before: Status, now: Status): DossierPage => ({
  ...moved(page, before, now),
  parts: page.parts.map((one) => (one.id === part ? moved(one, before, now) : one)),
})

/** How many indicators of a part, or of all, wait for whoever writes: one that came back is written and waits. */
export const leftOf = ({ missing, toMend = 0 }: Pick<DossierPage, 'missing' | 'toMend'>): number => missing + toMend

const withToMend = <C extends Pick<DossierPage, 'toMend'>>(counts: C, by: 1 | -1): C =>
  counts.toMend === undefined ? counts : { ...counts, toMend: counts.toMend + by }
/** The whole once an item of a part that a return names was written, or taken back to what it said. */
export const withMended = (
  page: DossierPage,
  part: string,
  before: Pick<Line, 'toMend'>,
  now: Pick<Line, 'toMend'>,
): DossierPage => {
  if (before.toMend === now.toMend) return page
  const by = now.toMend ? 1 : -1
  return { ...withToMend(page, by), parts: page.parts.map((one) => (one.id === part ? withToMend(one, by) : one)) }
}

export type Place = { readonly part: string; readonly item: string }
/** `left`: only what waits for whoever writes. */
export type Among = 'all' | 'left'
const WANTED = {
  all: { line: () => true, part: () => true },
  left: { line: isLeft, part: (part: DossierPage['parts'][number]) => leftOf(part) > 0 },
} as const

/** Which indicator one comes to first in a part, from its beginning or from its end. */
export const firstOf = (part: DossierPart | undefined, by: 1 | -1, among: Among): string | undefined =>
  part?.items.filter(WANTED[among].line).at(by === 1 ? 0 : -1)?.id

/**
 * The item before or after one; where its part is at an end the first or last item of the part beside it, which may
 * have to be read first: then only the part is told. What waits and was passed over comes again, until nothing is left.
 */
export function beside(
  parts: DossierPage['parts'],
  loaded: ReadonlyMap<string, DossierPart>,
  at: Place,
  by: 1 | -1,
  among: Among = 'all',
): { readonly part: string; readonly item?: string } | undefined {
  const ahead = <T extends { readonly id: string }>(all: readonly T[], from: string): readonly T[] => {
    const here = all.findIndex(({ id }) => id === from)
    return by === 1 ? all.slice(here + 1) : all.slice(0, Math.max(0, here)).reverse()
  }
  const within = ahead(loaded.get(at.part)?.items ?? [], at.item).find(WANTED[among].line)
  if (within) return { part: at.part, item: within.id }
  const next = [...ahead(parts, at.part), ...(among === 'left' && by === 1 ? parts : [])].find(WANTED[among].part)
  if (!next) return undefined
  const known = loaded.get(next.id)
  const item = firstOf(known, by, among)
  if (known && (item === undefined || item === at.item)) return undefined
  return { part: next.id, ...(item && { item }) }
}
