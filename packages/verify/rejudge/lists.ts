/** What lists of cases have in common: where each case stood, and since when. */

import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
import { Waiting, whyWaiting } from '#case/apply-line.ts'
import { type Case, caseStream, hasEnded } from '#case/case.ts'
import type { ActReference } from '#case/case-events.ts'
import { type SetAside, setLineAside } from '#case/list-act.ts'
import type { Deciding } from '#case/standing.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { meetingOf, unitsOf } from '#steps/resolution/lines-taken.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { MOMENT_MS } from '../verify-roots.ts'
import type { Elsewhere } from './elsewhere.ts'
import { askedByAct } from './kinds/case-acts.ts'
import type { By } from './rights.ts'
import { holdingsOf, mustHaveRight } from './rights.ts'

export type List = {
  readonly batch: string
  readonly step: string
  readonly units: readonly string[]
  /** The day that the act states. */
  readonly on: string
  readonly received: string
}

/** @throws Refused naming a unit that did not stand there, or came there later than the day that is stated */
export function mustStandThere(
  elsewhere: Elsewhere,
  { batch, step, units, on, received }: List,
  also: (state: Case) => boolean = () => true,
): void {
  for (const unit of units) {
    const mayBe = elsewhere.cases.at(caseStream(batch, unit), received)
    const there = mayBe.filter((state) => state.visit > 0 && state.step === step)
    if (there.length === 0) throw new Refused('elsewhere', `${unit}当时不在这一环节`)
    const free = there.filter(also)
    if (free.length === 0) throw new Refused('elsewhere', `${unit}当时不能列入`)
    if (!free.some((state) => sinceWhen(elsewhere, state) <= on))
      throw new Refused('incomplete', `${unit}在所写的日期（${on}）还不在这一环节`)
  }
  const opened = elsewhere.batches.at(batchStream(batch), received).flatMap(({ openedAt }) => openedAt ?? [])
  if (!opened.some((at) => dateOf(at) <= on)) throw new Refused('incomplete', `所写的日期（${on}）早于创建通知发布之日`)
}

/** Numbers leave no gap. @param before the commits of the one before it @param at when it is written into @throws Refused */
export function mustFollow(n: string, before: readonly { readonly at: string }[], at: string): void {
  if (!/^[1-9]\d*$/.test(n)) throw new Refused('unknown', '没有这样的期号')
  const [first] = before
  if (n !== '1' && (!first || msBetween(at, first.at) > MOMENT_MS))
    throw new Refused('unknown', `第${n}期的前一期还没有`)
}

/** @throws Refused for what follows from an act, unless it was written under that act's name, which no click has */
export function mustFollowAs({ command }: { readonly command: string }, name: string): void {
  if (command !== name) throw new Refused('forbidden', '不是由所依据的办理带来的')
}

/** The same of what it decides. */
export const following =
  <Event, State>(
    commit: { readonly command: string },
    name: string,
    decide: Decision<Event, State>,
  ): Decision<Event, State> =>
  (state) => {
    const events = decide(state)
    if (events.length > 0) mustFollowAs(commit, name)
    return events
  }

export const isFree = (state: Case): boolean => whyWaiting(state) === undefined

/** A meeting or a document counts by its own day, everything else by the day on which it was decided. */
function sinceWhen(elsewhere: Elsewhere, { last }: Case): string {
  if (!last) return ''
  const act = 'act' in last ? last.act : undefined
  return (act && statedDay(elsewhere, act)) ?? dateOf(last.at)
}

const stateOf = (resolutions: Elsewhere['resolutions'], stream: string) =>
  resolutions.before(stream, resolutions.commits(stream).length + 1)

export function statedDay(
  { resolutions, announcements }: Elsewhere,
  { stream, number }: ActReference,
): string | undefined {
  if (stream.startsWith('resolution/')) return meetingOf(stateOf(resolutions, stream), number)?.date
  if (stream.startsWith('decision/'))
    return announcements
      .commits(stream)
      [number - 1]?.events.flatMap((one) => (one.type === 'published' ? one.date : []))[0]
  return undefined
}

/** The units that a meeting or a published document names, in its order. */
export function unitsStated({ resolutions, announcements }: Elsewhere, { stream, number }: ActReference): string[] {
  if (stream.startsWith('resolution/')) return [...unitsOf(stateOf(resolutions, stream), number)]
  const events = announcements.commits(stream)[number - 1]?.events.filter((one) => one.type === 'published')
  return (events ?? []).flatMap(({ lines }) => lines.map((line) => line.case))
}

/** Nobody decides on the unit in which they hold an appointment. @throws Refused */
export function mustBeApart(elsewhere: Elsewhere, by: By, units: readonly string[]): void {
  const own = (holdings: readonly { readonly unit?: string | undefined }[]) =>
    holdings.some(({ unit }) => unit !== undefined && units.includes(unit))
  if (holdingsOf(elsewhere, by).every(own)) throw new Refused('forbidden', `${by.by}在名单中的单位任职`)
}

type ListRight = { readonly procedure: Procedure; readonly step: string; readonly units: readonly string[] }
/** @throws Refused */
export function mustHaveListRight(
  elsewhere: Elsewhere,
  command: Command,
  by: By,
  { procedure, step, units }: ListRight,
): void {
  mustHaveRight(elsewhere, command, by, { procedure, step })
  mustBeApart(elsewhere, by, units)
}

/** Whether a case is over without a title. */
export const hasLeft = (state: Case): boolean =>
  state.visit > 0 && hasEnded(state) && !state.procedure.endings[state.step]?.confers

type Aside = {
  readonly stream: string
  readonly batch: string
  readonly commit: { readonly by: string; readonly command: string }
}
/** A line that a case could not take: it was asked, and refuses in some state in which it may have been asked. */
export const settingAside =
  (
    elsewhere: Elsewhere,
    event: SetAside,
    { stream, batch, commit }: Aside,
  ): Decision<SetAside, { setAside: readonly SetAside[] }> =>
  (state) => {
    const { case: unit, number, reason, at, waits = false } = event
    if (commit.by !== ACTORS.procedure) throw new Refused('forbidden', '名单中的一行只由系统按程序搁置')
    mustFollowAs(commit, `set aside ${unit} ${number}`)
    const lines = askedByAct(elsewhere, { act: { stream, number }, batch, unit })
    if (lines.length === 0) throw new Refused('unknown', `第${number}次提交没有列入${unit}`)
    const before = state.setAside.some((one) => one.case === unit && one.number < number && one.reason === reason)
    const mayBe = elsewhere.cases.at(caseStream(batch, unit), at)
    const isRefused = mayBe.some((one) =>
      lines.some(({ decide }) => refusal(decide, one) === (waits ? 'waits' : 'never')),
    )
    if (!before && !isRefused) throw new Refused('elsewhere', `${unit}当时可以按这一行办理`)
    return setLineAside({ case: unit, number, reason, waits }, at)(state)
  }

function refusal(decide: Deciding, state: Case): 'waits' | 'never' | undefined {
  try {
    decide(state)
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error instanceof Waiting ? 'waits' : 'never'
  }
}
