import { mayVote, type Resolution, resolutionKind, resolutionStream, taken } from '#acts/resolution.ts'
import type { CallTerms } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { intakeEndpoints, ResolutionPage } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { titleOf } from '#procedure/procedure.ts'
import { unitNames } from '#rows/rows.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { type MeetingStep, meetingStep } from './meeting-step.ts'
import { readTerms } from './read-frame.ts'
import { showMeeting } from './show-meeting.ts'
import { waitingCases } from './waiting-cases.ts'

/** What the meetings of a step decided, and which cases wait for the next one. */
export const readResolutions =
  (deps: IntakeDeps) =>
  async ({ params, received }: Call<typeof intakeEndpoints.readResolutions>): Promise<ResolutionPage> => {
    const { batch, step } = params
    const terms = await readTerms(deps.ledger, batch)
    const { state } = await readStream(deps.ledger, resolutionKind, resolutionStream(batch, step))
    return showResolutions(deps, { batch, terms, meeting: meetingStep(terms, step), received }, state)
  }

type Frame = {
  readonly batch: string
  readonly terms: CallTerms
  readonly meeting: MeetingStep
  readonly received: string
}

export async function showResolutions(
  deps: IntakeDeps,
  { batch, terms, meeting, received }: Frame,
  resolution: Resolution,
): Promise<ResolutionPage> {
  const { step, procedure, outcomes, limited } = meeting
  const names = await unitNames(deps.rows)
  const waiting = await waitingCases(deps, batch, meeting, resolution)
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const outcomeTitle = (outcome: string) => outcomes[outcome]?.title ?? outcome
  return {
    batch,
    batchTitle: terms.title,
    trial: terms.trial,
    step,
    stepTitle: titleOf(procedure, step),
    body: deps.county.executiveMeeting,
    votes: mayVote(step),
    today: dateOf(received),
    quota: terms.quota,
    taken: taken(resolution, limited),
    limited,
    outcomes: Object.entries(outcomes).map(([value, { title }]) => ({ value, label: title })),
    waiting: waiting.map((unit) => ({ unit, name: nameOf(unit) })),
    meetings: await Promise.all(
      resolution.meetings.map((held) => showMeeting(deps, held, resolution.setAside, { nameOf, outcomeTitle })),
    ),
  }
}
