/**
 * A use of a file 引用: `<sha256> <name>`, as it stands in a form, an event and a request. The bytes are stored once and
 * may be used often; the name belongs to the use. A digest alone (what programs send, and older records hold) is a use
 * under the name that the bytes were first sent with.
 */
import { z } from 'zod/mini'
import { trimmedName, whyNoFileName, whyUnreadable } from './file-name.ts'
import { kindOfName, notKept } from './kinds.ts'

const DIGEST = 64
/** Whatever the name is: what it may be is said in sentences. */
const SHAPE = /^[0-9a-f]{64}( [\s\S]+)?$/u

export const cite = (sha256: string, name: string): string => `${sha256} ${name}`
export const digestOfUse = (used: string): string => used.slice(0, DIGEST)
/** Undefined where the use states none. */
export const nameOfUse = (used: string): string | undefined => used.slice(DIGEST + 1) || undefined

/** A use as somebody sends it. */
export const fileUse = (missing: string) =>
  z.string({ error: missing }).check(
    z.regex(SHAPE, '文件编号不对，请重新上传'),
    z.overwrite(withTrimmedName),
    z.refine((used) => whyNotCited(used) === undefined, {
      error: ({ input }) => (typeof input === 'string' ? whyNotCited(input) : undefined) ?? missing,
    }),
  )
/** The digest alone, whatever name was sent with it: what a letter is called may say who wrote it. */
export const unnamedUse = (missing: string) =>
  z.string({ error: missing }).check(
    z.regex(SHAPE, '文件编号不对，请重新上传'),
    z.refine(
      (used) => whyUnreadable(trimmedName(nameOfUse(used) ?? 'x')) === undefined,
      '文件名不对；请改名后重新上传',
    ),
    z.overwrite(digestOfUse),
  )
function withTrimmedName(used: string): string {
  const name = nameOfUse(used)
  return name === undefined ? used : cite(digestOfUse(used), trimmedName(name))
}
function whyNotCited(used: string): string | undefined {
  const name = nameOfUse(used)
  if (name === undefined) return undefined
  return whyNoFileName(name) ?? (kindOfName(name) ? undefined : notKept(name))
}
/** A use as events keep it. */
export const keptUse = z.string().check(z.regex(SHAPE))

type Named = { readonly sha256: string; readonly name: string }

/** The files of one answer, in its order and under its names; one that is not among `known` is left out. */
export function filesOfAnswer<F extends Named>(answer: unknown, known: readonly F[]): F[] {
  return [answer].flat().flatMap((used) => {
    if (typeof used !== 'string') return []
    const [sha256, name] = [digestOfUse(used), nameOfUse(used)]
    const same = known.filter((file) => file.sha256 === sha256)
    return same.find((file) => file.name === name) ?? same[0] ?? []
  })
}

/** Whether two files are the same paper under the same name. */
export const isSameUse = (a: Named | undefined, b: Named | undefined): boolean =>
  a?.sha256 === b?.sha256 && a?.name === b?.name
