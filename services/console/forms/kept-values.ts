/** What was typed survives the window and a lost session: per form, in this browser only, for its person only. */
import { kept } from '../kept/browser.ts'
import type { Values } from '../kept/kept.ts'

export type { Values } from '../kept/kept.ts'

/** What stood there and could not be kept is there as undefined: nothing that a form begins with takes its place. */
export function keptValues(form: string): Values | undefined {
  const lost = Object.fromEntries(kept.lost(form).map((field) => [field, undefined]))
  const values = { ...lost, ...kept.read(form) }
  return Object.keys(values).length > 0 ? values : undefined
}
/** Fields that are on this page alone, and those that were until it was loaded anew. */
export const apartIn = (form: string): readonly string[] => kept.apart(form)
export const lostIn = (form: string): readonly string[] => kept.lost(form)
/** @param personal fields that are never written down */
export const keepValues = (form: string, values: Values, personal: readonly string[] = []): void =>
  kept.keep(form, values, personal)
export const forgetValues = (form: string): void => kept.forget(form)
