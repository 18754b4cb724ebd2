import { z } from 'zod/mini'
import { type Answer, alikeBefore, contentAt, whatIsMissing } from '#dossier/answer.ts'
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
  /** When it was last written. */
  at: z.optional(z.string()),
  /** Earlier versions that said the same. */
  alike: z.optional(z.array(z.object({ number: z.int(), from: z.string(), to: z.string() }))),
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
type Fields<R> = Omit<R, 'stream' | 'number' | 'shape'>
type Ids = readonly string[]

export function dossierFields(
  state: Answer,
  [batch = '', unit = '', item = '']: Ids,
): Fields<z.infer<typeof dossierRow>> {
  const content = contentAt(state)
  const missing = whatIsMissing(content)
  const at = state.versions.at(-1)?.at
  const alike = alikeBefore(state)
  return {
    ...{ kind: 'dossier', list: LISTS.dossier(batch, unit), order: item, batch, unit, item },
    ...(at && { at }),
    ...(alike.length > 0 && { alike: [...alike] }),
    ...(content.result && { result: content.result }),
    ...(missing && { missing }),
    files: content.files.length,
  }
}

export const spreadFields = (state: Spread, [batch = '', unit = '']: Ids): Fields<z.infer<typeof spreadRow>> => ({
  ...{ kind: 'spread', list: LISTS.batch(batch), order: `spread/${unit}`, batch, unit },
  shares: sharesOf(state).map(({ share, since, items }) => ({ ...share, since, items: [...items] })),
  backs: [...state.backs].map(([item, { at }]) => ({ item, since: at })),
})
