/**
 * The daily root: the heads of all streams, in one digest that lies where nothing can be changed. A chain per stream
 * shows what was altered inside it; that its end was cut off, or that it is gone as a whole, only the root shows.
 */
import { z } from 'zod/mini'
import { canonicalJson, digestOf } from './chain.ts'
import type { Newest } from './ledger.ts'
import { type RootDigest, sm3 } from './root-digest.ts'

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const head = z.object({ stream: z.string(), number: z.int().check(z.minimum(1)), hash: digest })

const fields = {
  /** The Asia/Shanghai date on which it was taken. */
  date: z.iso.date(),
  heads: z.array(head),
  /** The root before it, so that no root can be left out; empty for the first. */
  previous: z.union([digest, z.literal('')]),
  /** SHA-256 over the canonical JSON of all the above. */
  root: digest,
  /** SM3 over the same, where the county asks for it beside. */
  sm3: z.optional(digest),
}
const schema = z.object(fields)
export type Root = z.infer<typeof schema>

/** The root of these heads, in whatever order they come. */
export function sealRoot(date: string, heads: readonly Newest[], previous: string, by: RootDigest = 'sha256'): Root {
  const sorted = heads
    .map(({ stream, number, hash }) => ({ stream, number, hash }))
    .toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  const content = { date, heads: sorted, previous }
  return { ...content, root: digestOf(content), ...(by === 'sha256+sm3' && { sm3: sm3(canonicalJson(content)) }) }
}

/** Whether its digests are those of what it says, each that it has. @throws Error where SM3 is asked for and not there */
export const isSound = ({ date, heads, previous, root, sm3: second }: Root): boolean => {
  const content = { date, heads, previous }
  return root === digestOf(content) && (second === undefined || second === sm3(canonicalJson(content)))
}

/** Where roots are kept, one a day. */
export interface Roots {
  /** All of them, the oldest first. */
  all(): AsyncIterable<Root>
  newest(): Promise<Root | undefined>
  /** Their days, the oldest first. */
  dates(): Promise<readonly string[]>
  /** The root of a day that has one; undefined when it cannot be read as one of that day. */
  on(date: string): Promise<Root | undefined>
  /** Keeps the root of its day; false when that day has one, which stays as it is. */
  keep(root: Root): Promise<boolean>
}

/** Undefined for what is no root, or says more than one: somebody has changed or damaged it. */
export function rootOf(text: string): Root | undefined {
  try {
    return parseWhole(text)
  } catch {
    return undefined
  }
}
export const parseRoot = (text: string): Root => schema.parse(JSON.parse(text))
const whole = z.strictObject(fields)
/** For whoever verifies: no digest covers what a root does not have. @throws ZodError for that as well */
export const parseWhole = (text: string): Root => whole.parse(JSON.parse(text))
