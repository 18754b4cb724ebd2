import type { FieldDefinition } from '#contracts/forms.ts'
import { withoutNote } from '#typed/person.ts'

/** An answer in words, whatever its kind, files aside; undefined when there is none. */
export function wordsOf({ kind, format, choices = [] }: FieldDefinition, value: unknown): string | undefined {
  const labelOf = (chosen: unknown) => choices.find((one) => one.value === chosen)?.label ?? String(chosen)
  if (value === undefined || value === null || value === '') return undefined
  if (kind === 'choice') return labelOf(value)
  if (kind === 'choices') return Array.isArray(value) ? value.map(labelOf).join('、') : undefined
  if (kind === 'checklist')
    return choices.map((one) => `${one.label}：${isTicked(value, one.value) ? '是' : '否'}`).join('\n')
  if (format === 'person' && typeof value === 'string') return withoutNote(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

const isTicked = (value: unknown, point: string): boolean =>
  typeof value === 'object' && value !== null && Object.entries(value).some(([name, yes]) => name === point && yes)
