/** What a schema finds, as sentences at fields. */
import type { z } from 'zod/mini'

/** Every field that is wrong, at once: field name → sentence. Empty when the values are a complete form. */
export function wrongFields(form: z.ZodMiniType, values: unknown): Record<string, string> {
  const { error } = form.safeParse(values)
  return error ? fieldErrors(error.issues) : {}
}

/** Issues of a schema as field → first sentence; a field inside a list is named `lines.2.outcome`. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  // A map: of an object every name that it inherits, `constructor` say, would count as told already.
  const wrong = new Map<string, string>()
  const tell = (at: string, sentence: string) => wrong.has(at) || wrong.set(at, sentence)
  for (const { path, message, ...issue } of issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) tell([...path, key].join('.'), '没有这一填写栏')
    // Of a wrong type that no screen sends, the library says so in English.
    else tell(path.join('.'), message === 'Invalid input' ? '填写有误，请核对后重新填写' : message)
  }
  return Object.fromEntries(wrong)
}
