/** Days that should have a daily root and have none: what follows upon a deleted newest root chains on without it. */
import { addDays, dateOf, daysBetween } from '#calendar/deadline.ts'
import { after } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import type { Finding } from './finding.ts'

/** Asia/Shanghai dates; both days are part of it. */
type Span = { readonly from?: string | undefined; readonly to?: string | undefined }
/** Days side by side; `next`: the day after, which has its root again or has not come yet. */
type Gap = { readonly first: string; readonly last: string; readonly next: string }

/** Sealed at eight in the morning (infra/constructs/called-by-events.ts), and tried again within minutes: done by nine. */
const DONE_BY = -9 * 3_600_000

/**
 * On which days the county should have been sealed.
 * @param first the instant of the earliest commit, where there is any
 * @param until the instant up to which the county's time has come
 */
export const sealedDays = (first: string | undefined, until: string | undefined): Span => ({
  from: first && addDays(dateOf(first), 1),
  to: until && dateOf(after(until, DONE_BY)),
})

/** @param dates of the roots that there are, the oldest first @param span that they should cover at least */
export function gapsIn(dates: readonly string[], { from, to }: Span): Gap[] {
  const [oldest, newest] = [dates[0], dates.at(-1)]
  // Without any root there has to be a day that should have one.
  if (oldest === undefined && !(from && to && from <= to)) return []
  const before = from && (oldest === undefined || from < oldest) ? [addDays(from, -1)] : []
  const after = to && (newest === undefined || to > newest) ? [addDays(to, 1)] : []
  const ends = [...before, ...new Set(dates), ...after]
  return ends.flatMap((next, i) => {
    const last = ends[i - 1]
    if (last === undefined || daysBetween(last, next) < 2) return []
    return [{ first: addDays(last, 1), last: addDays(next, -1), next }]
  })
}

/** The gaps, and what the chain of roots says beside them: where it says that one is lacking, the gap says which. */
export function withGaps(chain: readonly Finding[], gaps: readonly Gap[]): Finding[] {
  const broken = (day: string) => chain.some(({ field, date }) => field === 'previous' && date === day)
  const explained = new Set(gaps.map(({ next }) => next))
  return [
    ...chain.filter(({ field, date }) => !(field === 'previous' && date && explained.has(date))),
    ...gaps.map(({ first, last, next }): Finding => {
      const days = first === last ? saidDay(first) : `${saidDay(first)}至${saidDay(last)}`
      const isSure = broken(next)
      const how = isSure ? `已被删去，${saidDay(next)}的摘要接在其后` : '当天没有生成，或者后来被删去'
      const sentence = `${days}没有每日摘要：${how}；请与存储桶中的原件核对。`
      return { kind: 'root', date: first, field: '全文', sentence, ...(!isSure && { unsure: true }) }
    }),
  ]
}
