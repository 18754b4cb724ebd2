/**
 * Where the same bytes lie, and what the county's malware scanner says of them: a verdict is of bytes, and whoever keeps
 * the same has the same. Stream `copies/<sha256>`; only a county that scans has any. What is said of an objector's file is
 * not said here, or whoever keeps the same would learn that somebody has sent it in.
 * What came with the public form is looked at when the office first reads it, and is no copy: whoever spreads a verdict
 * asks for it besides.
 */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import type { Verdict } from '../scan.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = { v: z.literal(1), at: instant, by: z.string() }
const copied = z.object({ type: z.literal('copied'), ...head, owner: z.string() })
/** `finding`: what the scanner calls what it found. */
const judged = z.object({
  type: z.literal('judged'),
  ...head,
  clean: z.boolean(),
  finding: z.optional(z.string()),
})
export const copiesEvent = z.discriminatedUnion('type', [copied, judged])
export type CopiesEvent = z.infer<typeof copiesEvent>

export type Copies = {
  readonly owners: readonly string[]
  /** The newest one. */
  readonly verdict?: Verdict
}

export const copiesStream = (sha256: string): string => `copies/${sha256}`
export const copiesKind: Kind<CopiesEvent, Copies> = {
  parse: (stored) => copiesEvent.parse(stored),
  initial: { owners: [] },
  evolve: (state, event) => {
    switch (event.type) {
      case 'copied':
        return { ...state, owners: [...state.owners, event.owner] }
      case 'judged':
        return { ...state, verdict: event }
    }
  },
}

type Asked = { readonly by: string; readonly received: string }

/** It is kept here as well from now on; whoever asks learns what was said of the same bytes. */
export const copy =
  (owner: string, { by, received }: Asked): Decision<CopiesEvent, Copies> =>
  ({ owners }) =>
    owners.includes(owner) ? [] : [{ type: 'copied', v: 1, at: received, by, owner }]

/** The scanner has looked at one of them. The same verdict again decides nothing, nor that the first one is clean. */
export const judge =
  ({ clean, finding }: Verdict, { by, received }: Asked): Decision<CopiesEvent, Copies> =>
  ({ verdict }) =>
    (verdict?.clean ?? true) === clean && (clean || verdict?.finding === finding)
      ? []
      : [{ type: 'judged', v: 1, at: received, by, clean, ...(finding && { finding }) }]
