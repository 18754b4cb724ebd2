/** Bulletins 情况交流: what the office tells all units of a batch, numbered from 1. Stream `bulletins/<batch>`. */
import { z } from 'zod/mini'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const bulletinIssued = z.object({
  type: z.literal('bulletinIssued'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  title: z.string().check(z.minLength(1), z.maxLength(100)),
  text: z.string().check(z.minLength(1), z.maxLength(5000)),
  files: z.array(keptUse),
  /** The number of the one that it corrects, which stays as it is. */
  corrects: z.optional(z.int()),
})
export const bulletinsEvent = z.discriminatedUnion('type', [bulletinIssued])
export type BulletinIssued = z.infer<typeof bulletinIssued>

/** In order; the place of one, counted from 1, is its number. */
export type Bulletins = { readonly all: readonly BulletinIssued[] }

export const bulletinsStream = (batch: string): string => `bulletins/${batch}`

export const bulletinsKind: Kind<BulletinIssued, Bulletins> = {
  parse: (stored) => bulletinsEvent.parse(stored),
  initial: { all: [] },
  evolve: ({ all }, event) => ({ all: [...all, event] }),
}

type Content = Pick<BulletinIssued, 'title' | 'text' | 'files' | 'corrects'>
type Asked = { readonly by: string; readonly received: string }

const isSame = (a: Content, b: Content): boolean =>
  a.title === b.title && a.text === b.text && a.corrects === b.corrects && a.files.join() === b.files.join()

/** It was corrected since, or what it corrects was corrected once more: its words are not the last ones. */
const isOvertaken = (all: Bulletins['all'], i: number): boolean =>
  all.some(
    ({ corrects }, j) => j > i && corrects !== undefined && (corrects === i + 1 || corrects === all[i]?.corrects),
  )

/**
 * The next one; nobody approves it, since nothing follows from it for any case.
 * @param seen how many there were before the officer: a number is given once
 */
export const issueBulletin =
  (
    { seen, ...content }: Content & { readonly seen: number },
    { by, received }: Asked,
  ): Decision<BulletinIssued, Bulletins> =>
  ({ all }) => {
    // Also when others were issued since: the same words again are the same click, sent twice.
    if (all.some((one, i) => one.by === by && isSame(one, content) && !isOvertaken(all, i))) return []
    if (all.length !== seen)
      throw new Refused('conflict', `第${all.length}期情况交流已经发出；请刷新，看过之后再发下一期。`)
    const { title, text, files, corrects } = content
    if (corrects !== undefined && !all[corrects - 1])
      throw new Refused('unknown', `没有第${corrects}期情况交流，不能更正；请刷新后再办。`)
    return [
      {
        ...{ type: 'bulletinIssued', v: 1, at: received, by, title, text, files: [...files] },
        ...(corrects !== undefined && { corrects }),
      },
    ]
  }
