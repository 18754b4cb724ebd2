import type { FormSchema } from '#contracts/forms.ts'
import type { Values } from '../kept-values.ts'

/** The answers that are right by themselves, tidied as the server would; and what is wrong with the others that were given. */
export function goodAnswers(
  form: FormSchema,
  values: Values,
): { readonly good: Values; readonly wrong: Readonly<Record<string, string>> } {
  const good: Record<string, unknown> = {}
  const wrong: Record<string, string> = {}
  for (const [field, schema] of Object.entries(form.shape)) {
    const value = values[field]
    if (value === undefined || value === null) continue
    const { success, data, error } = schema.safeParse(value)
    if (success) good[field] = data
    else wrong[field] = error?.issues[0]?.message ?? '填写有误'
  }
  return { good, wrong }
}
