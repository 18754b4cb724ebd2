import { saidDay } from '#calendar/said.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import { nameOfUse } from '#evidence/cited-file.ts'
import type { Values } from '../kept-values.ts'
import { wordsOf } from '../words-of.ts'

const MOST = 120
type Asked = {
  readonly fields: readonly FieldDefinition[]
  readonly values: Values
  readonly empty?: Readonly<Record<string, string>>
}
/** Each field's answer in words, days and files too; long texts by their beginning. */
export function saidValues({ fields, values, empty = {} }: Asked) {
  return fields.flatMap((field) => {
    const words = saidOf(field, values[field.name]) ?? empty[field.name]
    const short = words !== undefined && words.length > MOST ? `${words.slice(0, MOST)}……` : words
    return short ? [{ name: field.name, label: field.label, words: short }] : []
  })
}

function saidOf(field: FieldDefinition, value: unknown): string | undefined {
  if (field.kind === 'date') return typeof value === 'string' && isDay(value) ? saidDay(value) : undefined
  if (field.kind !== 'file' && field.kind !== 'files') return wordsOf(field, value)
  const names = [value].flat().flatMap((used) => (typeof used === 'string' ? (nameOfUse(used) ?? '1个文件') : []))
  return names.length > 0 ? names.join('、') : undefined
}
