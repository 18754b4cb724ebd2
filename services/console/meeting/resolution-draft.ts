/** A meeting's decision while it is being entered: what was typed, and what follows from it. */
import { z } from 'zod/mini'
import type { ResolutionBody, ResolutionPage } from '#contracts/meeting.ts'
import { RECORDS } from '#procedure/records.ts'
import { passedOver, tieAtQuota } from '#steps/resolution/ranks.ts'
import { tidyText } from '#typed/line.ts'
import { eachOnce } from '#typed/names.ts'
import { readNames } from '#typed/people.ts'
import { asTyped } from '#typed/sure-names.ts'

export const own = z.object({
  outcome: z.optional(z.string()),
  reason: z.optional(z.string()),
  /** Members who withdrew. */
  recused: z.optional(z.array(z.string())),
  /** Who else withdrew, as it was typed. */
  others: z.optional(z.string()),
  /** Its place where the list is ranked; while what was typed is no number, that. */
  rank: z.optional(z.union([z.int(), z.string()])),
  /** The meeting decided it although something is pending: its line will be set aside. */
  despite: z.optional(z.boolean()),
})
const votes = z.union([z.int(), z.string()])
export const draft = z.object({
  meeting: z.string(),
  number: z.string(),
  date: z.optional(z.string()),
  /** Everybody who belongs to the meeting, as it was typed; who of them was absent is marked. */
  members: z.string(),
  absent: z.array(z.string()),
  outcome: z.optional(z.string()),
  how: z.enum(['discussion', 'vote']),
  majorityDiffered: z.optional(z.string()),
  /** Votes; while what was typed is no number, that. */
  inFavour: z.optional(votes),
  against: z.optional(votes),
  abstained: z.optional(votes),
  minutes: z.optional(z.string()),
  /** Units that wait but are not decided by this meeting. */
  left: z.array(z.string()),
  own: z.record(z.string(), own),
  /** Why a unit gets another outcome than most, by that outcome: said once, and true of each that says nothing of its own. */
  reasons: z.optional(z.record(z.string(), z.string())),
})
export type Draft = z.infer<typeof draft>
export type Own = z.infer<typeof own>

export const MOST_REASON = 500

/** A new draft: who met last time is there already, nobody absent. */
export function newDraft({ body, meetings, votes }: ResolutionPage): Draft {
  const last = meetings.at(-1)
  const members = last ? [...last.present, ...last.absent].map(asTyped).join('、') : ''
  return { meeting: body, number: '', members, absent: [], how: votes ? 'vote' : 'discussion', left: [], own: {} }
}

export type Listed = Omit<ResolutionPage['waiting'][number], 'visit'>
/** The cases before the body: what was submitted where somebody submits, else all that stand here. `held`: not yet. */
export function casesBefore({ prepares, submitted, waiting }: ResolutionPage): readonly Listed[] {
  if (!prepares) return waiting
  return submitted.map((one) => waiting.find(({ unit }) => unit === one.unit) ?? one)
}
/** Those that nobody has submitted yet. */
export const unsubmitted = ({ submitted, waiting }: ResolutionPage): ResolutionPage['waiting'] =>
  waiting.filter(({ unit }) => !submitted.some((one) => one.unit === unit))

/** Whether this meeting does not decide the case: a person left it out, or something is pending and nobody put it in. */
export const isLeft = ({ unit, held }: Listed, { left, own }: Pick<Draft, 'left' | 'own'>): boolean =>
  left.includes(unit) || (held !== undefined && own[unit]?.despite !== true)

export type Line = {
  readonly unit: string
  readonly name: string
  readonly outcome: string | undefined
  /** As far as a number stands there. */
  readonly rank: number | undefined
  /** It has to be said why: another outcome than the common one, or it is passed over. */
  readonly isException: boolean
  /** Not listed although one is that stands behind or beside it: what is said for all with its outcome is not true of it. */
  readonly isPassedOver: boolean
  /** Its own, or the one that is said for all with this outcome. */
  readonly reason: string
  readonly recused: readonly string[]
}

/** A unit's own reason, else the one for all with its outcome. */
const whyOf = ({ outcome, reason = '' }: Own, reasons: Draft['reasons'] = {}): string =>
  tidyText(reason) ? reason : (reasons[outcome ?? ''] ?? '')

export const sharedLabel = (outcome: string): string => `“${outcome}”的共同理由`

/** Of exceptions alike, what they share: the outcomes that several get, or that a reason was written for. */
export const sharedOf = (
  page: ResolutionPage,
  draft: Draft,
): readonly { value: string; label: string; count: number }[] => {
  const lines = linesOf(page, draft).filter(({ isException, isPassedOver }) => isException && !isPassedOver)
  return page.outcomes
    .map((one) => ({ ...one, count: lines.filter(({ outcome }) => outcome === one.value).length }))
    .filter(({ value, count }) => count > 1 || (count > 0 && tidyText(draft.reasons?.[value] ?? '') !== ''))
}

/** The cases this meeting decides, each with what it decides. */
export function linesOf(page: ResolutionPage, { left, own, outcome, reasons = {} }: Draft): Line[] {
  const entered = casesBefore(page)
    .filter((one) => !isLeft(one, { left, own }))
    .map(({ unit, name }) => {
      const line = own[unit] ?? {}
      return { ...{ case: unit, name, line }, outcome: line.outcome ?? outcome, rank: asRank(line.rank) }
    })
  const over = new Set(page.ranked ? passedOver(entered, page.limited).map((one) => one.case) : [])
  return entered.map(({ case: unit, name, line, outcome: given, rank }) => {
    const { reason = '', recused = [], others = '' } = line
    const isPassedOver = over.has(unit)
    const isOther = given !== outcome
    return {
      ...{ unit, name, outcome: given, rank, isPassedOver },
      isException: isOther || isPassedOver,
      reason: isOther && !isPassedOver ? whyOf({ outcome: given, reason }, reasons) : reason,
      recused: eachOnce([...recused, ...readNames(others).names]),
    }
  })
}
const asRank = (typed: Own['rank']): number | undefined => (typeof typed === 'number' ? typed : undefined)

/**
 * How much of the quota the meetings before have used, this one would use, and what is left; below zero is too many.
 * `tie`: that it ends among units that are even.
 * Undefined where the county sets none.
 */
export function quotaOf({ limited, quota, taken }: ResolutionPage, lines: readonly Line[]) {
  if (quota === undefined || !limited) return undefined
  const fresh = lines.filter(({ outcome }) => outcome === limited)
  const now = fresh.length
  const tie = tieAtQuota(
    fresh.map(({ unit, rank }) => ({ case: unit, rank })),
    quota - taken,
  )
  return { quota, before: taken, now, left: quota - taken - now, tie }
}

/** What the paper is called by which it was decided. */
export const paperOf = ({ record }: Pick<ResolutionPage, 'record'>): string => RECORDS[record]

/** How it was decided where nobody voted; a list that was signed is no meeting. */
export const saidDiscussion = ({ record }: Pick<ResolutionPage, 'record'>): string =>
  record === 'signedList' ? '签名名单' : '集体讨论、行政首长决定'

/** What becomes of those who were heard without belonging to the meeting. */
export const saidBeside = (beside: readonly string[]): string =>
  `列席${beside.length}人（${beside.join('、')}），不计入出席人员，也不登记。`

type Vote = Extract<ResolutionBody['how'], { kind: 'vote' }>
const saidVote = ({ inFavour, against, abstained }: Vote): string =>
  `表决：同意${inFavour}票，反对${against}票，弃权${abstained}票`

/** How it was decided, with why the head decided otherwise than most spoke. */
export const saidHow = (page: Pick<ResolutionPage, 'record'>, how: ResolutionBody['how']): string => {
  if (how.kind === 'vote') return saidVote(how)
  const differed = how.majorityDiffered ? `；与多数人意见不一致，理由：${how.majorityDiffered}` : ''
  return `${saidDiscussion(page)}${differed}`
}

/** How many cases get which outcome, in the order of the outcomes. */
export const countsOf = ({ outcomes }: ResolutionPage, lines: readonly Line[]) =>
  outcomes
    .map(({ value, label }) => ({ label, count: lines.filter(({ outcome }) => outcome === value).length }))
    .filter(({ count }) => count > 0)

/** Where a sentence about a wrong entry is shown: a field of the draft, or `reason <unit>` in its line. */
export type Wrong = Readonly<Record<string, string>>
/** `own`: found before anything was sent, so that what is still wrong can be found again; else `error` was thrown. */
export type RefusedMeeting = {
  readonly sentence: string
  readonly wrong: Wrong
  readonly own?: true
  readonly error?: unknown
}
export const saidLacking = (wrong: Wrong): string => `还有${Object.keys(wrong).length}项需要补齐或修改，见红字。`

/** The fields that together say how it was decided. */
const OF_HOW: ReadonlySet<string> = new Set(['inFavour', 'against', 'abstained', 'majorityDiffered'])

/**
 * What is left of a refusal after a change: nothing when everything was mended, and never more than was said.
 * @param wrong what the draft lacks now
 * @param changed fields of the draft: what the county said of an old entry is not said of the new one
 */
export function stillRefused(
  refused: RefusedMeeting,
  wrong: Wrong,
  changed: readonly string[],
): RefusedMeeting | undefined {
  const { wrong: before, own } = refused
  const left = Object.fromEntries(
    Object.keys(before).flatMap((field) => {
      const isChanged = changed.includes(field) || (field === 'how' && changed.some((one) => OF_HOW.has(one)))
      const why = own ? wrong[field] : isChanged ? undefined : before[field]
      return why ? [[field, why]] : []
    }),
  )
  if (Object.keys(left).length > 0) return { ...refused, wrong: left, ...(own && { sentence: saidLacking(left) }) }
  // A sentence without a field stands until the next try.
  return own || Object.keys(before).length > 0 ? undefined : refused
}

/** Which entries a change is about, by where what is wrong with them is shown. */
export const entriesIn = (before: Draft, change: Partial<Draft>): readonly string[] => [
  ...Object.keys(change),
  ...Object.entries(change.own ?? {}).flatMap(([unit, { reason, others, rank }]) => [
    ...(rank === before.own[unit]?.rank ? [] : [`rank ${unit}`]),
    ...(reason === before.own[unit]?.reason ? [] : [`reason ${unit}`]),
    ...(others === before.own[unit]?.others ? [] : [`recused ${unit}`]),
  ]),
  ...Object.entries(change.reasons ?? {}).flatMap(([outcome, text]) =>
    text === before.reasons?.[outcome] ? [] : [`shared ${outcome}`],
  ),
]
/** What is wrong with the entries that somebody has left: nobody is told of what they are still writing. */
export const leftIn = (wrong: Wrong, left: ReadonlySet<string>): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([entry]) => left.has(entry)))
