/** What the county has published 标准/清单, as it lies among the texts: what is not as it was published is left out. */
import { z } from 'zod/mini'
import type { Bodies } from './bodies.ts'
import { isText } from './verify-named.ts'

const publishing = z.object({ events: z.array(z.object({ digest: z.string() })) })

/** @param items of every stream, as they lie there @returns by its digest, whether it is a catalogue or not */
export async function readCatalogues(
  items: ReadonlyMap<string, readonly unknown[]>,
  { text }: Pick<Bodies, 'text'>,
): Promise<ReadonlyMap<string, unknown>> {
  const published = [...items].flatMap(([stream, own]) => (stream.startsWith('catalogue/') ? own : []))
  const digests = published.flatMap((one) => publishing.safeParse(one).data?.events ?? []).map(({ digest }) => digest)
  return readTexts(digests, { text })
}

/** By their digests, those that are there and as they were kept. */
export async function readTexts(
  digests: readonly string[],
  { text }: Pick<Bodies, 'text'>,
): Promise<ReadonlyMap<string, unknown>> {
  const read = async (digest: string) => {
    const kept = await text(digest)
    return kept !== undefined && isText(digest, kept) ? [[digest, jsonIn(kept)] as const] : []
  }
  return new Map((await Promise.all([...new Set(digests)].map(read))).flat())
}

function jsonIn(kept: string): unknown {
  try {
    return JSON.parse(kept)
  } catch {
    return undefined
  }
}
