/** What of the queue is shown, which of it says the same, and what may be done with what was picked. */
import { MOST_AT_ONCE, type ObjectionQueue } from '#contracts/objections.ts'
import { isFound } from '#typed/names.ts'

export type Line = ObjectionQueue['objections'][number]

export const WAITS: Readonly<Record<Line['waits'], string>> = {
  entering: '正在登记',
  admitting: '待决定是否受理',
  answering: '待认定和答复',
}
/** Acts on several, in the order of their buttons. */
export const ACTS = {
  'admit-objection': '受理',
  'decline-objection': '不予受理',
  'find-objection': '认定并答复',
} as const
export type Act = keyof typeof ACTS
export const actsOf = (lines: readonly Line[]): Act[] =>
  (['admit-objection', 'decline-objection', 'find-objection'] as const).filter((act) =>
    lines.some(({ commands }) => commands.includes(act)),
  )

export const noticeOf = ({ batch, n }: Pick<Line, 'batch' | 'n'>): string => `${batch}/${n}`
/** A line as it waits: what was decided here is another one, until the lists say so too. */
export const standingOf = ({ objection, waits }: Line): string => `${objection} ${waits}`

export type Narrowed = { readonly words: string; readonly waits: string; readonly notice: string }
export const shownLines = (all: readonly Line[], { words, waits, notice }: Narrowed): Line[] =>
  all.filter(
    (line) =>
      (!waits || line.waits === waits) &&
      (!notice || noticeOf(line) === notice) &&
      [line.objection, line.aboutName].some((text) => isFound(text, words)),
  )

/** Those that say the same stand together, at the place of the oldest of them. */
export function together(lines: readonly Line[]): Line[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) groups.set(line.same, [...(groups.get(line.same) ?? []), line])
  return [...groups.values()].flat()
}

/** Those that say the same and may be picked, where there is more than one of them. */
export function alikeTo(line: Line, lines: readonly Line[]): Line[] {
  const same = lines.filter((one) => one.same === line.same && mayPick(one))
  return same.length > 1 ? same : []
}
export const mayPick = ({ commands }: Line): boolean => commands.length > 0

/** What one act would take of the picked lines: the oldest first, of one notice, and no more than at once. */
export function takenBy(act: Act, picked: readonly Line[]): { taken: Line[]; leftOut: Line[]; later: number } {
  const able = picked.filter(({ commands }) => commands.includes(act))
  return {
    taken: able.slice(0, MOST_AT_ONCE),
    leftOut: picked.filter((line) => !able.includes(line)),
    later: Math.max(0, able.length - MOST_AT_ONCE),
  }
}

/** The line after what was done, or the first where that was the last one. */
export function nextAfter(done: readonly string[], lines: readonly Line[]): Line | undefined {
  const last = Math.max(...done.map((objection) => lines.findIndex((line) => line.objection === objection)))
  const rest = lines.filter(({ objection }) => !done.includes(objection))
  return lines.slice(last + 1).find((line) => rest.includes(line)) ?? rest[0]
}
