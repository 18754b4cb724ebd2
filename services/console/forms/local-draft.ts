/** What the server has not got yet survives the tab and the browser: per form, in this browser, until it is saved. */
import { z } from 'zod/mini'
import type { Values } from './kept-values.ts'
import { same } from './merge-answers.ts'

/** Per field what was typed, and what stood there when it was (null: nothing). */
const unsent = z.record(z.string(), z.object({ value: z.unknown(), base: z.unknown() }))
export type Unsent = z.infer<typeof unsent>
export type LocalDraft = {
  readonly read: () => Unsent
  /** Two windows on one form each add their own fields. */
  readonly keep: (fields: Unsent) => void
  /** Forgets these fields where what is kept is still this; another window may have typed on. */
  readonly forget: (values: Values) => void
}

export function localDraft(name: string, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): LocalDraft {
  const key = `shifan:draft:${name}`
  const read = (): Unsent => {
    try {
      const parsed = unsent.safeParse(JSON.parse(store.getItem(key) ?? '{}'))
      return parsed.success ? parsed.data : {}
    } catch {
      // Not ours, or broken: the form begins with what the server has.
      return {}
    }
  }
  const write = (fields: Unsent) => {
    try {
      if (Object.keys(fields).length > 0) store.setItem(key, JSON.stringify(fields))
      else store.removeItem(key)
    } catch {
      // A browser that keeps nothing (full, or told so) must not stop anybody from typing.
    }
  }
  return {
    read,
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
