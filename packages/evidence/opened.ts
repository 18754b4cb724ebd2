/**
 * Who opened which file, and read whose contact 材料查阅记录. Stream `opened/<day>/<person>`: one person's of one Shanghai day, so that nobody waits
 * for another and none grows for ever.
 */
import { z } from 'zod/mini'
import { msOf } from '#calendar/instant.ts'
import type { Decision, Kind } from '#ledger/kind.ts'

/** `objection`: whose text was read; without a file where none came with it. `case`: of which the contact was read. */
const file = {
  owner: z.string(),
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  objection: z.optional(z.string()),
  case: z.optional(z.string()),
}
const opened = z.object({
  type: z.literal('opened'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  ...file,
})
export const openedEvent = z.discriminatedUnion('type', [opened])
export type OpenedEvent = z.infer<typeof openedEvent>
export type OpenedFile = Pick<OpenedEvent, 'owner' | 'sha256' | 'objection' | 'case'>

export const openedStream = (day: string, person: string): string => `opened/${day}/${person}`
export const openedKind: Kind<OpenedEvent, readonly OpenedEvent[]> = {
  parse: (stored) => openedEvent.parse(stored),
  initial: [],
  evolve: (all, event) => [...all, event],
}

/** As long as the address of a file is good: a page that is drawn again opens nothing anew. */
const SAME_MS = 5 * 60_000
const isSame = (a: OpenedFile, b: OpenedFile): boolean =>
  a.owner === b.owner && a.sha256 === b.sha256 && a.objection === b.objection && a.case === b.case

export const open =
  (
    files: readonly OpenedFile[],
    { by, received }: { by: string; received: string },
  ): Decision<OpenedEvent, readonly OpenedEvent[]> =>
  (before) =>
    files
      .filter((one) => !before.some((seen) => isSame(seen, one) && msOf(received) - msOf(seen.at) < SAME_MS))
      .map((one) => ({ type: 'opened', v: 1, at: received, by, ...one }))
