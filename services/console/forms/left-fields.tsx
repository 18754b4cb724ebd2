/** What is wrong with a text or a number is said when its field is left, not only once everything is sent. */
import { type ReactNode, useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { isSaidByField, wrongTyped } from './typed-value.ts'

type Said = { readonly validateStatus: 'error' | ''; readonly help: ReactNode }

/** `said`: of a field what was refused, or what is wrong with what was typed once the field was left. */
export function useLeftFields(
  /** What the form itself finds wrong with one field's own value. */
  found: (name: string, value: unknown) => string | undefined = () => undefined,
) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const without = (name: string) => new Set([...left].filter((one) => one !== name))
  return {
    leave: (name: string) => setLeft(new Set([...left, name])),
    /** Nobody is told of what they are still writing. */
    type: (name: string) => left.has(name) && setLeft(without(name)),
    said: (field: FieldDefinition, value: unknown, refused: string | undefined): Said => {
      if (isSaidByField(field, value)) return { validateStatus: refused ? 'error' : '', help: undefined }
      const { name } = field
      const why = isTyped(field)
        ? (wrongTyped([field], { [name]: value })[name] ?? (value === undefined ? undefined : found(name, value)))
        : undefined
      const now = refused ?? (left.has(field.name) ? why : undefined)
      // It has its place already, or the button that is clicked on leaving would move away.
      const later = why && <span style={{ visibility: 'hidden' }}>{why}</span>
      return { validateStatus: now ? 'error' : '', help: now ?? later }
    },
  }
}

const isTyped = ({ kind }: FieldDefinition): boolean => kind === 'text' || kind === 'longText' || kind === 'number'
