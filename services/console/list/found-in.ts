import { isFound } from '#typed/names.ts'

/** Which choices of a list a person looks for by typing. */
export const foundIn = (wanted: string, option?: { readonly label?: unknown }): boolean =>
  isFound(String(option?.label ?? ''), wanted)
