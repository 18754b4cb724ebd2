/** The daily roots as they lie there: which can be read, lie under their own day, and follow one another. */
import { saidDay } from '#calendar/said.ts'
import { parseWhole, type Root } from '#ledger/root.ts'
import type { Finding } from './finding.ts'
import { issuePath } from './issue-path.ts'
import { wrongInRoots } from './verify-roots.ts'

export type KeptRoot = { readonly name: string; readonly text: string }
type Read = { readonly root: Root } | { readonly finding: Finding }

const DATED = /\d{4}-\d\d-\d\d/
/** The days of which there is a root, readable or not, the oldest first. */
export const datesOf = (kept: readonly KeptRoot[]): string[] =>
  kept.flatMap(({ name }) => DATED.exec(name) ?? []).toSorted()

export function readRoots(kept: readonly KeptRoot[]): { roots: Root[]; findings: Finding[] } {
  const read = kept.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(readRoot)
  const roots = read.map((one) => ('root' in one ? one.root : undefined))
  const unread = read.flatMap((one) => ('finding' in one ? [one.finding] : []))
  return { roots: roots.filter((one) => one !== undefined), findings: [...unread, ...wrongInRoots(roots)] }
}

function readRoot({ name, text }: KeptRoot): Read {
  const date = DATED.exec(name)?.[0]
  const wrong = (field: string, how: string): Read => ({
    finding: {
      kind: 'root',
      ...(date && { date }),
      field,
      sentence: `每日摘要${name}${how}；请与存储桶中的原件核对。`,
    },
  })
  try {
    const root = parseWhole(text)
    return root.date === date ? { root } : wrong('date', `写的是${saidDay(root.date)}，是那一天的重复，或与之对调了`)
  } catch (error) {
    // Whatever it was that could not be read: the file is not what was written.
    const field = issuePath(error) || '全文'
    return wrong(field, `不合格式（${field}），被改过或已损坏`)
  }
}
