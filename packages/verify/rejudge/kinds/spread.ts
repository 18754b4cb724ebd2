/** Who of a unit writes which indicator: given by its own people to its own people, while it may be written. */
import { caseStream } from '#case/case.ts'
import {
  giveBackIndicators,
  giveIndicators,
  type Spread,
  type SpreadEvent,
  spreadKind,
  takeIndicators,
} from '#dossier/spread/spread.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { callsAt, mustRun, procedureOfCall } from '../calls.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { mustBeIndicator, mustBeInTime, mustBeReopened } from '../published.ts'
import { type By, byRight, holdingsOf } from '../rights.ts'

export const judgeSpread = judging(spreadKind, function* candidates({ ids, events, elsewhere, commit, state }) {
  const [event] = events
  const [batch = '', unit = ''] = ids
  const { at: received } = event
  mustRun(elsewhere, batch, received)
  for (const call of callsAt(elsewhere, batch, received))
    for (const one of elsewhere.cases.at(caseStream(batch, unit), received)) {
      const procedure = one.visit > 0 ? one.procedure : procedureOfCall(call)
      const about = { unit, procedure, step: one.step }
      if (event.type === 'given') mustWrite(elsewhere, { by: event.person, received }, { unit, procedure })
      const decide = doing(event, state.seen, { by: event.by, received })
      // Whoever writes at all gives back what is not theirs to write.
      const right = event.type === 'givenBack' ? 'write-dossier' : 'spread-dossier'
      const move = byRight(elsewhere, right, { by: commit.by, received }, decide, () => about)
      yield (before) => {
        const moved = move(before)
        mustBeInTime(one, call, procedure, received)
        mustBeReopened(one, procedure, event.items)
        for (const item of event.items) mustBeIndicator(elsewhere, call, item)
        return moved
      }
    }
})

/** @throws Refused where nothing is given to that person, since they hold nothing in the unit by which it is written */
function mustWrite(
  elsewhere: Elsewhere,
  by: By,
  about: { readonly unit: string; readonly procedure: Procedure },
): void {
  const mayBe = holdingsOf(elsewhere, by).map((all) => all.filter((held) => held.unit === about.unit))
  if (!mayBe.some((own) => permissionFor('write-dossier', own, about)))
    throw new Refused('forbidden', `${by.by}当时不填写${about.unit}的自评`)
}

function doing(event: SpreadEvent, seen: number, by: By): Decision<SpreadEvent, Spread> {
  switch (event.type) {
    case 'given':
      return giveIndicators(event, { seen }, by)
    case 'taken':
      return takeIndicators(event.items, seen, by)
    case 'givenBack':
      return giveBackIndicators(event.items, event.reason, seen, by)
  }
}
