/** What was typed survives the tab, the browser and a lost session: per form, in this browser only. */
import { z } from 'zod/mini'

export type Values = Readonly<Record<string, unknown>>
const stored = z.record(z.string(), z.unknown())
const key = (form: string) => `shifan:form:${form}`

export function keptValues(form: string): Values | undefined {
  const text = localStorage.getItem(key(form))
  if (text === null) return undefined
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    // Not ours, or of an older shape: the form begins anew.
    localStorage.removeItem(key(form))
    return undefined
  }
}
export const keepValues = (form: string, values: Values): void =>
  localStorage.setItem(key(form), JSON.stringify(values))
export const forgetValues = (form: string): void => localStorage.removeItem(key(form))
