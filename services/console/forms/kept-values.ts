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
/** For what a form asks where the same name may mean another: a stay of a case, a selection. */
export type About = {
  readonly is: string
  /** What is said of what was typed for another. */
  readonly otherwise: string
}
/** What is to be said where something was typed for another than what is asked about now. */
export const whyOtherwise = (form: string, { is, otherwise }: About): string | undefined =>
  (kept.about(form) ?? is) === is ? undefined : otherwise
/** @param personal fields that are never written down */
export const keepValues = (form: string, values: Values, personal: readonly string[] = [], about?: About): void =>
  kept.keep(form, values, personal, about?.is)
/** For what it was typed, where that is kept. */
export const aboutOf = (form: string): string | undefined => kept.about(form)
export const turnTo = (form: string, about: string): void => kept.turnTo(form, about)
export const forgetValues = (form: string): void => kept.forget(form)
