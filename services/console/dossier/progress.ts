/** How far a self-assessment is, kept in step with what is saved here: lists of the county lag by a moment. */
import type { DossierItem, DossierLine, DossierPage, DossierPart } from '#contracts/dossier/dossier.ts'

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

/** The whole once an item that a return names was written. */
export const withMended = (page: DossierPage, before: Pick<Line, 'toMend'>, now: Pick<Line, 'toMend'>): DossierPage =>
  page.toMend !== undefined && before.toMend && !now.toMend ? { ...page, toMend: page.toMend - 1 } : page

export type Place = { readonly part: string; readonly item: string }
/**
 * The item before or after one; where its part is at an end the first or last item of the part beside it, which may
 * have to be read first: then only the part is told.
 */
export function beside(
  parts: DossierPage['parts'],
  loaded: ReadonlyMap<string, DossierPart>,
  at: Place,
  by: 1 | -1,
): { readonly part: string; readonly item?: string } | undefined {
  const items = loaded.get(at.part)?.items ?? []
  const within = items[items.findIndex(({ id }) => id === at.item) + by]
  if (within) return { part: at.part, item: within.id }
  const next = parts[parts.findIndex(({ id }) => id === at.part) + by]
  if (!next) return undefined
  const item = loaded.get(next.id)?.items.at(by === 1 ? 0 : -1)
  return { part: next.id, ...(item && { item: item.id }) }
}
