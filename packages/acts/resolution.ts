/** The resolution decider 会议决定: one decision of a meeting over many cases. Stream `resolution/<batch>/<step>`. */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { line, type SetAside, setAside } from './act.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const text = z.string().check(z.minLength(1), z.maxLength(200))

/** Executive meetings do not vote: they discuss and the head decides; the majority's differing view is recorded with reasons. */
export const deliberation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('discussion'), majorityDiffered: z.optional(z.string().check(z.maxLength(1000))) }),
  z.object({ kind: z.literal('vote'), inFavour: z.int(), against: z.int(), abstained: z.int() }),
])

/** What the digest `attendance` of a meeting stands for: an object in `contents`, since an event names nobody. */
export const attendance = z.object({
  present: z.array(z.string()),
  absent: z.array(z.string()),
  /** Who withdrew for which case, by its unit. */
  recusals: z.array(z.object({ person: z.string(), case: z.string() })),
})
export type Attendance = z.infer<typeof attendance>

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
  minutes: sha256,
  attendance: sha256,
  how: deliberation,
  lines: z.array(line).check(z.minLength(1)),
})

export const resolutionEvent = z.discriminatedUnion('type', [resolved, setAside])
export type ResolutionEvent = z.infer<typeof resolutionEvent>
export type Resolved = z.infer<typeof resolved>

/** `commit`: the number of the commit that holds the meeting, which is what a line that was set aside names. */
export type Meeting = Resolved & { readonly commit: number }
export type Resolution = {
  readonly meetings: readonly Meeting[]
  readonly setAside: readonly SetAside[]
  /** Every command of this stream gives exactly one event, so an event's place is its commit's number. */
  readonly commits: number
}

export const resolutionStream = (batch: string, step: string): string => `resolution/${batch}/${step}`

export const resolutionKind: Kind<ResolutionEvent, Resolution> = {
  parse: (stored) => resolutionEvent.parse(stored),
  initial: { meetings: [], setAside: [], commits: 0 },
  evolve: (state, event) => {
    const commits = state.commits + 1
    return event.type === 'resolved'
      ? { ...state, commits, meetings: [...state.meetings, { ...event, commit: commits }] }
      : { ...state, commits, setAside: [...state.setAside, event] }
  },
}

/** The cases that the meetings of this step gave `outcome`, without lines that a case could not take. */
const given = ({ meetings, setAside }: Resolution, outcome: string): ReadonlySet<string> =>
  new Set(
    meetings.flatMap(({ commit, lines }) =>
      lines
        .filter((l) => l.outcome === outcome && !setAside.some((s) => s.number === commit && s.case === l.case))
        .map((l) => l.case),
    ),
  )

/** How many cases the meetings of this step have given `outcome`; set aside once and decided again, a case counts once. */
export const taken = (resolution: Resolution, outcome: string): number => given(resolution, outcome).size

/** The government's executive meeting discusses and its head decides; others may vote. */
export const mayVote = (step: string): boolean => step !== 'executiveMeeting'

/** What a meeting decided, however often it is entered. */
const content = ({ type, v, at, by, commit, ...meeting }: Partial<Meeting>) => canonicalize(meeting)

/**
 * One outcome for all, exceptions per case.
 * @param limited the outcome the quota counts, and the quota over all meetings of the step
 */
export const resolve =
  (
    meeting: Omit<Resolved, 'type' | 'v' | 'at' | 'by'>,
    limited: { outcome: string; quota: number },
    { by, received }: { by: string; received: string },
  ): Decision<ResolutionEvent, Resolution> =>
  (state) => {
    const cases = meeting.lines.map((l) => l.case)
    if (new Set(cases).size < cases.length)
      throw new Refused('incomplete', '同一单位在一次会议决定中出现了两次。', { lines: '请去掉重复的单位' })
    const entered = state.meetings.find(({ number }) => number === meeting.number)
    if (entered && content(entered) === content(meeting)) return []
    if (entered) throw new Refused('conflict', `文号为“${meeting.number}”的会议决定已经登记过；请核对文号。`)
    if (meeting.how.kind === 'vote' && !mayVote(meeting.step))
      throw new Refused('incomplete', '常务会议不实行表决，由集体讨论、负责人决定。', {
        how: '请改选“集体讨论、负责人决定”',
      })
    const already = given(state, limited.outcome)
    const before = already.size
    const now = meeting.lines.filter((l) => l.outcome === limited.outcome && !already.has(l.case)).length
    if (before + now > limited.quota)
      throw new Refused(
        'conflict',
        `本批次名额为${limited.quota}个，此前已用${before}个，本次又列${now}个，超出${before + now - limited.quota}个。`,
      )
    return [{ type: 'resolved', v: 1, at: received, by, ...meeting }]
  }
