/** The resolution decider 会议决定: one decision of a meeting over many cases. Stream `resolution/<batch>/<step>`. */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { mustNameNobody } from '#batch/names-somebody.ts'
import { line, type SetAside, setAside } from '#case/list-act.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { isSameNumber } from '#typed/line.ts'
import { mustHaveFollowed, mustKeepQuota } from './lines-taken.ts'
import { mustBeRanked } from './ranks.ts'
import { type Voters, whyTooMany } from './votes.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const text = z.string().check(z.minLength(1), z.maxLength(200))

const votes = z.int('请填写表决票数').check(z.minimum(0, '票数不能小于0'))

/** Executive meetings do not vote: they discuss and the head decides; the majority's differing view is recorded with reasons. */
export const deliberation = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('discussion'),
      majorityDiffered: z.optional(
        z
          .string('请填写多数人的不同意见')
          .check(z.maxLength(1000, { abort: true, error: '多数人的不同意见最多1000字' })),
      ),
    }),
    z.object({ kind: z.literal('vote'), inFavour: votes, against: votes, abstained: votes }),
  ],
  { error: '请选择议事方式' },
)

/** What the digest `attendance` of a meeting stands for: an object in `contents`, since an event names nobody. */
export const attendance = z.object({
  present: z.array(z.string()),
  absent: z.array(z.string()),
  /** Who withdrew for which case, by its unit. */
  recusals: z.array(z.object({ person: z.string(), case: z.string() })),
})
export type Attendance = z.infer<typeof attendance>

/** The office submits a list to the body 提请: only what was submitted is decided. */
const listPrepared = z.object({
  type: z.literal('listPrepared'),
  v: z.literal(1),
  at: instant,
  by: z.string(),
  batch: z.string(),
  step: z.string(),
  trial: z.boolean(),
  cases: z.array(z.string()).check(z.minLength(1)),
  /**
   * By case the visit at which it stood: what has been sent back since and came again is not submitted any more. Lists
   * of before 0.2.0 do not say it, and count until the body decides.
   */
  visits: z.optional(z.record(z.string(), z.int())),
  text: z.string().check(z.maxLength(2000)),
  paper: z.optional(keptUse),
})
/** `rank`: where its step ranks the list every line has one, by standard competition ranking of this act's lines. */
const rankedLine = z.object({ ...line.shape, rank: z.optional(z.int().check(z.minimum(1))) })
const resolved = z.object({
  type: z.literal('resolved'),
  v: z.literal(1),
  at: instant,
  by: z.string(),
  batch: z.string(),
  step: z.string(),
  trial: z.boolean(),
  meeting: text,
  number: text,
  date,
  minutes: keptUse,
  attendance: sha256,
  how: deliberation,
  lines: z.array(rankedLine).check(z.minLength(1)),
})

/**
 * One line of a meeting was recorded wrongly, and stands now as the minutes have it. `number`: the commit of the meeting;
 * `drafted`: what was signed, as the case's page names it.
 */
const lineCorrected = z.object({
  type: z.literal('lineCorrected'),
  v: z.literal(1),
  at: instant,
  by: z.string(),
  number: z.int(),
  case: z.string(),
  outcome: z.string(),
  reason: z.string().check(z.maxLength(2000)),
  inMinutes: z.string().check(z.maxLength(2000)),
  draftedBy: z.string(),
  drafted: sha256,
})

export const resolutionEvent = z.discriminatedUnion('type', [listPrepared, resolved, lineCorrected, setAside])
export type ResolutionEvent = z.infer<typeof resolutionEvent>
export type Resolved = z.infer<typeof resolved>

/** `commit`: the number of the commit that holds the meeting, which is what a line that was set aside names. */
export type Meeting = Resolved & { readonly commit: number }
export type LineCorrected = z.infer<typeof lineCorrected> & { readonly commit: number }
/** `commit`: the number of the commit that submitted it. */
export type ListPrepared = z.infer<typeof listPrepared> & { readonly commit: number }
export type Resolution = {
  /** Lists submitted to the body, the newest last. */
  readonly prepared: readonly ListPrepared[]
  readonly meetings: readonly Meeting[]
  /** Lines of meetings that were corrected since, the newest last. */
  readonly corrected: readonly LineCorrected[]
  readonly setAside: readonly SetAside[]
  /** Every command of this stream gives exactly one event, so an event's place is its commit's number. */
  readonly commits: number
}

export const resolutionStream = (batch: string, step: string): string => `resolution/${batch}/${step}`

export const resolutionKind: Kind<ResolutionEvent, Resolution> = {
  parse: (stored) => resolutionEvent.parse(stored),
  initial: { prepared: [], meetings: [], corrected: [], setAside: [], commits: 0 },
  evolve: (state, event) => {
    const commits = state.commits + 1
    switch (event.type) {
      case 'listPrepared':
        return { ...state, commits, prepared: [...state.prepared, { ...event, commit: commits }] }
      case 'resolved':
        return { ...state, commits, meetings: [...state.meetings, { ...event, commit: commits }] }
      case 'lineCorrected':
        return { ...state, commits, corrected: [...state.corrected, { ...event, commit: commits }] }
      case 'setAside':
        return { ...state, commits, setAside: [...state.setAside, event] }
    }
  },
}

/** What the step's value and the batch say of a resolution there. */
export type ResolutionRules = {
  readonly votes: boolean
  /** How many were there; nobody votes twice. */
  readonly present: number
  /** Of those how many are to decide of some case at least: who withdrew from every one casts no vote. */
  readonly voters: number
  /** Somebody submits the list first, and only what was submitted is decided. */
  readonly prepared: boolean
  /** The outcome that the quota counts over all meetings of the step, where there is one. */
  readonly limited?: { readonly outcome: string; readonly quota: number } | undefined
  /** Where the list is ranked, the outcome that goes by rank. */
  readonly ranked?: string | undefined
  /** By case the newest commit of this stream whose line it has taken; a line of an earlier meeting is awaited first. */
  readonly followed: (name: string) => number
  /** The visit at which a case stands now. */
  readonly visitOf: (name: string) => number
  /** Whether a case has ended without a title: it gives its place back. */
  readonly hasLeft: (name: string) => boolean
}

/** `visit`: at which it stood then; at another one it is not submitted. */
export type Submitted = { readonly unit: string; readonly visit?: number | undefined }

/** Cases that were submitted to the body and that it has not decided since, by their newest list. */
export function submittedCases({ prepared, meetings, setAside }: Resolution): readonly Submitted[] {
  const isAside = (name: string, commit: number) =>
    setAside.some((one) => one.case === name && one.number === commit && one.waits)
  const decided = (name: string, after: number) =>
    meetings.some(
      ({ commit, lines }) => commit > after && !isAside(name, commit) && lines.some((line) => line.case === name),
    )
  const newest = new Map(prepared.flatMap((list) => list.cases.map((name) => [name, list] as const)))
  return [...newest].flatMap(([name, { commit, visits }]) =>
    decided(name, commit) ? [] : [{ unit: name, visit: visits?.[name] }],
  )
}

/** Whether the body has the case before it as it stands now. */
export const isSubmitted = (submitted: readonly Submitted[], unit: string, visit: number): boolean =>
  submitted.some((one) => one.unit === unit && (one.visit ?? visit) === visit)

/** What a list submits, however often it is entered. */
const submitting = ({ type, v, at, by, commit, ...list }: Partial<ListPrepared>) => canonicalize(list)

/** Submits a list to the body. */
export const prepareList =
  (
    list: Omit<ListPrepared, 'type' | 'v' | 'at' | 'by' | 'commit'>,
    { by, received }: { by: string; received: string },
  ): Decision<ResolutionEvent, Resolution> =>
  (state) => {
    const waiting = submittedCases(state)
    const already = list.cases.filter((name) => isSubmitted(waiting, name, list.visits?.[name] ?? 0))
    const last = state.prepared.at(-1)
    const isSame = last && last.by === by && submitting(last) === submitting(list)
    if (isSame && already.length === list.cases.length) return []
    if (already.length > 0)
      throw new Refused('conflict', `有${already.length}个单位已经提请，正等待审议；请从名单中去掉。`, {
        cases: '请去掉已经提请的单位',
      })
    return [{ type: 'listPrepared', v: 1, at: received, by, ...list }]
  }

/** What a meeting decided, however often it is entered. */
const content = ({ type, v, at, by, commit, ...meeting }: Partial<Meeting>) => canonicalize(meeting)

/** One outcome for all, exceptions per case. */
export const resolve =
  (
    meeting: Omit<Resolved, 'type' | 'v' | 'at' | 'by'>,
    rules: ResolutionRules,
    { by, received }: { by: string; received: string },
  ): Decision<ResolutionEvent, Resolution> =>
  (state) => {
    const cases = meeting.lines.map((l) => l.case)
    if (new Set(cases).size < cases.length)
      throw new Refused('incomplete', '同一单位在一次会议决定中出现了两次。', { cases: '请去掉重复的单位' })
    const entered = state.meetings.find(({ number }) => isSameNumber(number, meeting.number))
    if (entered && content(entered) === content(meeting)) return []
    if (entered) throw new Refused('conflict', `编号为“${meeting.number}”的决定已经登记过；请核对编号。`)
    mustNameNobody('会议名称和编号向社会公开', { meeting: meeting.meeting, number: meeting.number })
    if (meeting.how.kind === 'vote' && !rules.votes)
      throw new Refused('incomplete', '该会议不实行表决，由集体讨论、行政首长决定。', {
        how: '请改选“集体讨论、行政首长决定”',
      })
    mustAddUp(meeting.how, rules)
    const submitted = submittedCases(state)
    const strangers = rules.prepared ? cases.filter((name) => !isSubmitted(submitted, name, rules.visitOf(name))) : []
    if (strangers.length > 0)
      throw new Refused('incomplete', `有${strangers.length}个单位没有提请审议，不能列入本次决定。`, {
        cases: '请去掉没有提请的单位',
      })
    mustBeRanked(meeting.lines, rules.ranked)
    mustHaveFollowed(state, cases, rules.followed)
    mustKeepQuota(state, meeting.lines, rules)
    return [{ type: 'resolved', v: 1, at: received, by, ...meeting }]
  }

/** @throws Refused when nobody voted, or more than were there and may vote */
function mustAddUp(how: Resolved['how'], { present, voters }: Voters): void {
  if (how.kind !== 'vote') return
  const cast = how.inFavour + how.against + how.abstained
  if (cast === 0) throw new Refused('incomplete', '没有填写表决票数。', { how: '请填写表决票数' })
  const tooMany = whyTooMany(cast, { present, voters })
  if (tooMany) throw new Refused('incomplete', `同意、反对、弃权${tooMany}；请核对票数。`, { how: tooMany })
}
