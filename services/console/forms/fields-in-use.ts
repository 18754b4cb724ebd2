import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from './kept-values.ts'

/** The fields that belong to a form as filled in so far; the others are neither shown nor sent. */
export const fieldsInUse = (fields: readonly FieldDefinition[], values: Values): readonly FieldDefinition[] =>
  fields.filter(({ when }) => {
    const chosen = when && values[when.field]
    return !when || [chosen].flat().some((one) => typeof one === 'string' && when.among.includes(one))
  })
