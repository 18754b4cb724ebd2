/** An explanation is a sentence, and an opinion has words: whoever reads it later has nothing but it. */
import { z } from 'zod/mini'
import { hasWords, isSentence, lengthOf, tidyText, unitsOf } from '#typed/line.ts'

/** `words`: an opinion, of which 同意 is one. `sentence`: a reason, an account. */
export type Says = 'words' | 'sentence'
/** A field that has to be a sentence while another one has one of these values. */
type Explaining = {
  readonly name: string
  readonly label: string
  readonly sentenceFor?: { readonly field: string; readonly among: readonly string[] } | undefined
}

/** Of what was received: enough to know it again. */
const SHOWN = 20
const shown = (typed: string): string =>
  lengthOf(typed) > SHOWN ? `${typed.slice(0, unitsOf(typed, SHOWN))}……` : typed

/** Why what was typed says nothing; undefined when it does, or when there is nothing at all. */
export function whySaysNothing(says: Says, label: string, typed: string): string | undefined {
  if (typed === '' || (says === 'words' ? hasWords(typed) : isSentence(typed))) return undefined
  return `“${shown(typed)}”没有写明${label}；请用文字写明${says === 'words' ? '' : '，不少于四个字'}`
}

/** The same as a check of a text that has been tidied. */
export const mustSay = (says: Says | undefined, label: string) =>
  z.refine<string>((typed) => !says || whySaysNothing(says, label, typed) === undefined, {
    error: ({ input }) => (says && typeof input === 'string' ? whySaysNothing(says, label, input) : undefined),
  })

const values = z.record(z.string(), z.unknown())
/** What of a form is no sentence although what was chosen beside has to be explained; told with everything else that is wrong. */
export const mustExplain = (fields: readonly Explaining[]) =>
  fields.flatMap(({ name, label, sentenceFor: when }) => {
    if (!when) return []
    const whyNot = (input: unknown): string | undefined => {
      const given = values.safeParse(input).data ?? {}
      const [chosen, typed] = [given[when.field], given[name]]
      if (typeof chosen !== 'string' || !when.among.includes(chosen) || typeof typed !== 'string') return undefined
      return whySaysNothing('sentence', label, tidyText(typed))
    }
    return z.refine<unknown>((input) => whyNot(input) === undefined, {
      path: [name],
      error: ({ input }) => whyNot(input),
      when: () => true,
    })
  })
