/** What the server has not got yet survives the window: per form, in this browser, until it is saved. */
import { z } from 'zod/mini'
import type { Kept, Values } from '../kept/kept.ts'
import { same } from './saving/merge-answers.ts'

/** Per field what was typed, and what stood there when it was (null: nothing). */
const unsent = z.record(z.string(), z.object({ value: z.unknown(), base: z.unknown() }))
export type Unsent = z.infer<typeof unsent>
export type LocalDraft = {
  readonly read: () => Unsent
  /** Two windows on one form each add their own fields. */
  readonly keep: (fields: Unsent) => void
  /** Forgets these fields where what is kept is still this; another window may have typed on. */
  readonly forget: (values: Values) => void
  /** Whether this is still here when the page is not: what is personal, and what a full browser refuses, is not. */
  readonly isWritten: (field: string, value: unknown) => boolean
}

/** @param personal fields that are never written down: they stay as long as the page does */
export function localDraft(
  name: string,
  kept: Pick<Kept, 'read' | 'written' | 'keep' | 'forget'>,
  personal: readonly string[],
): LocalDraft {
  const unsentIn = (values: Values | undefined): Unsent => unsent.safeParse(values ?? {}).data ?? {}
  const read = (): Unsent => unsentIn(kept.read(name))
  const write = (fields: Unsent) =>
    Object.keys(fields).length > 0 ? kept.keep(name, fields, personal) : kept.forget(name)
  return {
    read,
    isWritten: (field, value) => {
      const written = unsentIn(kept.written(name))
      return Object.hasOwn(written, field) && same(written[field]?.value ?? undefined, value ?? undefined)
    },
    keep: (fields) => write({ ...read(), ...nulled(fields) }),
    forget: (values) =>
      write(
        Object.fromEntries(
          Object.entries(read()).filter(
            ([field, { value }]) => !(Object.hasOwn(values, field) && same(value, values[field])),
          ),
        ),
      ),
  }
}

// An emptied answer is kept as one: JSON drops undefined.
const nulled = (fields: Unsent): Unsent =>
  Object.fromEntries(
    Object.entries(fields).map(([field, { value, base }]) => [field, { value: value ?? null, base: base ?? null }]),
  )
