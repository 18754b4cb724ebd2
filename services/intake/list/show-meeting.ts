import type { ResolutionPage } from '#contracts/meeting.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import type { Known } from '#rows/known.ts'
import { inRankOrder } from '#steps/resolution/ranks.ts'
import {
  attendance,
  type LineCorrected,
  type ListPrepared,
  type Meeting,
  type Resolution,
} from '#steps/resolution/resolution.ts'
import { inNameOrder } from '#typed/names.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { referenceTo } from '../kept-evidence.ts'

/** What was submitted to the body: which units, with which words and which paper. */
export async function showList(
  { ledger }: Pick<IntakeDeps, 'ledger'>,
  { commit, at, by, text, paper, cases }: ListPrepared,
  { nameOf, who, known }: Pick<Named, 'nameOf' | 'known' | 'who'>,
): Promise<ResolutionPage['lists'][number]> {
  const file = paper && (await referenceTo(ledger, ownersFor('minutes'), paper, known))
  const units = inNameOrder(cases.map((unit) => ({ unit, name: nameOf(unit) })))
  return { number: commit, at, by: who(by), text, ...(file && { file }), units }
}

type Named = {
  readonly nameOf: (unit: string) => string
  readonly outcomeTitle: (outcome: string) => string
  readonly who: (person: string) => string
  readonly known: Known
}

/** One meeting as it was recorded: who took part, how it decided, every line and what became of it. */
export async function showMeeting(
  deps: Pick<IntakeDeps, 'ledger' | 'contents'>,
  held: Meeting,
  { setAside, corrected }: Pick<Resolution, 'setAside' | 'corrected'>,
  { nameOf, outcomeTitle, who, known }: Named,
): Promise<ResolutionPage['meetings'][number]> {
  const { commit, meeting, number, date, at, how, minutes, lines } = held
  const saidCorrected = (one: LineCorrected, aside: string | undefined) => ({
    ...{ at: one.at, by: who(one.by), draftedBy: who(one.draftedBy), outcome: one.outcome },
    ...{ outcomeTitle: outcomeTitle(one.outcome), reason: one.reason, inMinutes: one.inMinutes },
    ...(aside && { setAside: aside }),
  })
  const tookPart = attendance.parse(await deps.contents.get(held.attendance))
  return {
    number: commit,
    meeting,
    reference: number,
    date,
    recordedAt: at,
    recordedBy: who(held.by),
    minutes: await referenceTo(deps.ledger, ownersFor('minutes'), minutes, known),
    ...tookPart,
    how,
    lines: inRankOrder(
      lines.map(({ case: unit, outcome, reason, rank }) => {
        const asideAt = (line: number) => setAside.find((one) => one.number === line && one.case === unit)?.reason
        const aside = asideAt(commit)
        const since = corrected.filter((one) => one.number === commit && one.case === unit)
        return {
          unit,
          name: nameOf(unit),
          outcome,
          outcomeTitle: outcomeTitle(outcome),
          ...(rank !== undefined && { rank }),
          ...(reason && { reason }),
          ...(aside && { setAside: aside }),
          ...(since.length > 0 && { corrected: since.map((one) => saidCorrected(one, asideAt(one.commit))) }),
        }
      }),
    ),
  }
}
