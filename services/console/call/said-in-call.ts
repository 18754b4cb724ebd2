/** A call as it is read once more before it is published: all that cannot be changed afterwards, in the words of its form. */
import { saidDay } from '#calendar/said.ts'
import type { OfferedProcedure } from '#contracts/call.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import { nameOfUse } from '#evidence/cited-file.ts'
import { tidyLine } from '#typed/line.ts'
import type { Values } from '../forms/kept-values.ts'
import { dateField } from './call-fields.ts'
import { designatedIn } from './call-values.ts'
import { linesOf } from './lines-of.ts'

export type SaidLine = { readonly label: string; readonly said: string }

/** Said otherwise below, read in the preview, or kept by the office. */
const APART: ReadonlySet<string> = new Set(['designated', 'files', 'text', 'scan'])

/** @param fields all that the form asks for, in its order */
export function saidInCall(
  values: Values,
  { dates }: OfferedProcedure,
  fields: readonly FieldDefinition[],
): readonly SaidLine[] {
  const lastDays = new Set(dates.map(({ step }) => dateField(step)))
  const named = fields.find(({ name }) => name === 'designated')?.choices ?? []
  const chosen = designatedIn(values).flatMap((unit) => named.find(({ value }) => value === unit)?.label ?? [])
  const lines = fields
    .filter(({ name }) => !APART.has(name) && values[name] !== undefined)
    .map(({ name, label, choices }) => {
      const value = (linesOf(String(values[name] ?? '')) ?? []).map(tidyLine).join('；')
      const chosen = choices?.find((one) => one.value === value)?.label ?? value
      return { label, said: isDay(value) ? `${saidDay(value)}${lastDays.has(name) ? '24时' : ''}` : chosen }
    })
  const files = [values.files].flat().flatMap((used) => (typeof used === 'string' ? (nameOfUse(used) ?? []) : []))
  return [
    ...lines,
    ...(chosen.length > 0 ? [{ label: '指定参加的单位', said: chosen.join('、') }] : []),
    ...(files.length > 0 ? [{ label: '附件文件', said: files.join('、') }] : []),
  ]
}
