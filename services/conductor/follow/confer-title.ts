import type { Case } from '#case/case.ts'
import type { ActReference } from '#case/case-events.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { meetingOf, unitsOf } from '#steps/resolution/lines-taken.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'
import { certificateIn } from '#title/certificate.ts'
import { confer, titleKind, titleStream } from '#title/title.ts'

/** The stream of the title a case has earned; none for one that does not end where one is conferred, and none in a trial. */
export const titleEarned = ({ procedure, step, trial, unit, batch }: Case): string | undefined => {
  const ending = Object.hasOwn(procedure.endings, step) ? procedure.endings[step] : undefined
  return ending?.confers && !trial ? titleStream(unit, batch) : undefined
}

/** Confers the title, on the day of the act that named the unit. */
export async function conferTitle(ledger: Ledger, state: Case): Promise<void> {
  const { unit, batch, last } = state
  const stream = titleEarned(state)
  if (!stream || !last?.act) return
  const { act } = last
  const naming = await namingOf(ledger, act)
  if (!naming)
    throw new Error(
      `“${act.stream}”第${act.number}次提交不是会议决定，也不是签发的决定，不能据以授予“${stream}”；请核对该件的办理记录。`,
    )
  await execute(ledger, titleKind, {
    stream,
    command: `confer ${act.stream}#${act.number}`,
    by: last.by,
    decide: confer(
      { unit, batch, on: naming.on, act, certificate: certificateIn(batch, act, naming.units, unit) },
      last.at,
    ),
  })
}

/** The day of a meeting or of a document, and the units that it names in its order; none for another act. */
async function namingOf(ledger: Ledger, { stream, number }: ActReference) {
  const kind = stream.split('/')[0]
  if (kind === 'resolution') {
    const { state } = await readStream(ledger, resolutionKind, stream)
    const met = meetingOf(state, number)
    return met && { on: met.date, units: unitsOf(state, number) }
  }
  if (kind === 'decision') {
    const { commits } = await readStream(ledger, announcementKind, stream)
    const published = commits[number - 1]?.events.find((event) => event.type === 'published')
    return published && { on: published.date, units: published.lines.map((line) => line.case) }
  }
  return undefined
}
