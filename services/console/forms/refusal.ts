/** What a refused click is told, and where: every sentence that the answer has reaches somebody's eye. */
import { ApiError } from '#contracts/client.ts'

export type Fields = Readonly<Record<string, string>>
export type Refusal = {
  readonly message: string
  readonly fields: Fields
  /** What was thrown; without it the refusal is the page's own, and stays until it is mended. */
  readonly error?: unknown
}

export const refusalOf = (error: unknown): Refusal => ({
  message: error instanceof Error ? error.message : '办理未成功，请重试。',
  fields: error instanceof ApiError ? error.fields : {},
  error,
})

const isAt = (at: string, field: string): boolean => at === field || at.startsWith(`${field}.`)

/** The sentence at a field: its own, else that of a part of it, as `workPlan.0`. */
export const wrongAt = (fields: Fields, field: string): string | undefined =>
  fields[field] ?? Object.entries(fields).find(([at]) => isAt(at, field))?.[1]

/** What is left once this field is answered anew. */
const without = (fields: Fields, field: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([at]) => !isAt(at, field)))

/** What is left of a refusal once these fields are answered anew; nothing when that was all. */
export function withoutField(refused: Refusal, mended: readonly string[]): Refusal | undefined {
  const fields = mended.reduce(without, refused.fields)
  const left = Object.keys(fields).length
  if (left === Object.keys(refused.fields).length) return refused
  return left > 0 ? { ...refused, message: `还有${left}项需要填写或修改。`, fields } : undefined
}

/** Sentences about what none of these fields shows. */
export const unsaid = (fields: Fields, shown: readonly string[]): string[] => [
  ...new Set(Object.entries(fields).flatMap(([at, said]) => (shown.some((field) => isAt(at, field)) ? [] : [said]))),
]

/** The refusal in one text, for a place that has no fields of its own. */
export function saidWhole(error: unknown): string {
  const { message, fields } = refusalOf(error)
  const more = unsaid(fields, []).filter((said) => !message.includes(said))
  return more.length > 0 ? `${message}${more.join('；')}。` : message
}
