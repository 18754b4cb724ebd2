/** Everything that a request about a title needs, read once and handed on. */
import { batchStream } from '#batch/batch.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeOn, ownersFor } from '#evidence/file-owner.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { type Title, titleKind, titleStream } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import type { TitleCall, TitleDeps } from './title-deps.ts'

export type LookedAtTitle = {
  readonly stream: string
  readonly read: Read<TitleEvent, Title>
  readonly known: Known
  /** What the unit is called now. */
  readonly name: string
}

/** @throws Refused where the roster has no such unit */
export async function lookAtTitle({ ledger, rows }: TitleDeps, { params, caller }: TitleCall): Promise<LookedAtTitle> {
  const { batch, unit } = params
  const stream = titleStream(unit, batch)
  const read = await readStream(ledger, titleKind, stream)
  const { events, files, minutes } = citedIn(read)
  const known = await rows.many([
    ...[unitStream(unit), batchStream(batch)],
    ...[...new Set([caller.person, ...events.map(({ by }) => by)])].map(personStream),
    ...files.map((used) => evidenceStream(officeOn(unit), used)),
    ...minutes.flatMap((used) => ownersFor('minutes').map((owner) => evidenceStream(owner, used))),
  ])
  const row = knownAs(known, 'unit', unitStream(unit))
  if (!row) throw new Refused('unknown', `名册中没有编号为“${unit}”的单位；请从名录重新进入。`)
  return { stream, read, known, name: row.name }
}

/** Who acted, and the files that are cited. */
function citedIn({ state: { conferred, experience, ...title } }: Read<TitleEvent, Title>) {
  const waiting = [title.prepared, title.returned, title.returned?.prepared, ...title.dropped].flatMap(
    (one) => one ?? [],
  )
  const events = [...title.happened, ...waiting].flatMap((event) => ('by' in event ? event : []))
  const measures = events.flatMap((event) => ('measure' in event ? event.measure : []))
  const { inHand, published, down } = experience
  const ofExperience = [...Object.values(inHand ?? {}), ...(published ? [published] : []), ...(down ? [down] : [])]
  return {
    events: [
      ...events,
      ...ofExperience,
      ...events.flatMap((event) => ('preparedBy' in event ? { by: event.preparedBy } : [])),
    ],
    files: measures.flatMap((one) => ('scan' in one && one.scan ? [one.scan] : [])),
    minutes: events.flatMap((event) => (event.type === 'meetingRecorded' ? [event.minutes] : [])),
  }
}
