/** What a certificate 证书 is known by: its number, and the code by which anybody finds its page on the register. */
import { digestOf } from '#ledger/chain.ts'
import { heldSince, type Title } from './title.ts'

type Act = { readonly stream: string; readonly number: number }
/**
 * The number 证书编号 within the county, from the act that named the unit and its place there, so that it is the same
 * whoever computes it: `2018-2-1-03`, the third unit of the batch's first decision 命名决定 (or of a meeting's first entry).
 * @param units those that the act names, in its order
 */
export function certificateIn(batch: string, { stream, number }: Act, units: readonly string[], unit: string): string {
  const [kind, , n = ''] = stream.split('/')
  const place = String(units.indexOf(unit) + 1).padStart(2, '0')
  return `${batch}-${kind === 'decision' ? n : number}-${place}`
}

/**
 * The code 查验码, three groups of four digits or letters A to F: `7F3A-91C0-22DE`. Of 2⁴⁸ it is one that nobody guesses
 * who does not know the millisecond of the record; it hides nothing, since the page that it leads to is public.
 */
export function codeOf(stream: string, title: Title): string | undefined {
  const since = heldSince(title)
  const code = since && digestOf({ stream, at: since.at }).slice(0, 12).toUpperCase()
  return code && `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A code as people copy it from paper: in any case and width, with or without its hyphens; undefined for what is none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[\s\p{Pd}]/gu, '')
  return /^[0-9A-F]{12}$/.test(code) ? `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}` : undefined
}

/** Where the public reads of a title, from the root of the site. */
export const pathOfCode = (code: string): string => `/public/titles/${code}.html`
/** Where the public reads the unit's experience summary 经验材料. */
export const experiencePathOf = (code: string): string => `/public/experiences/${code}.html`
