/** What was last decided about a case by others than its unit: on its page, with why. */
import { dateOf } from '#calendar/deadline.ts'
import type { Case } from '#case/case.ts'
import { opinionOf } from '#case/paper.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { StepKind } from '#procedure/kinds.ts'
import { outcomeTitle, stepAt, stepOf, titleOf } from '#procedure/procedure.ts'
import { RECORDS } from '#procedure/records.ts'
import { withRank } from '#steps/resolution/ranks.ts'
import type { Naming } from '../name-people.ts'

/** Of these the unit, or time, gives the outcome. */
const ITS_OWN: ReadonlySet<StepKind> = new Set(['entry', 'work'])

export function lastResult(
  { last, procedure }: Pick<Case, 'last' | 'procedure'>,
  { act, on, who }: Naming,
): Pick<CasePage, 'result'> {
  const at = last && stepAt(procedure, last.step)
  if (!last || !at || ITS_OWN.has(at.kind)) return {}
  const ofAct = last.act
  const reason = opinionOf(last)
  const meeting = stepOf(procedure, last.step, 'resolution')
  // Of a line that was corrected it is what the record says, and nobody's reason.
  const record = meeting && last.type === 'corrected' && last.inMinutes !== undefined && RECORDS[meeting.record]
  return {
    result: {
      step: titleOf(procedure, last.step),
      outcome: withRank(outcomeTitle(procedure, last.step, last.outcome), 'rank' in last ? last : {}),
      by: (ofAct && act(ofAct)) ?? who(last.by, last.at),
      on: (ofAct && on(ofAct)) ?? dateOf(last.at),
      ...(reason && { reason }),
      ...(record && { record }),
    },
  }
}
