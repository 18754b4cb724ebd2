/** What was decided in this tab a moment ago: lists lag a little behind, and must not offer it again. */
import type { WorkItem } from '#contracts/views.ts'

/** Longer than a list ever lags; a case that comes back to its step later than this is shown again. */
const REMEMBERED_MS = 15_000
const decided = new Map<string, number>()

export const rememberDecided = (path: string): unknown => decided.set(path, performance.now())

export const stillWaiting = (items: readonly WorkItem[]): readonly WorkItem[] =>
  items.filter(({ path }) => performance.now() - (decided.get(path) ?? Number.NEGATIVE_INFINITY) > REMEMBERED_MS)
