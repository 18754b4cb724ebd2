/** What a field of a day or a number holds: what it was understood as, or, as long as that fails, what was typed. */

import { typedDay } from '#calendar/typed-day.ts'
import { type FieldDefinition, isDay, schemaOfShown } from '#contracts/forms.ts'
import { type CountUnit, measureOf, typedCount } from '#typed/count.ts'
import { countedIn, tidyLine } from '#typed/line.ts'
import type { Values } from './kept-values.ts'

/** Text that nobody understood is the value itself: no older value can be sent in its place. */
export function dayOf(text: string): string | undefined {
  const read = typedDay(text)
  return read && ('day' in read ? read.day : text)
}
export function countOf(text: string, unit?: CountUnit): number | string | undefined {
  const read = typedCount(text, unit)
  return read && ('count' in read ? read.count : text)
}

/** What stands in an input: the text that was typed, as long as the value is what it means; else the value. */
export const shownText = <V extends string | number>(
  text: string,
  value: V | undefined,
  meant: (text: string) => string | number | undefined,
): string => (meant(text) === value ? text : String(value ?? ''))

/** By how many characters a text is too long, counted as the server does. */
export const excessOf = (text: string, most: number): number => Math.max(0, countedIn(text) - most)
export const saidExcess = (excess: number, most: number): string => `超出${excess}字，最多${most}字`

/** Why a day or a number could not be sent as it stands. */
export function whyUnread(kind: FieldDefinition['kind'], value: unknown, unit?: CountUnit): string | undefined {
  if (typeof value !== 'string') return undefined
  const read =
    kind === 'date' && !isDay(value) ? typedDay(value) : kind === 'number' ? typedCount(value, unit) : undefined
  return read && ('wrong' in read ? read.wrong : undefined)
}

/** As what a number was understood, where it looks otherwise than what was typed. */
export function saidCount(text: string, count: number): string | undefined {
  if (text.trim() === String(count)) return undefined
  const isOfDays = /工作日|自然日/.test(measureOf(text))
  return `按${count}填写${isOfDays ? `，不分工作日、自然日；按哪种日子计算，以本页所选的计算方法为准` : ''}`
}

/** As what a number to dial, an address or a name is kept, where that looks otherwise than what was typed. */
export function readAs(field: FieldDefinition, text: string): string | undefined {
  if (!field.format || text === '') return undefined
  const { data } = schemaOfShown([field]).safeParse({ [field.name]: text })
  const kept = data?.[field.name]
  return typeof kept === 'string' && kept !== tidyLine(text) ? `按“${kept}”填写` : undefined
}

/** Whether the field itself says what is wrong with what was typed. */
export const isSaidByField = ({ kind, max, unit }: FieldDefinition, value: unknown): boolean =>
  whyUnread(kind, value, unit) !== undefined ||
  (typeof value === 'string' && max !== undefined && excessOf(value, max) > 0)

const TYPED: ReadonlySet<FieldDefinition['kind']> = new Set(['text', 'longText', 'date', 'number'])

/** What was typed and cannot be sent, by field. What is missing is not wrong. */
export const wrongTyped = (fields: readonly FieldDefinition[], values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name]
      if (value === undefined || !TYPED.has(field.kind)) return []
      const { error } = schemaOfShown([field]).safeParse({ [field.name]: value })
      const excess = typeof value === 'string' && field.max !== undefined ? excessOf(value, field.max) : 0
      const why =
        whyUnread(field.kind, value, field.unit) ??
        (excess > 0 ? `${field.label}${saidExcess(excess, field.max ?? 0)}` : error?.issues[0]?.message)
      return why ? [[field.name, why]] : []
    }),
  )
