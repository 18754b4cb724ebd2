/** The office visits a unit that works, the unit says how it has mended what was found, the office confirms it. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { dateOf } from '#calendar/deadline.ts'
import { hasEnded } from '#case/case.ts'
import type { InspectionPage, inspectionEndpoints } from '#contracts/work/inspection.ts'
import type { UseCase } from '#edge/use-case.ts'
import { officeOn } from '#evidence/file-owner.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import * as deciders from '#steps/work/inspection.ts'
import { type Inspection, type InspectionEvent, inspectionKind, inspectionStream } from '#steps/work/inspection.ts'
import { mustBeKept } from './kept-files.ts'
import {
  type InspectionCall,
  isAtWork,
  type LookedAtInspection,
  lookAtInspection,
  showInspection,
} from './show-inspection.ts'
import type { WorkDeps } from './work-deps.ts'

type Uses = typeof inspectionEndpoints
type Click = InspectionCall & { readonly command: string }

export const readInspection =
  (deps: WorkDeps): UseCase<Uses['readInspection']> =>
  async (call) =>
    showInspection(deps, call, await lookAtInspection(deps, call))

export const recordVisit =
  (deps: WorkDeps): UseCase<Uses['recordVisit']> =>
  (call) => {
    const { on, place, visitors, text, files = [], findings, seen } = call.body
    return decide(deps, call, async ({ state, visitors: possible }) => {
      if (!isAtWork(state)) throw new Refused('elsewhere', '该单位现在不在实施环节，不能登记监督检查；请刷新后再办。')
      if (visitors.some((one) => !possible.some(({ person }) => person === one)))
        throw new Refused('incomplete', '监督检查没有登记。', {
          visitors: '有人不在法制办和考核人员名单中；请重新选择',
        })
      await mustBeKept(deps, officeOn(call.params.unit), files)
      const since = dateOf(state.last?.at ?? call.received)
      const visit = { step: state.step, on, place, visitors, text, files, findings }
      return deciders.recordVisit(visit, { since, seen }, asked(call))
    })
  }

export const answerFinding =
  (deps: WorkDeps): UseCase<Uses['answerFinding']> =>
  (call) => {
    const { text, files = [] } = call.body
    return decide(deps, call, async ({ inspection }) => {
      const which = whichOf(call.params)
      mustBeAsSeen(inspection.state, which, call.body)
      await mustBeKept(deps, call.params.unit, files)
      return deciders.answerFinding({ ...which, text, files }, asked(call))
    })
  }

export const settleFinding =
  (deps: WorkDeps): UseCase<Uses['settleFinding']> =>
  (call) =>
    decide(deps, call, () => {
      const { outcome, reason, lastDay, seen } = call.body
      const more = { ...(reason && { reason }), ...(lastDay && { lastDay }) }
      return deciders.settleFinding({ ...whichOf(call.params), outcome, seen, ...more }, asked(call))
    })

const asked = ({ caller, received }: InspectionCall) => ({ by: caller.person, received })
const whichOf = ({ n, item }: { readonly n: string; readonly item: string }) => ({ n: Number(n), item: Number(item) })

/** An answer that crossed with a return would not say what it was asked; the same answer said again has nothing to do. */
function mustBeAsSeen(
  { visits }: Inspection,
  { n, item }: { n: number; item: number },
  { seen, text }: { readonly seen: number; readonly text: string },
): void {
  const answers = visits[n - 1]?.standing[item - 1]?.answers
  const isAgain = answers?.length === seen + 1 && answers.at(-1)?.text === text
  if (answers && answers.length !== seen && !isAgain)
    throw new Refused('conflict', '整改情况有变化；请刷新，看过之后再报送。')
}

async function decide(
  deps: WorkDeps,
  click: Click,
  prepare: (
    looked: LookedAtInspection,
  ) => Decision<InspectionEvent, Inspection> | Promise<Decision<InspectionEvent, Inspection>>,
): Promise<InspectionPage> {
  const looked = await lookAtInspection(deps, click)
  const { inspection, state, terms } = looked
  const { command, params } = click
  const by = click.caller.person
  // Asked again because the answer was lost: the case may have gone on since.
  if (doneBy(inspection.commits, { command, by })) return showInspection(deps, click, looked)
  mustNotBeCancelled(terms)
  if (state.visit === 0 || hasEnded(state)) throw new Refused('elsewhere', '本件没有在办理；请刷新后再办。')
  const answer = await execute(deps.ledger, inspectionKind, {
    ...{ stream: inspectionStream(params.batch, params.unit), command, by, first: inspection },
    decide: await prepare(looked),
  })
  return showInspection(deps, click, { ...looked, inspection: { ...inspection, ...answer } })
}
