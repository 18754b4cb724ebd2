/**
 * The rules by which everything that is sent is taken in: one for text, one for words that name something, one for
 * lists, one for records. No body of a contract has a string, a list or a record beside these, and each has an end.
 */
import { z } from 'zod/mini'
import { lengthOf } from '#typed/line.ts'
import { isBuiltIn, whyNotKept } from '#typed/unseen.ts'

/** The most that one word may have: ids of the house are far shorter. */
const LONGEST_WORD = 120
/** More points than any form, and more steps than any procedure has. */
const MOST_ENTRIES = 200

/** Whether something may be named so. */
const isName = (name: string): boolean => !isBuiltIn(name) && whyNotKept(name) === undefined

/** Refuses what could not be kept as it was sent, and says where it stands. */
const keepable = z.refine<string>((sent) => whyNotKept(sent) === undefined, {
  error: ({ input }) => (typeof input === 'string' ? whyNotKept(input) : undefined),
})

/** Text that somebody types, kept as `tidy` leaves it. Lengths are counted in characters. */
export const typedText = (label: string, max: number, tidy = (sent: string): string => sent) =>
  z.string({ error: `请填写${label}` }).check(
    keepable,
    z.overwrite(tidy),
    // Nothing more is looked for in what is too long: a body may hold megabytes, and some rules take time with each character.
    z.maxLength(max, {
      abort: true,
      error: ({ input }) =>
        `${label}最多${max}字${typeof input === 'string' ? `，收到${lengthOf(input)}字` : ''}；请删减`,
    }),
  )

/**
 * What names something else: a key, an id, a digest.
 * @param wrong said of one that is no such name
 * @param first what is said before that
 */
export const word = (missing: string, pattern?: RegExp, wrong = missing, ...first: z.core.$ZodCheck<string>[]) =>
  z.string({ error: missing }).check(
    ...first,
    z.maxLength(LONGEST_WORD, { abort: true, error: wrong }),
    z.refine((named) => isName(named) && (pattern?.test(named) ?? true), wrong),
  )

/** A whole number within bounds, both included. */
export const whole = (label: string, minimum: number, maximum: number) => {
  const asked = `${label}应为${minimum}至${maximum}的整数`
  const error = ({ input }: { readonly input?: unknown }) =>
    typeof input === 'number' ? `${asked}，收到${input}；请改正` : asked
  return z.int({ error }).check(z.minimum(minimum, { error }), z.maximum(maximum, { error }))
}

/** @param many said of more than `most` */
export const listOf = <Item extends z.ZodMiniType>(item: Item, missing: string, most: number, many: string) =>
  z.array(item, { error: missing }).check(z.maxLength(most, many))

/** By a word each. @param wrong said of a name that is none, or of more than `most` */
export const recordOf = <Value extends z.ZodMiniType>(
  value: Value,
  missing: string,
  wrong = missing,
  most = MOST_ENTRIES,
) =>
  z.record(z.string(), value, { error: missing }).check(
    z.refine((sent) => {
      const names = Object.keys(sent)
      return names.length <= most && names.every((name) => name.length <= LONGEST_WORD && isName(name))
    }, wrong),
  )

type Checking = {
  readonly value: unknown
  readonly issues: {
    push: (issue: { code: 'custom'; input: unknown; path: (string | number)[]; message: string }) => unknown
  }
}
/** A check of what is read by a schema of its own later: every text within it. */
export function eachTextKept({ value, issues }: Checking): void {
  const look = (one: unknown, path: readonly (string | number)[]): void => {
    const why = typeof one === 'string' ? whyNotKept(one) : undefined
    if (why) issues.push({ code: 'custom', input: one, path: [...path], message: why })
    if (typeof one !== 'object' || one === null) return
    for (const [key, inner] of Object.entries(one)) look(inner, [...path, Array.isArray(one) ? Number(key) : key])
  }
  look(value, [])
}
