/** What was typed survives the window and a lost session: per form, in this browser only, for its person only. */
import { kept } from '../kept/browser.ts'
import type { Values } from '../kept/kept.ts'

export type { Values } from '../kept/kept.ts'

export const keptValues = (form: string): Values | undefined => kept.read(form)
/** @param personal fields that are never written down */
export const keepValues = (form: string, values: Values, personal: readonly string[] = []): void =>
  kept.keep(form, values, personal)
export const forgetValues = (form: string): void => kept.forget(form)
