/** What the public reads of a batch's decisions: the meetings and the documents by which units are named. */
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Step } from '#procedure/kinds.ts'
import { type Procedure, stepAt, stepOf } from '#procedure/procedure.ts'
import {
  type Announced,
  type Announcement,
  announcementKind,
  announcementStream,
} from '#steps/announcement/announcement.ts'
import { type Meeting, type Resolution, resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'

/** A meeting that named units, and those of them that could take it. */
export type Naming = { readonly meeting: Meeting; readonly units: readonly string[] }
/** A published document, and the units that could take their line of it. */
export type Announcing = { readonly n: number; readonly announced: Announced; readonly units: readonly string[] }

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

/** Meetings that were to name units: the first naming of a unit counts, and none that was set aside. */
export async function namingsIn(ledger: Ledger, batch: string, procedure: Procedure): Promise<readonly Naming[]> {
  const all = namingSteps(procedure).map(async (name) => {
    const step = stepAt(procedure, name)
    const { state } = await readStream(ledger, resolutionKind, resolutionStream(batch, name))
    return step ? namingsOf(state, conferring(procedure, step)) : []
  })
  return (await Promise.all(all)).flat()
}

function namingsOf({ meetings, setAside }: Resolution, outcomes: ReadonlySet<string>): readonly Naming[] {
  const isAside = (unit: string, { commit }: Meeting) =>
    setAside.some((line) => line.case === unit && line.number === commit)
  const seen = new Set<string>()
  return meetings.flatMap((meeting) => {
    const named = meeting.lines.filter((line) => outcomes.has(line.outcome)).map((line) => line.case)
    const units = named.filter((unit) => !isAside(unit, meeting) && !seen.has(unit))
    for (const unit of units) seen.add(unit)
    return named.length > 0 ? [{ meeting, units }] : []
  })
}

/** Documents of a batch that were published; they are numbered without gaps, prepared ones among them. */
export async function announcedIn(ledger: Ledger, batch: string): Promise<readonly Announcing[]> {
  const all: Announcing[] = []
  for (let n = 1; ; n++) {
    const { state, commits } = await readStream(ledger, announcementKind, announcementStream(batch, n))
    if (commits.length === 0) return all
    all.push(...announcing(n, state))
  }
}

export async function announcedAt(ledger: Ledger, batch: string, n: number): Promise<Announcing | undefined> {
  return announcing(n, (await readStream(ledger, announcementKind, announcementStream(batch, n))).state)[0]
}

function announcing(n: number, { published, setAside }: Announcement): readonly Announcing[] {
  if (!published) return []
  const units = published.lines.map((line) => line.case).filter((unit) => !setAside.some((one) => one.case === unit))
  return [{ n, announced: published, units }]
}

/** Where the public reads the act of a title: a document has a page of its own, a batch's meetings one together. */
export function addressOfDecision(batch: string, stream: string): string {
  const [kind, , n] = stream.split('/')
  return kind === 'decision' ? `/public/decisions/${batch}/${n}.html` : `/public/decisions/${batch}.html`
}
