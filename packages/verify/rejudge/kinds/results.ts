/** What organs have found of units: whether it could be entered so then. Whose a kind was that day no record says. */
import {
  correctResult,
  enterResult,
  FIRST_YEAR,
  type Organ,
  type Results,
  type ResultsEvent,
  resultsKind,
  versionsOf,
  withdrawResult,
} from '#external-results/external-results.ts'
import { inWhoseName } from '#external-results/in-whose-name.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import { unitStream } from '#roster/unit.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import { type Elsewhere, LAG_MS } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { type By, holdingsOf } from '../rights.ts'

export const judgeResults = judging(resultsKind, function* candidates({ ids, events, elsewhere, commit, state }) {
  const [event] = events
  const year = Number(ids[0])
  if (year < FIRST_YEAR) throw new Refused('unknown', `没有${year}年的外部结果簿`)
  const { at: received, by, organ, byOffice } = event
  const asked = { by, received, organ, ...(byOffice && { byOffice }) }
  const who = { by: commit.by, received }
  mustBeKnown(elsewhere, received, organ)
  if (event.type === 'resultEntered') {
    mustBeKnown(elsewhere, received, event.unit)
    yield inTheirName(elsewhere, 'enter-result', who, event, event.unit, enterResult(event, year, asked))
    return
  }
  const result = state.results[event.n - 1]
  const seen = result ? versionsOf(result).length : 0
  yield event.type === 'resultCorrected'
    ? inTheirName(
        elsewhere,
        'correct-result',
        who,
        event,
        result?.unit,
        correctResult(event, { n: event.n, year, seen }, asked),
      )
    : inTheirName(elsewhere, 'withdraw-result', who, event, result?.unit, withdrawResult(event, seen, asked))
})

/** By the rows of units, which may lag. @throws Refused */
function mustBeKnown({ units }: Elsewhere, at: string, unit: string): void {
  if (unit !== OWNERS.office && !units.at(unitStream(unit), at, LAG_MS).some(({ name }) => name !== undefined))
    throw new Refused('elsewhere', `名册中当时没有${unit}`)
}

/** The decision, where whoever took it could take it in that organ's name. */
const inTheirName =
  (
    elsewhere: Elsewhere,
    command: Parameters<typeof inWhoseName>[0],
    who: By,
    { organ, byOffice }: Organ,
    unit: string | undefined,
    decide: Decision<ResultsEvent, Results>,
  ): Decision<ResultsEvent, Results> =>
  (before) => {
    const events = decide(before)
    const about = { owner: organ, isManned: byOffice !== true, unit }
    const isTheirs = holdingsOf(elsewhere, who).some((holdings) => {
      const name = inWhoseName(command, holdings, about)
      return name?.organ === organ && name.byOffice === byOffice
    })
    if (events.length > 0 && !isTheirs)
      throw new Refused(
        'forbidden',
        `${who.by}当时没有${byOffice ? '代' : '以'}${organ}${byOffice ? '' : '的名义'}“${COMMANDS[command]}”的岗位`,
      )
    return events
  }
