/**
 * The daily root: the heads of all streams, in one digest that lies where nothing can be changed. A chain per stream
 * shows what was altered inside it; that its end was cut off, or that it is gone as a whole, only the root shows.
 */
import { z } from 'zod/mini'
import { digestOf } from './chain.ts'
import type { Newest } from './ledger.ts'

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const head = z.object({ stream: z.string(), number: z.int().check(z.minimum(1)), hash: digest })

const schema = z.object({
  /** The Asia/Shanghai date on which it was taken. */
  date: z.iso.date(),
  heads: z.array(head),
  /** The root before it, so that no root can be left out; empty for the first. */
  previous: z.union([digest, z.literal('')]),
  /** SHA-256 over the canonical JSON of all the above. */
  root: digest,
})
export type Root = z.infer<typeof schema>

/** The root of these heads, in whatever order they come. */
export function sealRoot(date: string, heads: readonly Newest[], previous: string): Root {
  const sorted = heads
    .map(({ stream, number, hash }) => ({ stream, number, hash }))
    .toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  const content = { date, heads: sorted, previous }
  return { ...content, root: digestOf(content) }
}

/** Whether its digest is that of what it says. */
export const isSound = ({ date, heads, previous, root }: Root): boolean => root === digestOf({ date, heads, previous })

/** Where roots are kept, one a day. */
export interface Roots {
  /** All of them, the oldest first. */
  all(): AsyncIterable<Root>
  newest(): Promise<Root | undefined>
  /** Their days, the oldest first. */
  dates(): Promise<readonly string[]>
  /** The root of a day that has one; undefined when it cannot be read as one. */
  on(date: string): Promise<Root | undefined>
  /** Keeps the root of its day; false when that day has one, which stays as it is. */
  keep(root: Root): Promise<boolean>
}

/** Undefined for what is no root: somebody has changed or damaged it. */
export function rootOf(text: string): Root | undefined {
  try {
    return parseRoot(text)
  } catch {
    return undefined
  }
}
export const parseRoot = (text: string): Root => schema.parse(JSON.parse(text))
