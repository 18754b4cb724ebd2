import type { SetAside } from '#acts/act.ts'
import { attendance, type Meeting } from '#acts/resolution.ts'
import type { ResolutionPage } from '#contracts/intake.ts'
import { OFFICE } from '#evidence/evidence.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { keptFile } from './kept-evidence.ts'
import { nameOfOfficer } from './name-people.ts'

type Named = { readonly nameOf: (unit: string) => string; readonly outcomeTitle: (outcome: string) => string }

/** One meeting as it was recorded: who took part, how it decided, every line and what became of it. */
export async function showMeeting(
  deps: Pick<IntakeDeps, 'ledger' | 'contents' | 'persons'>,
  held: Meeting,
  setAside: readonly SetAside[],
  { nameOf, outcomeTitle }: Named,
): Promise<ResolutionPage['meetings'][number]> {
  const { commit, meeting, number, date, at, by, how, minutes, lines } = held
  const tookPart = attendance.parse(await deps.contents.get(held.attendance))
  const { name } = await keptFile(deps.ledger, OFFICE, minutes)
  return {
    number: commit,
    meeting,
    reference: number,
    date,
    recordedAt: at,
    recordedBy: await nameOfOfficer(deps, by),
    minutes: { owner: OFFICE, sha256: minutes, name },
    ...tookPart,
    how,
    lines: lines.map(({ case: unit, outcome, reason }) => {
      const aside = setAside.find((one) => one.number === commit && one.case === unit)
      return {
        unit,
        name: nameOf(unit),
        outcome,
        outcomeTitle: outcomeTitle(outcome),
        ...(reason && { reason }),
        ...(aside && { setAside: aside.reason }),
      }
    }),
  }
}
