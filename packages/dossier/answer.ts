/**
 * What a unit says of one indicator of its standard: reached or not, in words, with the files that show it. Stream
 * `dossier/<batch>/<unit>/<indicator>`, one for each, so that two people at two indicators never collide.
 */
import { z } from 'zod/mini'
import { said } from '#calendar/said.ts'
import { digestOfUse, keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { hasWords, isSentence } from '#typed/says/says.ts'

/** Longer texts are papers of their own, and cited. */
export const LONGEST_TEXT = 2000
export const MOST_FILES = 50
export const RESULTS = { reached: '达到', notReached: '未达到', notApplicable: '不适用' } as const
export const result = z.enum(['reached', 'notReached', 'notApplicable'])
export type Result = z.infer<typeof result>

/** As it stands after a save, complete or not. `byOffice`: entered from the unit's paper 代录. */
const answered = z.object({
  type: z.literal('answered'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  byOffice: z.optional(z.literal(true)),
  result: z.optional(result),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT))),
  files: z.array(keptUse).check(z.maxLength(MOST_FILES)),
})
export const dossierEvent = z.discriminatedUnion('type', [answered])
export type Answered = z.infer<typeof answered>
export type AnswerContent = Pick<Answered, 'result' | 'text'> & { readonly files: readonly string[] }
/** Every save, the first one first: a save is one commit, so that the number of a version is the stream's. */
export type Answer = { readonly versions: readonly Answered[] }

export const NO_ANSWER: AnswerContent = { files: [] }
export const answerStream = (batch: string, unit: string, item: string): string => `dossier/${batch}/${unit}/${item}`
export const dossierKind: Kind<Answered, Answer> = {
  parse: (stored) => dossierEvent.parse(stored),
  initial: { versions: [] },
  evolve: ({ versions }, event) => ({ versions: [...versions, event] }),
}
/** @param number the version; the newest where it is left out */
export const contentAt = ({ versions }: Answer, number = versions.length): AnswerContent =>
  versions[number - 1] ?? NO_ANSWER

const LABELS = { result: '自评结论', text: '自评情况', files: '佐证材料' } as const
const same = (one: AnswerContent, other: AnswerContent) => ({
  result: one.result === other.result,
  text: one.text === other.text,
  files: one.files.join('\n') === other.files.join('\n'),
})
const differing = (one: AnswerContent, other: AnswerContent): readonly string[] => {
  const { result: isResult, text: isText, files: isFiles } = same(one, other)
  return [...(isResult ? [] : [LABELS.result]), ...(isText ? [] : [LABELS.text]), ...(isFiles ? [] : [LABELS.files])]
}

export const saysTheSame = (one: AnswerContent, other: AnswerContent): boolean => differing(one, other).length === 0

/** An earlier version that says what the answer says now: it stood from one instant up to another. */
export type Alike = { readonly number: number; readonly from: string; readonly to: string }
/** As many as anybody goes back. */
const MOST_ALIKE = 100
export function alikeBefore(state: Answer): readonly Alike[] {
  const now = contentAt(state)
  return state.versions
    .flatMap((one, i) => {
      const next = state.versions[i + 1]
      return next && saysTheSame(one, now) ? [{ number: i + 1, from: one.at, to: next.at }] : []
    })
    .slice(-MOST_ALIKE)
}

/** Somebody else has saved since the version that was changed. */
export class ChangedMeanwhile extends Refused {
  readonly by: string
  readonly #at: string
  readonly #what: readonly string[]

  constructor({ by, at }: Answered, what: readonly string[]) {
    super('conflict', changedMeanwhile('其他人员', at, what))
    this.by = by
    this.#at = at
    this.#what = what
  }

  /** The same refusal, to be read by people. @param who the name of whoever saved it */
  readonly named = (who: string): Refused => new Refused('conflict', changedMeanwhile(who, this.#at, this.#what))
}
const changedMeanwhile = (who: string, at: string, what: readonly string[]): string =>
  `${who}于${said(at)}修改了这一项的${what.map((one) => `“${one}”`).join('、')}，本次没有保存，您填写的内容仍在；请核对两处内容后再保存。`

type Asked = { readonly by: string; readonly received: string; readonly byOffice?: true }
type Deciding = Decision<Answered, Answer>
const saved = (
  { result: chosen, text, files }: AnswerContent,
  { by, received, byOffice }: Asked,
): readonly Answered[] => [
  {
    ...{ type: 'answered', v: 1, at: received, by, files: [...files] },
    ...(byOffice && { byOffice }),
    ...(chosen && { result: chosen }),
    ...(text && { text }),
  },
]

/** Keeps an answer as it stands. @param base the version that was changed; 0 for none @throws ChangedMeanwhile */
export const saveAnswer =
  (content: AnswerContent, base: number, by: Asked): Deciding =>
  (state) => {
    const now = contentAt(state)
    if (saysTheSame(now, content)) return []
    const newest = state.versions.at(-1)
    if (newest && base !== state.versions.length)
      throw new ChangedMeanwhile(newest, differing(contentAt(state, base), now))
    return saved(content, by)
  }

/** Cites files besides those that are cited; nothing that stands is changed. */
export const citeFiles =
  (uses: readonly string[], by: Asked): Deciding =>
  (state) => {
    const { files, ...rest } = contentAt(state)
    const known = new Set(files.map(digestOfUse))
    const more = uses.filter((one, i) => {
      const digest = digestOfUse(one)
      return !known.has(digest) && uses.findIndex((other) => digestOfUse(other) === digest) === i
    })
    if (more.length === 0) return []
    if (files.length + more.length > MOST_FILES)
      throw new Refused(
        'incomplete',
        `这一项已有${files.length}个文件，再放${more.length}个就超过${MOST_FILES}个；请合并为较少的文件，或放到其他项。`,
      )
    return saved({ ...rest, files: [...files, ...more] }, by)
  }

/** What an answer still lacks, in words; undefined where it is whole. */
export function whatIsMissing({ result: chosen, text }: AnswerContent): string | undefined {
  if (!chosen) return '没有选择自评结论'
  if (chosen === 'notApplicable')
    return text && isSentence(text) ? undefined : '没有写明不适用的理由（用文字写明，不少于三个字）'
  return text && hasWords(text) ? undefined : '没有写明自评情况'
}
