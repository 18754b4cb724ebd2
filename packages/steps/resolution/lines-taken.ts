/** What the meetings of a step have decided, line by line and as it was corrected since; and what they may still decide. */
import { Refused } from '#ledger/refused.ts'
import { tieAtQuota } from './ranks.ts'

type Line = { readonly case: string; readonly outcome: string }
/** A meeting by its commit. */
type Meeting = { readonly commit: number; readonly lines: readonly Line[] }
/** Of the meetings of a step what its lines follow from. */
type Meetings<M extends Meeting = Meeting> = {
  readonly meetings: readonly M[]
  /** `number`: the commit of the meeting whose line it is. */
  readonly corrected: readonly (Line & { readonly commit: number; readonly number: number })[]
  readonly setAside: readonly { readonly case: string; readonly number: number }[]
}

/** `commit`: which one the case takes. */
export type TakenLine = Line & { readonly commit: number }

/** Every line but those that were set aside, in the order in which they were written. */
export const linesTaken = ({ meetings, corrected, setAside }: Meetings): readonly TakenLine[] =>
  [
    ...meetings.flatMap(({ commit, lines }) => lines.map((one) => ({ ...one, commit }))),
    ...corrected.map(({ commit, case: name, outcome }) => ({ commit, case: name, outcome })),
  ]
    .filter(({ commit, case: name }) => !setAside.some((one) => one.number === commit && one.case === name))
    .sort((one, other) => one.commit - other.commit)

/** The cases whose last line that they took has `outcome`: a case that comes again does not count twice. */
export const given = (resolution: Meetings, outcome: string): ReadonlySet<string> => {
  const last = new Map(linesTaken(resolution).map((one): [string, string] => [one.case, one.outcome]))
  return new Set([...last].flatMap(([name, taken]) => (taken === outcome ? [name] : [])))
}

/**
 * How many cases the meetings of this step have given `outcome`; set aside once and decided again, a case counts once.
 * @param hasLeft whether a case has ended since without a title: its place is free
 */
export const taken = (resolution: Meetings, outcome: string, hasLeft: (name: string) => boolean): number =>
  [...given(resolution, outcome)].filter((name) => !hasLeft(name)).length

/** The meeting of that commit, or whose line that commit has corrected. */
export const meetingOf = <M extends Meeting>(
  { meetings, corrected }: Pick<Meetings<M>, 'meetings' | 'corrected'>,
  number: number,
): M | undefined => {
  const of = corrected.find(({ commit }) => commit === number)?.number ?? number
  return meetings.find(({ commit }) => commit === of)
}

/** The units that a meeting names, in its order; of a correction the one that it is about. */
export const unitsOf = (
  { meetings, corrected }: Pick<Meetings, 'meetings' | 'corrected'>,
  number: number,
): readonly string[] => {
  const line = corrected.find(({ commit }) => commit === number)
  if (line) return [line.case]
  return meetings.find(({ commit }) => commit === number)?.lines.map((one) => one.case) ?? []
}

/**
 * A case follows its meeting a moment later. Decided again before that, it would take the first line and refuse the
 * second, which the quota has counted already.
 * @throws Refused
 */
export function mustHaveFollowed(state: Meetings, cases: readonly string[], followed: (name: string) => number): void {
  const under = cases.filter((name) =>
    linesTaken(state).some((line) => line.case === name && line.commit > followed(name)),
  )
  if (under.length > 0)
    throw new Refused('conflict', `有${under.length}个单位前一次会议的决定正在生效，请稍候再登记。`, {
      cases: '前一次会议的决定正在生效，请稍候再登记',
    })
}

type Limits = {
  readonly limited?: { readonly outcome: string; readonly quota: number } | undefined
  readonly hasLeft: (name: string) => boolean
}
/** @throws Refused when the quota does not reach */
export function mustKeepQuota(
  state: Meetings,
  lines: readonly (Line & { readonly rank?: number | undefined })[],
  { limited, hasLeft }: Limits,
): void {
  if (!limited) return
  const already = given(state, limited.outcome)
  const before = taken(state, limited.outcome, hasLeft)
  const fresh = lines.filter((l) => l.outcome === limited.outcome && !already.has(l.case))
  const now = fresh.length
  if (before + now <= limited.quota) return
  const tie = tieAtQuota(fresh, limited.quota - before)
  throw new Refused(
    'conflict',
    `本批次名额为${limited.quota}个，此前已用${before}个，本次又列${now}个，超出${before + now - limited.quota}个${tie ? `；${tie}` : ''}。`,
  )
}
