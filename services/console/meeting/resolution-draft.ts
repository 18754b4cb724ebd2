/** A meeting's decision while it is being entered: what was typed, and what follows from it. */
import { z } from 'zod/mini'
import { fieldErrors, isDay } from '#contracts/forms.ts'
import { type ResolutionBody, type ResolutionPage, resolutionBody } from '#contracts/meeting.ts'
import { type Voters, votersOf } from '#steps/resolution/votes.ts'
import { tidyText } from '#typed/line.ts'
import { eachOnce, isSameName } from '#typed/names.ts'
import { readNames } from '#typed/people.ts'
import { withNote } from '#typed/plain-names.ts'
import { asTyped } from '#typed/sure-names.ts'
import { namesIn, readMembers } from './read-members.ts'
import { whyVotesWrong } from './resolution-votes.ts'

export const own = z.object({
  outcome: z.optional(z.string()),
  reason: z.optional(z.string()),
  /** Members who withdrew. */
  recused: z.optional(z.array(z.string())),
  /** Who else withdrew, as it was typed. */
  others: z.optional(z.string()),
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
})
export type Draft = z.infer<typeof draft>
export type Own = z.infer<typeof own>

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
  /** Another outcome than the common one. */
  readonly isException: boolean
  readonly reason: string
  readonly recused: readonly string[]
}

/** The cases this meeting decides, each with what it decides. */
export const linesOf = (page: ResolutionPage, { left, own, outcome }: Draft): Line[] =>
  casesBefore(page)
    .filter((one) => !isLeft(one, { left, own }))
    .map(({ unit, name }) => {
      const { outcome: other, reason = '', recused = [], others = '' } = own[unit] ?? {}
      const isException = other !== undefined && other !== outcome
      return {
        unit,
        name,
        outcome: isException ? other : outcome,
        isException,
        reason,
        recused: eachOnce([...recused, ...readNames(others).names]),
      }
    })

/**
 * How much of the quota the meetings before have used, this one would use, and what is left; below zero is too many.
 * Undefined where the county sets none.
 */
export function quotaOf({ limited, quota, taken }: ResolutionPage, lines: readonly Line[]) {
  if (quota === undefined || !limited) return undefined
  const now = lines.filter(({ outcome }) => outcome === limited).length
  return { quota, before: taken, now, left: quota - taken - now }
}

/** What the paper is called by which it was decided. */
export const paperOf = ({ record }: Pick<ResolutionPage, 'record'>): string =>
  record === 'signedList' ? '签名名单' : '会议纪要'

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
  ...Object.entries(change.own ?? {}).flatMap(([unit, { reason, others }]) => [
    ...(reason === before.own[unit]?.reason ? [] : [`reason ${unit}`]),
    ...(others === before.own[unit]?.others ? [] : [`recused ${unit}`]),
  ]),
]
/** What is wrong with the entries that somebody has left: nobody is told of what they are still writing. */
export const leftIn = (wrong: Wrong, left: ReadonlySet<string>): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([entry]) => left.has(entry)))

/** How many are there, and how many of them may vote, as far as it has been entered. */
export function votersIn(page: ResolutionPage, entered: Draft): Voters {
  const lines = linesOf(page, entered)
  return votersOf({
    present: namesIn(page, entered.members).filter((name) => !entered.absent.includes(name)),
    recusals: lines.flatMap(({ unit, recused }) => recused.map((person) => ({ person, case: unit }))),
    cases: lines.map(({ unit }) => unit),
  })
}

/** As it is sent: whoever was asked here whether a word is a name is not asked again. */
export const withNotes = (body: ResolutionBody): ResolutionBody => ({
  ...body,
  present: body.present.map(withNote),
  absent: body.absent.map(withNote),
  recusals: body.recusals.map((one) => ({ ...one, person: withNote(one.person) })),
})

const TAKEN = '这个编号的决定已经登记过，请核对编号'

type Ready = { readonly body: ResolutionBody } | { readonly wrong: Wrong }

/** The draft as the API takes it, or every entry that is missing or wrong, at once. */
export function readyToSend(page: ResolutionPage, entered: Draft): Ready {
  const lines = linesOf(page, entered)
  const names = namesIn(page, entered.members)
  const absent = names.filter((name) => entered.absent.includes(name))
  const present = names.filter((name) => !absent.includes(name))
  const exceptions = lines.filter(({ isException }) => isException)
  const { inFavour, against, abstained, majorityDiffered } = entered
  const recusals = lines.flatMap(({ unit, recused }) => recused.map((person) => ({ person, case: unit })))
  const result = resolutionBody.safeParse({
    meeting: entered.meeting,
    number: entered.number,
    date: entered.date ?? '',
    minutes: entered.minutes,
    // As they are sent, or a unit that was said to be one is asked about once more.
    present: present.map(withNote),
    absent: absent.map(withNote),
    how:
      entered.how === 'vote'
        ? { kind: 'vote', inFavour, against, abstained }
        : {
            kind: 'discussion',
            ...(tidyText(majorityDiffered ?? '') && { majorityDiffered: tidyText(majorityDiffered ?? '') }),
          },
    cases: lines.map(({ unit }) => unit),
    outcome: entered.outcome ?? '',
    exceptions: exceptions.map(({ unit, outcome, reason }) => ({ case: unit, outcome, reason })),
    recusals: recusals.map((one) => ({ ...one, person: withNote(one.person) })),
  })
  const left = quotaOf(page, lines)?.left ?? 0
  const how = entered.how === 'vote' ? whyVotesWrong(entered, votersIn(page, entered)) : undefined
  const wrong = {
    ...(result.success ? {} : placed(fieldErrors(result.error.issues), exceptions)),
    ...(how && { how }),
    ...(page.meetings.some(({ reference }) => isSameName(reference, entered.number)) && { number: TAKEN }),
    ...(left < 0 && { quota: `超出名额${-left}个，请调整结论` }),
    ...(entered.date && isDay(entered.date) && entered.date > page.today && { date: '会议日期不能晚于今天' }),
    ...Object.fromEntries(
      lines
        .filter(
          ({ recused }) => present.length > 0 && present.every((who) => recused.some((one) => isSameName(one, who))),
        )
        .map(({ unit }) => [`recused ${unit}`, '出席人员全部回避，没有人决定该单位，请核对']),
    ),
    ...unreadIn(page, entered),
  }
  // Shown without notes until it is sent.
  return result.success && Object.keys(wrong).length === 0
    ? { body: { ...result.data, present, absent, recusals } }
    : { wrong }
}

/** What was typed as names and could not be read as such: nobody is left out, or added, without a word. */
function unreadIn(page: ResolutionPage, { members, left, own }: Draft): Wrong {
  const { wrong } = readMembers(page, members)
  const others = casesBefore(page).flatMap((one) => {
    const why = isLeft(one, { left, own }) ? undefined : readNames(own[one.unit]?.others ?? '').wrong
    return why ? [[`recused ${one.unit}`, why]] : []
  })
  return { ...(wrong && { members: wrong }), ...Object.fromEntries(others) }
}

/** The API names a line by its place among the exceptions; the page shows the sentence in the unit's own line. */
export function placed(fields: Wrong, exceptions: readonly { readonly unit: string }[]): Wrong {
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => {
      const [head = '', at, field] = path.split('.')
      const unit = head === 'exceptions' ? exceptions[Number(at)]?.unit : undefined
      if (unit) return [`${field === 'case' ? 'reason' : field} ${unit}`, sentence]
      return [
        head === 'present' || head === 'absent' ? 'members' : head,
        head === 'how' && at && at !== 'majorityDiffered' ? '请填写表决票数' : sentence,
      ]
    }),
  )
}
