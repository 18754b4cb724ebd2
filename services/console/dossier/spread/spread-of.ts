/** Who has which indicator, and how far each is with theirs. */
import { msOf } from '#calendar/instant.ts'
import type { DossierLine, DossierPart } from '#contracts/dossier/dossier.ts'
import type { ShareShown, SpreadPage } from '#contracts/dossier/spread.ts'
import { isLeft, type SpreadProgress, spreadProgress } from '#dossier/spread/spread-progress.ts'
import type { Place } from '../progress.ts'

export const shareOf = (page: SpreadPage): ReadonlyMap<string, ShareShown> =>
  new Map(page.shares.flatMap((share) => share.items.map((item) => [item, share] as const)))

/** What was given to whoever looks. */
export const ownOf = ({ me, shares }: SpreadPage): ReadonlySet<string> =>
  new Set(shares.flatMap(({ person, items }) => (person === me ? items : [])))

export const saidHolder = ({ name, organ }: Pick<ShareShown, 'name' | 'organ'>): string =>
  organ ? `${name}（${organ}）` : name

export type Standing = {
  readonly key: string
  /** Nobody: what has not been given to anybody. */
  readonly share?: ShareShown
  readonly progress: SpreadProgress
  /** What is not written, in the standard's order. */
  readonly left: readonly DossierLine[]
  /** Something was never written, and its day is over; what came back has the return's own. */
  readonly behind: boolean
  readonly items: readonly string[]
}

const standing = (key: string, lines: readonly DossierLine[], share?: ShareShown, now?: number): Standing => {
  const left = lines.filter(isLeft)
  const isUnwritten = left.some(({ toMend }) => !toMend)
  const isOver = share?.due !== undefined && now !== undefined && now >= msOf(share.due.lateFrom)
  return {
    ...{ key, progress: spreadProgress(lines), left, behind: isOver && isUnwritten },
    ...{ items: lines.map(({ id }) => id), ...(share && { share }) },
  }
}

/** Whoever is behind first, then as their names are ordered; what nobody has comes last. @param now in milliseconds */
export function standings(
  page: SpreadPage,
  parts: readonly DossierPart[],
  now: number | undefined,
): readonly Standing[] {
  const lines = parts.flatMap(({ items }) => items)
  const shares = shareOf(page)
  const given = page.shares.map((share, i) =>
    standing(
      String(i),
      lines.filter(({ id }) => shares.get(id) === share),
      share,
      now,
    ),
  )
  const free = lines.filter(({ id }) => !shares.has(id))
  return [
    ...given.filter(({ behind }) => behind),
    ...given.filter(({ behind }) => !behind),
    ...(free.length > 0 ? [standing('free', free)] : []),
  ]
}

/** The next or the last one of some indicators, seen from one that may be none of them. */
export function besideAmong(
  parts: readonly DossierPart[],
  among: ReadonlySet<string>,
  at: Place,
  by: 1 | -1,
): Place | undefined {
  const all = parts.flatMap((part) => part.items.map(({ id }) => ({ part: part.id, item: id })))
  const here = all.findIndex(({ item }) => item === at.item)
  const isOne = ({ item }: Place) => among.has(item)
  return by === 1 ? all.slice(here + 1).find(isOne) : all.slice(0, Math.max(0, here)).reverse().find(isOne)
}
