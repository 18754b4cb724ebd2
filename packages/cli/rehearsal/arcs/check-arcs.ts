/** Whether a rehearsal has gone every way that its procedures have. */
import { type CaseEvent, caseEvent } from '#case/case-events.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import type { Check } from '../check.ts'
import { ledgerOnDisk } from '../read-disk.ts'
import { arcsGone, arcsOf, saidArc } from './arcs.ts'

/** By procedure, `name@version`, what was gone, each once. */
export type Gone = Readonly<Record<string, readonly string[]>>

export async function arcsOnDisk(data: string): Promise<Gone> {
  const ledger = await ledgerOnDisk(data)
  const gone = new Map<string, Set<string>>()
  for await (const { stream } of ledger.streams()) {
    if (!stream.startsWith('case/')) continue
    const events = (await ledger.read(stream)).commits.flatMap((commit) =>
      commit.events.map((event): CaseEvent => caseEvent.parse(event)),
    )
    const [opened] = events
    const key = opened?.type === 'opened' ? keyOf(opened.procedure) : ''
    const procedure = procedureAt(key)
    if (!procedure) continue
    const all = gone.get(key) ?? new Set()
    for (const one of arcsGone(procedure, events)) all.add(one)
    gone.set(key, all)
  }
  return Object.fromEntries([...gone].map(([key, all]) => [key, [...all].toSorted()]))
}

/** Each once, of whichever procedure. */
export const allGone = (gone: Gone): readonly string[] => [...new Set(Object.values(gone).flat())].toSorted()

/** @param keys the procedures that are rehearsed */
export const checkArcs = (keys: readonly string[], gone: Gone): readonly Check[] =>
  keys.flatMap((key) => {
    const procedure = procedureAt(key)
    if (!procedure) return [{ what: `程序${key}`, wrong: ['没有这个程序'] }]
    const all = arcsOf(procedure)
    const missing = all.filter((one) => !gone[key]?.includes(one))
    return [
      {
        what: `“${procedure.title}”（${key}）的${all.length}种去向都走到了`,
        wrong: missing.map((one) => saidArc(procedure, one)),
      },
    ]
  })
