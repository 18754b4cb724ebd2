/**
 * What one scorer notes of single indicators by one method, while it goes on: nobody else writes there, so that two people
 * never collide. A record of the method names the sheet as it stood, and with it becomes part of the assessment. Stream
 * `sheet/<batch>/<unit>/<visit>/<method>/<scorer>`.
 */
import { z } from 'zod/mini'
import { said } from '#calendar/said.ts'
import { keptUse } from '#evidence/cited-file.ts'
import { CITED_RESULT } from '#external-results/cited-result.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { finding, isToExplain } from '#tally/finding.ts'

/** Longer accounts are the method's own record. */
export const LONGEST_NOTE = 500
export const MOST_PICTURES = 20
export const MOST_RESULTS = 20
/** Points taken off: up to two places, more than none. */
export const OFF = /^(?!0*(\.0*)?$)\d{1,3}(\.\d{1,2})?$/

/** As it stands after a save; with no finding, text, file or result it says nothing any more. `off`: see `FoundBy`. */
const noted = z.object({
  type: z.literal('noted'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  item: z.string(),
  finding: z.optional(finding),
  off: z.optional(z.string().check(z.regex(OFF))),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_NOTE))),
  files: z.array(keptUse).check(z.maxLength(MOST_PICTURES)),
  /** External results of the unit that it cites, each as it was seen. */
  results: z.optional(
    z.array(z.string().check(z.regex(CITED_RESULT))).check(z.minLength(1), z.maxLength(MOST_RESULTS)),
  ),
})
export const sheetEvent = z.discriminatedUnion('type', [noted])
export type Noted = z.infer<typeof noted>
export type Note = Pick<Noted, 'item' | 'finding' | 'off' | 'text'> & {
  readonly files: readonly string[]
  readonly results?: readonly string[] | undefined
}

/** `versions`: of each indicator, the newest last. */
export type Sheet = { readonly versions: ReadonlyMap<string, readonly Noted[]> }

export const sheetKind: Kind<Noted, Sheet> = {
  parse: (stored) => sheetEvent.parse(stored),
  initial: { versions: new Map() },
  evolve: ({ versions }, event) => ({
    versions: new Map([...versions, [event.item, [...(versions.get(event.item) ?? []), event]]]),
  }),
}

const saysSomething = ({ finding, text, files, results = [] }: Omit<Note, 'item'>): boolean =>
  finding !== undefined || text !== undefined || files.length + results.length > 0

/** What it says of each indicator of which it says something, in the order in which they were first noted. */
export const notesOf = ({ versions }: Sheet): readonly Noted[] =>
  [...versions.values()].flatMap((all) => all.at(-1) ?? []).filter(saysSomething)

/** What is found wanting, or out of account, and does not say why: no record takes that in. */
export const unexplainedIn = (sheet: Sheet): readonly string[] =>
  notesOf(sheet).flatMap(({ item, finding, text }) => (isToExplain(finding) && text === undefined ? [item] : []))

export const versionsOf = ({ versions }: Sheet, item: string): readonly Noted[] => versions.get(item) ?? []

/**
 * Keeps what is noted of one indicator. @param number of its version that was changed; 0 for none @param about what this
 * method may find of it
 * @throws Refused where the same person has saved meanwhile in another place
 */
export const noteIndicator =
  (
    note: Note,
    number: number,
    about: FoundHere,
    { by, received }: { by: string; received: string },
  ): Decision<Noted, Sheet> =>
  (sheet) => {
    const { item, finding, off, text, files, results = [] } = note
    const versions = versionsOf(sheet, item)
    const now = versions.at(-1)
    if (saysTheSame(now ?? { files: [] }, note)) return []
    mustBeFoundHere(note, about)
    if (versions.length !== number)
      throw new Refused(
        'conflict',
        `您在别处${now ? `于${said(now.at)}` : ''}修改了这一项，本次没有保存，您填写的内容仍在；请核对两处内容后再保存。`,
      )
    const told = { ...(finding && { finding }), ...(off && { off }), ...(text && { text }) }
    const cites = results.length > 0 && { results: [...results] }
    return [{ type: 'noted', v: 1, at: received, by, item, ...told, files: [...files], ...cites }]
  }

const saysTheSame = (now: Omit<Note, 'item'>, note: Note): boolean =>
  (['finding', 'off', 'text'] as const).every((field) => (now[field] ?? '') === (note[field] ?? '')) &&
  isSame(now.files, note.files) &&
  isSame(now.results, note.results)
const isSame = (before: readonly string[] = [], after: readonly string[] = []): boolean =>
  before.join('\n') === after.join('\n')

/** What a method may find of one indicator. */
export type FoundHere = {
  readonly finds: StepOf<'inquiry'>['methods'][string]['finds']
  /** The unit says itself that it does not apply to it. */
  readonly claimed: boolean
  /** The indicator's points, where the batch counts points and its standard states some. */
  readonly points?: number | undefined
}

/** @throws Refused for a finding that this method does not make, or not of this indicator */
function mustBeFoundHere({ finding, off }: Note, { finds, claimed, points }: FoundHere): void {
  const no = (field: string, sentence: string) =>
    new Refused('incomplete', '认定有1处需要修改。', { [field]: sentence })
  if (finding && finds !== 'indicators' && finds !== 'chosenIndicators')
    throw no('finding', '这种考核方式不逐项认定达标与否；请只写考核情况')
  if (finding === 'notApplicable' && !claimed)
    throw no('finding', '单位自评没有说这一项不适用，不能认定为不适用；请认定达标或者未达标')
  if (finding === 'notApplicable' && finds !== 'indicators')
    throw no('finding', '不适用由查看全部指标的考核方式认定；这里认为不适用的，请写在考核情况中')
  if (!off) return
  if (finding !== 'notReached') throw no('off', '只有认定为未达标的才扣分；请删去扣分，或者改认定')
  if (points === undefined) throw no('off', '本批次的评定办法或者标准没有给这一项定分值，不能填扣分')
  if (Number(off) > points) throw no('off', `扣分不能多于这一项的分值（${points}分），现为${off}分`)
}
