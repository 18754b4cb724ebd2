import { mustStandAtKind } from '#case/standing.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { dueReports } from '#steps/work/due-reports.ts'
import * as deciders from '#steps/work/duty.ts'
import { dutyKind, dutyStream } from '#steps/work/duty.ts'
import { mustBeAllowedAt } from '../allow.ts'
import type { Looked } from '../case/look-at-case.ts'
import { eventsOf, workIn } from '../case/look-beside.ts'
import { askedBy, type CaseCall, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding } from '../kept-evidence.ts'
import { decideBeside } from './decide-beside.ts'

/** The unit reports how its work goes on. */
export const reportProgress =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.reportProgress>): Promise<CasePage> => {
    const { params, body } = call
    const { period, text, files = [] } = body
    return decideBeside(
      deps,
      call,
      (looked) => ({
        ...progressOf(looked, call, params.step),
        prepare: async () => {
          const { state } = looked.read
          const { title, reports } = mustBeAllowedAt({ command: 'report-progress', call }, state, params.step, 'work')
          const begun = workIn(eventsOf(looked.read), state.procedure)
          if (!reports || !begun || !state.lateFrom)
            throw new Refused('unknown', `“${title}”不需要报送进展；请从申报件页面重新进入。`)
          const kept = await Promise.all(
            files.map((sha256) => keptFile(deps.ledger, params.unit, sha256, forDeciding(deps, looked.known))),
          )
          const wrong = kept.find((one) => one.wrong)?.wrong
          if (wrong) throw new Refused('incomplete', '有佐证材料还不能使用。', { files: wrong })
          const due = dueReports(reports, begun.since, state.lateFrom)
          return deciders.reportProgress({ step: params.step, period, text, files }, due, askedBy(call))
        },
      }),
      { files, work: 'over' },
    )
  }

/** The office records how it has guided the unit. */
export const guideUnit =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.guideUnit>): Promise<CasePage> => {
    const { params, body } = call
    return decideBeside(
      deps,
      call,
      (looked) => ({
        ...progressOf(looked, call, params.step),
        prepare: () => {
          mustBeAllowedAt({ command: 'guide-unit', call }, looked.read.state, params.step, 'work')
          return deciders.guideUnit({ step: params.step, text: body.text }, askedBy(call))
        },
      }),
      { work: 'over' },
    )
  }

/** @throws Refused when the case does not stand at work */
function progressOf(looked: Looked, call: CaseCall & { readonly params: { readonly step: string } }, step: string) {
  const { batch, unit } = call.params
  const { progress } = looked
  if (!progress) mustStandAtKind(looked.read.state, step, 'work')
  if (!progress) throw new Refused('elsewhere', '本件现在没有进展可报；请刷新后再办。')
  return {
    kind: dutyKind,
    stream: dutyStream(batch, unit, step),
    read: progress,
    after: (read: NonNullable<Looked['progress']>): Looked => ({ ...looked, progress: read }),
  }
}
