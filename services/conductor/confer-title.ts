import { resolutionKind } from '#acts/resolution.ts'
import type { Case } from '#case/case.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { confer, titleKind, titleStream } from '#title/title.ts'

/** The ending that confers a title. */
const NAMED = 'named'

/** The stream of the title a case has earned; none for one that is not named, and none in a trial. */
export const titleEarned = ({ step, trial, unit, batch }: Case): string | undefined =>
  step === NAMED && !trial ? titleStream(unit, batch) : undefined

/** Confers the title, on the day of the meeting that named the unit. */
export async function conferTitle(ledger: Ledger, state: Case): Promise<void> {
  const { unit, batch, last } = state
  const stream = titleEarned(state)
  if (!stream || last?.type !== 'decided' || !last.act) return
  const { commits } = await readStream(ledger, resolutionKind, last.act.stream)
  const resolved = commits[last.act.number - 1]?.events.find((event) => event.type === 'resolved')
  if (!resolved)
    throw new Error(
      `“${last.act.stream}”第${last.act.number}次提交不是会议决定，不能据以授予“${stream}”；请核对该件的办理记录。`,
    )
  await execute(ledger, titleKind, {
    stream,
    command: `${last.act.stream}#${last.act.number}`,
    by: last.by,
    decide: confer({ unit, batch, on: resolved.date, resolution: last.act }, last.at),
  })
}
