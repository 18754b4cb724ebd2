/** What the county has published 标准/清单, as it lies among the texts: what is not as it was published is left out. */
import { z } from 'zod/mini'
import { type Catalogue, catalogue } from '#catalogue/catalogue.ts'
import type { Bodies } from './bodies.ts'
import { isText } from './verify-named.ts'

const publishing = z.object({ events: z.array(z.object({ digest: z.string() })) })

/** @param items of every stream, as they lie there @returns by its digest */
export async function readCatalogues(
  items: ReadonlyMap<string, readonly unknown[]>,
  { text }: Pick<Bodies, 'text'>,
): Promise<ReadonlyMap<string, Catalogue>> {
  const published = [...items].flatMap(([stream, own]) => (stream.startsWith('catalogue/') ? own : []))
  const digests = published.flatMap((one) => publishing.safeParse(one).data?.events ?? []).map(({ digest }) => digest)
  const read = async (digest: string) => {
    const kept = await text(digest)
    const { data } = catalogue.safeParse(kept !== undefined && isText(digest, kept) ? JSON.parse(kept) : undefined)
    return data ? [[digest, data] as const] : []
  }
  return new Map((await Promise.all([...new Set(digests)].map(read))).flat())
}
