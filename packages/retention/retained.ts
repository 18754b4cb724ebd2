/** From when data about a person may no longer be used, and from when they may no longer be kept. Days are Asia/Shanghai dates. */
import { addDays, addYears } from '#calendar/deadline.ts'
import type { DataKind, Retention } from '#county/retention.ts'

/** Why data are still needed, or since when they are not. */
export const REASONS = {
  inUse: '仍在使用',
  replaced: '已由后来填写的代替，没有签署、提交以它为依据',
  over: '申报件已办结',
  answered: '异议已答复，公示已结束',
  left: '已不再任职',
  unlinked: '账号已停用',
  unnamed: '没有任何记录用到，多半是保存时被他人抢先或者中断留下的',
} as const
export type Reason = keyof typeof REASONS

/** What one stream says of the data that it names. `endedOn`: the last day of need; none while there is one. */
export type Need = {
  readonly id: string
  readonly digest: string
  readonly kind: DataKind
  readonly stream: string
  /** Of whoever objected: which objection it was. */
  readonly objection?: string
  readonly because: Reason
  readonly endedOn?: string
  /** They are no part of any file: nothing asks to keep them. */
  readonly atOnce?: boolean
}
/**
 * `digest`: none of what no event names. `blockFrom`, `due`: the first day on which they may no longer be used, and no
 * longer be kept; none while in use.
 */
export type Retained = Omit<Need, 'digest' | 'endedOn' | 'atOnce'> & {
  readonly digest?: string
  readonly blockFrom?: string
  readonly due?: string
}

export function retainedBy({ endedOn, atOnce, ...need }: Need, terms: Retention): Retained {
  if (endedOn === undefined) return need
  if (atOnce) return { ...need, blockFrom: endedOn, due: endedOn }
  const term = terms[need.kind]
  return {
    ...need,
    ...('useDays' in term && { blockFrom: addDays(endedOn, term.useDays + 1) }),
    // Kept to the end of the term's last day.
    due: addDays(addYears(endedOn, term.years), 1),
  }
}

/** One line for each id: whatever needs it longest keeps it. */
export function longest(all: readonly Retained[]): ReadonlyMap<string, Retained> {
  const byId = new Map<string, Retained>()
  for (const one of all) {
    const before = byId.get(one.id)
    if (!before || isLonger(one, before)) byId.set(one.id, one)
  }
  return byId
}
const isLonger = ({ due }: Retained, before: Retained): boolean =>
  before.due !== undefined && (due === undefined || due > before.due)

export const isDue = ({ due }: { readonly due?: string | undefined }, today: string): boolean =>
  due !== undefined && due <= today
export const mustBeBlocked = ({ blockFrom }: Retained, today: string): boolean =>
  blockFrom !== undefined && blockFrom <= today
