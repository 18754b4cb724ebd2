/** The title decider 称号: what a naming confers. Stream `title/<unit>/<batch>`. Never opened for a trial batch. */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'

const conferred = z.object({
  type: z.literal('conferred'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  unit: z.string(),
  batch: z.string(),
  on: z.iso.date(),
  /** The resolution or the decision whose line named the unit. */
  act: z.object({ stream: z.string(), number: z.int() }),
})
export const titleEvent = z.discriminatedUnion('type', [conferred])
export type TitleEvent = z.infer<typeof titleEvent>
export type Title = { readonly conferred?: z.infer<typeof conferred> }

export const titleStream = (unit: string, batch: string): string => `title/${unit}/${batch}`
export const titleKind: Kind<TitleEvent, Title> = {
  parse: (stored) => titleEvent.parse(stored),
  initial: {},
  evolve: (_title, event) => ({ conferred: event }),
}

export const confer =
  (title: Omit<z.infer<typeof conferred>, 'type' | 'v' | 'at'>, at: string): Decision<TitleEvent, Title> =>
  ({ conferred }) =>
    conferred ? [] : [{ type: 'conferred', v: 1, at, ...title }]
