import { z } from 'zod/mini'
import type { Decision } from '#ledger/kind.ts'

/** One case in a list act, and what the act decides for it. */
export const line = z.object({
  case: z.string(),
  outcome: z.string(),
  reason: z.optional(z.string().check(z.maxLength(500))),
})
export type Line = z.infer<typeof line>

/** A case that could no longer take its line (withdrawn since, say): it stays on the act's page, never lost. */
export const setAside = z.object({
  type: z.literal('setAside'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  case: z.string(),
  number: z.int(),
  reason: z.string(),
  /** Something that was still to be decided held it back: the case may take another line later. */
  waits: z.optional(z.literal(true)),
})
export type SetAside = z.infer<typeof setAside>

/** Which commit of which act's stream. */
export type ActReference = { readonly stream: string; readonly number: number }

/** A case could not take the line of commit `number`. `waits`: it may take another one later. */
export const setLineAside =
  (
    { case: name, number, reason, waits }: { case: string; number: number; reason: string; waits: boolean },
    received: string,
  ): Decision<SetAside, { readonly setAside: readonly SetAside[] }> =>
  ({ setAside }) =>
    setAside.some((line) => line.case === name && line.number === number)
      ? []
      : [{ type: 'setAside', v: 1, at: received, case: name, number, reason, ...(waits && { waits }) }]
