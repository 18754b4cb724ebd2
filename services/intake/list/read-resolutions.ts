import { dateOf } from '#calendar/deadline.ts'
import { caseStream } from '#case/case.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import type { Call, Caller } from '#edge/use-case.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { minutesOwnerFor } from '#procedure/file-permissions.ts'
import { targetOf } from '#procedure/procedure.ts'
import { knownAs } from '#rows/known.ts'
import { openCases } from '#rows/rows.ts'
import { linesTaken, taken } from '#steps/resolution/lines-taken.ts'
import {
  isSubmitted,
  type Resolution,
  type ResolutionEvent,
  resolutionKind,
  resolutionStream,
  submittedCases,
} from '#steps/resolution/resolution.ts'
import { inNameOrder } from '#typed/names.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { listStep, type Waiting, waitingCases } from './list-step.ts'
import { type LookedAtList, lookAtList } from './look-at-list.ts'
import { allowedOf, bodyOf, limitedOutcome, type MeetingStep } from './meeting-step.ts'
import { showList, showMeeting } from './show-meeting.ts'

/** The meetings of a step as they were read, with all that is shown of them. */
export type LookedAtMeetings = LookedAtList & {
  readonly read: Read<ResolutionEvent, Resolution>
  readonly meeting: MeetingStep
}
/** What a request names itself. */
type Brought = { readonly by: string; readonly cases: readonly string[]; readonly files: readonly string[] }

/** @throws Refused when the batch has no such step, or no meeting decides it */
export async function lookAtMeetings(
  deps: IntakeDeps,
  params: { readonly batch: string; readonly step: string },
  brought?: Brought,
): Promise<LookedAtMeetings> {
  const { batch, step } = params
  const [read, open] = await Promise.all([
    readStream(deps.ledger, resolutionKind, resolutionStream(batch, step)),
    openCases(deps.rows, batch),
  ])
  const { meetings, prepared, corrected } = read.state
  const looked = await lookAtList(deps, batch, open, {
    units: [
      ...meetings.flatMap(({ lines }) => lines.map((line) => line.case)),
      ...prepared.flatMap(({ cases }) => cases),
      ...(brought?.cases ?? []),
    ],
    cases: meetings.flatMap(({ lines }) => lines.map((line) => line.case)),
    people: [
      ...[...meetings, ...prepared, ...corrected].map(({ by }) => by),
      ...corrected.map(({ draftedBy }) => draftedBy),
      ...(brought ? [brought.by] : []),
    ],
    files: [
      ...meetings.map(({ minutes }) => minutes),
      ...prepared.flatMap(({ paper }) => paper ?? []),
      ...(brought?.files ?? []),
    ],
  })
  return { ...looked, read, meeting: listStep(looked.terms, params, 'resolution', '不由会议决定') }
}

/** What the meetings of a step decided, and which cases wait for the next one. */
export const readResolutions =
  (deps: IntakeDeps) =>
  async ({ params, caller, received }: Call<typeof intakeEndpoints.readResolutions>): Promise<ResolutionPage> => {
    const looked = await lookAtMeetings(deps, params)
    return showResolutions(deps, { looked, caller, received }, looked.read.state)
  }

type Frame = { readonly looked: LookedAtMeetings; readonly caller: Caller; readonly received: string }

export async function showResolutions(
  deps: IntakeDeps,
  { looked, caller, received }: Frame,
  resolution: Resolution,
): Promise<ResolutionPage> {
  const { meeting, open, known, nameOf, who } = looked
  const { batch, step, terms, value } = meeting
  const { meetings } = resolution
  const waiting = waitingCases(open, step, sentOn(meeting, resolution))
  const outcomeTitle = (outcome: string) => value.outcomes[outcome]?.title ?? outcome
  const limited = limitedOutcome(meeting) ?? ''
  const submitted = value.prepares ? submittedCases(resolution) : []
  const isBefore = ({ unit, visit }: Waiting) => isSubmitted(submitted, unit, visit)
  const [lists, shown] = await Promise.all([
    Promise.all(resolution.prepared.map((list) => showList(deps, list, { nameOf, who, known }))),
    Promise.all(meetings.map((held) => showMeeting(deps, held, resolution, { nameOf, outcomeTitle, who, known }))),
  ])
  return {
    batch,
    batchTitle: terms.title,
    trial: terms.trial,
    step,
    stepTitle: value.title,
    body: bodyOf(meeting, deps.county),
    votes: value.votes,
    record: value.record,
    ranked: value.ranked === true,
    today: dateOf(received),
    prepares: value.prepares !== undefined,
    submitted: inNameOrder(waiting.filter(isBefore).map(({ unit }) => ({ unit, name: nameOf(unit) }))),
    ...(limited && terms.quota !== undefined && { quota: terms.quota }),
    taken: taken(resolution, limited, hasLeftOf(looked)),
    limited,
    outcomes: Object.entries(value.outcomes).map(([outcome, { title }]) => ({ value: outcome, label: title })),
    waiting: inNameOrder(
      waiting.map((one) => ({
        unit: one.unit,
        name: nameOf(one.unit),
        visit: one.visit,
        ...(one.held && { held: one.held }),
        ...(isBefore(one) && { submitted: true as const }),
      })),
    ),
    commands: allowedOf(
      ['prepare-list', 'record-resolution', 'draft-correction', 'sign-correction'],
      caller.holdings,
      meeting,
    ),
    minutesTo: minutesOwnerFor(caller.holdings),
    lists,
    meetings: shown,
  }
}

/** Whether a case has ended without a title, by its row: one that lags behind keeps its place for a moment. */
export const hasLeftOf =
  ({ known, meeting: { batch, procedure } }: Pick<LookedAtMeetings, 'known' | 'meeting'>) =>
  (unit: string): boolean => {
    const row = knownAs(known, 'case', caseStream(batch, unit))
    return row?.ended === true && !procedure.endings[row.step]?.confers
  }

/** By unit the commit of the last line that led its case away from the step. */
const sentOn = ({ batch, step, value }: MeetingStep, resolution: Resolution) =>
  new Map(
    linesTaken(resolution)
      .map(({ case: unit, commit, outcome }) => ({ unit, commit, way: value.outcomes[outcome] }))
      .filter(({ way }) => !way || targetOf(way) !== step)
      .map(({ unit, commit }) => [unit, { stream: resolutionStream(batch, step), number: commit }] as const),
  )
