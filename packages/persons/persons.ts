/**
 * Personal data, apart from the ledger: events hold an opaque id and a keyed digest, so sign-offs cover the data and the
 * record stays provable after it is erased. The salt makes the digest useless to whoever tries all telephone numbers;
 * it goes with the data.
 */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod/mini'
import { canonicalJson } from '#ledger/chain.ts'
import { Refused } from '#ledger/refused.ts'

export type PersonalData = Readonly<Record<string, string>>

/** A row of table `persons`. `name` stands apart from `data` so that reading names can be granted alone. */
export const held = z.object({
  id: z.string(),
  kind: z.string(),
  data: z.record(z.string(), z.string()),
  name: z.optional(z.string()),
  /** Hex; the key of the digest. */
  salt: z.string(),
  blocked: z.optional(z.boolean()),
  /** The first day, in Asia/Shanghai, on which retention no longer asks for the row. */
  eraseAfter: z.optional(z.iso.date()),
  /** The stream that was to name it, and since when it is kept: where none does, that is how it is found. */
  stream: z.optional(z.string()),
  at: z.optional(z.iso.datetime({ precision: 3 })),
})
export type Held = z.infer<typeof held>
/** What is left: that there was something, so that a repeated command does not bring it back. */
export const erased = z.object({ id: z.string(), erased: z.literal(true) })
export const row = z.union([erased, held])

export type Reference = { readonly id: string; readonly digest: string }
/** Who reads, and what for: a sentence or a command's name. */
export type Why = {
  readonly purpose: string
  readonly by: string
  /** What it is read for is open again: a block that the function of the day has not lifted yet does not hold. */
  readonly inUse?: boolean
}

export type Remembering = {
  /**
   * Names the command and the stream it is for, the same on every retry: remembered twice, it is kept once. Without it
   * every call keeps a row of its own.
   */
  readonly once?: string
  readonly eraseAfter?: string
  /** What is going to name it, and when that was asked for. */
  readonly stream?: string
  readonly at?: string
}
/** A row without what it says. */
export type Kept = Pick<Held, 'id' | 'kind' | 'stream' | 'at'>

export interface Persons {
  /** Keeps data of a kind ('contact', 'objector', 'staff', …); a field called `name` is also what lists show. */
  remember(kind: string, data: PersonalData, how?: Remembering): Promise<Reference>
  /**
   * Logged by id, purpose and caller, never by content. Undefined once erased, or when nobody has that id.
   * @throws Blocked while the data's use is blocked
   */
  read(id: string, why: Why): Promise<PersonalData | undefined>
  /** Names only, not logged; `ERASED` and `BLOCKED` stand in where there is none to show. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whether the data are those the digest was made of; undefined once erased: then nothing is left to compare. */
  verify(id: string, digest: string): Promise<boolean | undefined>
  /** The procedure no longer uses the data; they are kept, unread, until `eraseAfter`. */
  block(id: string, eraseAfter?: string): Promise<void>
  /** The procedure uses the data again: an appointment was given anew, a case was reopened. */
  unblock(id: string): Promise<void>
  /** How these rows stand, without a look at what they say; one that nobody has is missing. */
  states(ids: readonly string[]): Promise<ReadonlyMap<string, RowState>>
  /** Every row that is not erased, without a look at what it says. */
  all(): AsyncIterable<Kept>
  /** Data and salt are gone for good. */
  erase(id: string): Promise<void>
}

export type RowState = 'used' | 'blocked' | 'erased'

export const ERASED = '（已删除）'
export const BLOCKED = '（已封存）'

/** One line of JSON per read; where it goes is the caller's. */
export type Log = (line: string) => void
/** Where ids and salts come from; a salt is asked for by the id it is for. */
export type Chance = { readonly id: () => string; readonly salt: (id: string) => string }

declare global {
  /** A host that compares two rehearsals puts salts of its own here, the same in both. */
  var salt: ((id: string) => string) | undefined
}
export const chance: Chance = {
  id: randomUUID,
  salt: (id) => globalThis.salt?.(id) ?? randomBytes(32).toString('hex'),
}

export const digestWith = (salt: string, kind: string, data: PersonalData): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(canonicalJson({ kind, data })).digest('hex')

export const referenceTo = ({ id, kind, data, salt }: Held): Reference => ({ id, digest: digestWith(salt, kind, data) })

export function newRow(kind: string, data: PersonalData, how: Remembering, by: Chance): Held {
  const { once, eraseAfter, stream, at } = how
  // Its kind stands in front, so that a role can be held to rows of one kind.
  const digest = createHash('sha256').update(`${kind}|${once}`).digest('hex').slice(0, 32)
  const id = once === undefined ? by.id() : `${kind}/${digest}`
  return {
    id,
    kind,
    data: { ...data },
    ...(data.name !== undefined && { name: data.name }),
    salt: by.salt(id),
    ...(eraseAfter !== undefined && { eraseAfter }),
    ...(stream !== undefined && { stream }),
    ...(at !== undefined && { at }),
  }
}

export const lineOf = (id: string, { purpose, by }: Why): string =>
  JSON.stringify({ event: 'personal data read', id, purpose, by })

/** The use of these data has ended, and the time to erase them has not come. */
export class Blocked extends Refused {
  constructor() {
    super('forbidden', '这份个人信息已封存，不再使用；确需查阅的，请由法制办负责人依规定办理。')
  }
}
export const mustBeUsable = ({ blocked }: Held, { inUse = false }: Why): void => {
  if (blocked && !inUse) throw new Blocked()
}
