/** What the public reads of a batch's decisions: the meetings and the documents by which units are named. */
import { dateOf } from '#calendar/deadline.ts'
import type { ActReference } from '#case/list-act.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import type { Step } from '#procedure/kinds.ts'
import { type Procedure, stepAt, stepOf } from '#procedure/procedure.ts'
import {
  type Announced,
  type Announcement,
  type AnnouncementEvent,
  announcementKind,
  announcementStream,
} from '#steps/announcement/announcement.ts'
import { meetingOf } from '#steps/resolution/lines-taken.ts'
import { type Meeting, resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'

/** A meeting that was to name units; which of them have taken it, their cases say. */
export type Naming = {
  readonly act: ActReference
  readonly meeting: Meeting
  readonly units: readonly string[]
  /** The day on which a line of the meeting was corrected, whose unit this is. */
  readonly correctedOn?: string
}
/** A published document and the units that it names; which of them have taken it, their cases say. */
export type Announcing = {
  readonly act: ActReference
  readonly n: number
  readonly announced: Announced
  readonly units: readonly string[]
}

/** Outcomes of a step that end where a title is conferred. */
const conferring = ({ endings }: Procedure, { outcomes }: Step): ReadonlySet<string> =>
  new Set(Object.entries(outcomes).flatMap(([name, { end }]) => (end && endings[end]?.confers ? [name] : [])))

/** Steps whose meetings confer titles themselves, without a document of their own. */
const namingSteps = (procedure: Procedure): readonly string[] =>
  Object.keys(procedure.steps).filter((name) => namesUnits(procedure, name))

export function namesUnits(procedure: Procedure, name: string): boolean {
  const step = stepOf(procedure, name, 'resolution')
  return step !== undefined && conferring(procedure, step).size > 0
}

/** Meetings that were to name units, in their order. */
export async function namingsIn(ledger: Ledger, batch: string, procedure: Procedure): Promise<readonly Naming[]> {
  const all = namingSteps(procedure).map(async (name) => {
    const step = stepAt(procedure, name)
    const stream = resolutionStream(batch, name)
    const { state } = await readStream(ledger, resolutionKind, stream)
    const outcomes = step ? conferring(procedure, step) : new Set<string>()
    const named = state.meetings.flatMap((meeting): Naming[] => {
      const units = meeting.lines.flatMap((line) => (outcomes.has(line.outcome) ? [line.case] : []))
      return units.length > 0 ? [{ act: { stream, number: meeting.commit }, meeting, units }] : []
    })
    const corrected = state.corrected.flatMap(({ commit, case: unit, outcome, at }): Naming[] => {
      const meeting = outcomes.has(outcome) ? meetingOf(state, commit) : undefined
      return meeting ? [{ act: { stream, number: commit }, meeting, units: [unit], correctedOn: dateOf(at) }] : []
    })
    return [...named, ...corrected].toSorted((one, other) => one.meeting.commit - other.meeting.commit)
  })
  return (await Promise.all(all)).flat()
}

/** Documents of a batch that were published; they are numbered without gaps, prepared ones among them. */
export async function announcedIn(ledger: Ledger, batch: string): Promise<readonly Announcing[]> {
  const all: Announcing[] = []
  for (let n = 1; ; n++) {
    const read = await readStream(ledger, announcementKind, announcementStream(batch, n))
    if (read.commits.length === 0) return all
    all.push(...announcing(batch, n, read))
  }
}

export async function announcedAt(ledger: Ledger, batch: string, n: number): Promise<Announcing | undefined> {
  return announcing(batch, n, await readStream(ledger, announcementKind, announcementStream(batch, n)))[0]
}

const announcing = (
  batch: string,
  n: number,
  { commits }: Read<AnnouncementEvent, Announcement>,
): readonly Announcing[] =>
  commits.flatMap(({ number, events }) =>
    events.flatMap((event): Announcing[] =>
      event.type === 'published'
        ? [
            {
              act: { stream: announcementStream(batch, n), number },
              n,
              announced: event,
              units: event.lines.map((line) => line.case),
            },
          ]
        : [],
    ),
  )

/** Where the public reads the act of a title: a document has a page of its own, a batch's meetings one together. */
export function addressOfDecision(batch: string, stream: string): string {
  const [kind, , n] = stream.split('/')
  return kind === 'decision' ? `/public/decisions/${batch}/${n}.html` : `/public/decisions/${batch}.html`
}
