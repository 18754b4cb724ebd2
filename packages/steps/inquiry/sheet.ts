/**
 * What one scorer notes of single indicators by one method, while it goes on: nobody else writes there, so that two people
 * never collide. A record of the method names the sheet as it stood, and with it becomes part of the assessment. Stream
 * `sheet/<batch>/<unit>/<visit>/<method>/<scorer>`.
 */
import { z } from 'zod/mini'
import { said } from '#calendar/said.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

/** Longer accounts are the method's own record. */
export const LONGEST_NOTE = 500
export const MOST_PICTURES = 20

/** As it stands after a save; with neither text nor files it says nothing any more. */
const noted = z.object({
  type: z.literal('noted'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  item: z.string(),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_NOTE))),
  files: z.array(keptUse).check(z.maxLength(MOST_PICTURES)),
})
export const sheetEvent = z.discriminatedUnion('type', [noted])
export type Noted = z.infer<typeof noted>
export type Note = Pick<Noted, 'item' | 'text'> & { readonly files: readonly string[] }

/** `versions`: of each indicator, the newest last. */
export type Sheet = { readonly versions: ReadonlyMap<string, readonly Noted[]> }

export const sheetKind: Kind<Noted, Sheet> = {
  parse: (stored) => sheetEvent.parse(stored),
  initial: { versions: new Map() },
  evolve: ({ versions }, event) => ({
    versions: new Map([...versions, [event.item, [...(versions.get(event.item) ?? []), event]]]),
  }),
}

const saysSomething = ({ text, files }: Pick<Note, 'text' | 'files'>): boolean => text !== undefined || files.length > 0

/** What it says of each indicator of which it says something, in the order in which they were first noted. */
export const notesOf = ({ versions }: Sheet): readonly Noted[] =>
  [...versions.values()].flatMap((all) => all.at(-1) ?? []).filter(saysSomething)

export const versionsOf = ({ versions }: Sheet, item: string): readonly Noted[] => versions.get(item) ?? []

/**
 * Keeps what is noted of one indicator. @param number of its version that was changed; 0 for none
 * @throws Refused where the same person has saved meanwhile in another place
 */
export const noteIndicator =
  (
    { item, text, files }: Note,
    number: number,
    { by, received }: { by: string; received: string },
  ): Decision<Noted, Sheet> =>
  (sheet) => {
    const versions = versionsOf(sheet, item)
    const now = versions.at(-1)
    if ((now?.text ?? '') === (text ?? '') && (now?.files ?? []).join('\n') === files.join('\n')) return []
    if (versions.length !== number)
      throw new Refused(
        'conflict',
        `您在别处${now ? `于${said(now.at)}` : ''}修改了这一项，本次没有保存，您填写的内容仍在；请核对两处内容后再保存。`,
      )
    return [{ type: 'noted', v: 1, at: received, by, item, ...(text && { text }), files: [...files] }]
  }
