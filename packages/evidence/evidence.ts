/** The evidence decider 佐证材料: one file of one owner, named by its content. Stream `evidence/<owner>/<sha256>`. */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import { digestOfUse } from './cited-file.ts'

const instant = z.iso.datetime({ precision: 3 })
const v = z.literal(1)
/** `object`: how it is named where it lies, if that is not here: it came with the public form. */
const promised = z.object({
  type: z.literal('promised'),
  v,
  at: instant,
  by: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  size: z.int(),
  contentType: z.string(),
  object: z.optional(z.string()),
})
/** `contentType` is what the bytes say; `note` where the label said otherwise. */
const kept = z.object({
  type: z.literal('kept'),
  v,
  at: instant,
  contentType: z.string(),
  size: z.int(),
  note: z.optional(z.string()),
})
/** The bytes are as promised; they wait for the county's malware scanner 查毒. */
const held = z.object({ ...kept.shape, type: z.literal('held') })
/** What the scanner said. `finding`: what it calls what it found; `reason`: the same as a sentence. */
const scanned = z.object({
  type: z.literal('scanned'),
  v,
  at: instant,
  by: z.string(),
  clean: z.boolean(),
  finding: z.optional(z.string()),
  reason: z.optional(z.string()),
})
const rejected = z.object({ type: z.literal('rejected'), v, at: instant, reason: z.string() })

export const evidenceEvent = z.discriminatedUnion('type', [promised, kept, held, scanned, rejected])
export type EvidenceEvent = z.infer<typeof evidenceEvent>
export type Promised = z.infer<typeof promised>

export type Evidence = {
  readonly status: 'unknown' | 'promised' | 'waiting' | 'kept' | 'infected' | 'rejected'
  readonly promised?: Promised
  readonly held?: z.infer<typeof held>
  readonly kept?: z.infer<typeof kept>
  readonly reason?: string
  readonly finding?: string
}

/** @param used the digest, or a use of the file */
export const evidenceStream = (owner: string, used: string): string => `evidence/${owner}/${digestOfUse(used)}`
/** Scans and proofs that belong to no unit are the office's. */
export const OFFICE = OWNERS.office

export const evidenceKind: Kind<EvidenceEvent, Evidence> = {
  parse: (stored) => evidenceEvent.parse(stored),
  initial: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'promised':
        return { status: 'promised', promised: event }
      case 'kept':
        return { status: 'kept', kept: event, ...(state.promised && { promised: state.promised }) }
      case 'held':
        return { ...state, status: 'waiting', held: event }
      case 'scanned':
        return event.clean
          ? state
          : { ...state, status: 'infected', reason: event.reason ?? '', finding: event.finding ?? '' }
      case 'rejected':
        return { ...state, status: 'rejected', reason: event.reason }
    }
  },
}

type Deciding = Decision<EvidenceEvent, Evidence>

/** A ticket for bytes that are here decides nothing. A new promise, or somebody else's, replaces an unfinished or rejected one. */
export const promise =
  (
    file: { name: string; size: number; contentType: string },
    { by, received }: { by: string; received: string },
  ): Deciding =>
  ({ status, promised }) => {
    if (status === 'kept' || status === 'waiting' || status === 'infected') return []
    if (
      status === 'promised' &&
      promised?.by === by &&
      promised.name === file.name &&
      promised.size === file.size &&
      promised.contentType === file.contentType
    )
      return []
    return [{ type: 'promised', v: 1, at: received, by, ...file }]
  }

export const keep =
  (found: { contentType: string; size: number; note?: string }, at: string): Deciding =>
  ({ status }) =>
    // Whoever waited for a scanner waits no more where the county asks for none.
    status === 'promised' || status === 'waiting' ? [{ type: 'kept', v: 1, at, ...found }] : []

/** The same where the county's scanner has to look first. */
export const hold =
  (found: { contentType: string; size: number; note?: string }, at: string): Deciding =>
  ({ status }) =>
    status === 'promised' ? [{ type: 'held', v: 1, at, ...found }] : []

export const reject =
  (reason: string, at: string): Deciding =>
  ({ status }) =>
    status === 'promised' ? [{ type: 'rejected', v: 1, at, reason }] : []
