/** What units say of their experience 经验材料, as it lies among the texts: what is not as it was kept is left out. */
import { z } from 'zod/mini'
import type { Bodies } from './bodies.ts'
import { readTexts } from './read-catalogues.ts'

const drafting = z.object({ events: z.array(z.object({ type: z.literal('experienceDrafted'), content: z.string() })) })

/** @param items of every stream, as they lie there @returns by its digest, whether it is such a text or not */
export function readExperiences(
  items: ReadonlyMap<string, readonly unknown[]>,
  bodies: Pick<Bodies, 'text'>,
): Promise<ReadonlyMap<string, unknown>> {
  const kept = [...items].flatMap(([stream, own]) => (stream.startsWith('title/') ? own : []))
  const drafted = kept.flatMap((one) => drafting.safeParse(one).data?.events ?? [])
  return readTexts(
    drafted.map(({ content }) => content),
    bodies,
  )
}
