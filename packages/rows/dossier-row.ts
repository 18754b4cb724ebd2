import { z } from 'zod/mini'
import { sharesOf } from '#dossier/spread/alike-shares.ts'
import type { Spread } from '#dossier/spread/spread.ts'
import { LISTS } from './lists.ts'
import { head } from './row-head.ts'

/** What a unit says of one indicator, as far as a list tells it. */
export const dossierRow = z.object({
  ...head,
  kind: z.literal('dossier'),
  batch: z.string(),
  unit: z.string(),
  item: z.string(),
  result: z.optional(z.enum(['reached', 'notReached', 'notApplicable'])),
  /** What is lacking, in words. */
  missing: z.optional(z.string()),
  files: z.int(),
})

/** Who of a unit has been given which of its indicators; whoever has some in two ways stands there twice. */
export const spreadRow = z.object({
  ...head,
  kind: z.literal('spread'),
  batch: z.string(),
  unit: z.string(),
  shares: z.array(
    z.object({
      person: z.string(),
      organ: z.optional(z.string()),
      due: z.optional(z.string()),
      /** The first instant at which one of them was given. */
      since: z.string(),
      items: z.array(z.string()),
    }),
  ),
  /** What came back and nobody has been given since: to whom it came, since when. */
  backs: z.array(z.object({ item: z.string(), since: z.string() })),
})
type Fields = Omit<z.infer<typeof spreadRow>, 'stream' | 'number' | 'shape'>

export const spreadFields = (state: Spread, [batch = '', unit = '']: readonly string[]): Fields => ({
  ...{ kind: 'spread', list: LISTS.batch(batch), order: `spread/${unit}`, batch, unit },
  shares: sharesOf(state).map(({ share, since, items }) => ({ ...share, since, items: [...items] })),
  backs: [...state.backs].map(([item, { at }]) => ({ item, since: at })),
})
