import { whyWaiting } from '#case/apply-line.ts'
import { mustBeAsSeen } from '#case/as-seen.ts'
import { caseKind, caseStream, makersOf } from '#case/case.ts'
import { mustStandAtKind } from '#case/standing.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { doneBy, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import type { StepOf } from '#procedure/kinds.ts'
import * as deciders from '#steps/inquiry/panel.ts'
import { panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { mustBeAllowedAt } from '../allow.ts'
import type { Looked } from '../case/look-at-case.ts'
import { readCase } from '../case/show-case.ts'
import { askedBy, type CaseClick, type IntakeDeps } from '../intake-deps.ts'
import { decideBeside } from './decide-beside.ts'

type AtInquiry = CaseClick & { readonly params: { readonly step: string }; readonly body: { readonly visit: number } }

export const endMethod =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.endMethod>): Promise<CasePage> =>
    decideBeside(deps, call, (looked) =>
      panelOf(looked, call, 'end-method', (inquiry) =>
        deciders.endMethod(inquiry, { ...call.params, ...call.body }, askedBy(call)),
      ),
    )

/** The team's leader settles the result, which the case follows. */
export const settleInquiry =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.settleInquiry>): Promise<CasePage> => {
    const { params, body } = call
    const { outcome, reason } = body
    try {
      return await decideBeside(deps, call, (looked) =>
        panelOf(looked, call, 'settle-inquiry', (inquiry) =>
          deciders.settleInquiry(
            inquiry,
            { step: params.step, outcome, reason },
            askedBy(call),
            makersOf(looked.read.state),
            whyWaiting(looked.read.state),
          ),
        ),
      )
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'elsewhere' || !(await isSettledBy(deps, call))) throw error
      return readCase(deps)(call)
    }
  }

/** Asked again because the answer was lost: the case has followed meanwhile. */
async function isSettledBy({ ledger }: IntakeDeps, click: CaseClick): Promise<boolean> {
  const { batch, unit } = click.params
  const { taken } = (await readStream(ledger, caseKind, caseStream(batch, unit))).state
  const act = taken.findLast(({ stream }) => stream.startsWith(`panel/${batch}/${unit}/`))
  if (!act) return false
  const { commits } = await readStream(ledger, panelKind, act.stream)
  return doneBy(commits, { command: click.command, by: askedBy(click).by }) !== undefined
}

type PanelDecision = ReturnType<typeof deciders.endMethod>

/** The panel of the visit that the case pays now. @throws Refused when it stands elsewhere */
function panelOf(
  looked: Looked,
  call: AtInquiry,
  command: Command,
  decide: (inquiry: StepOf<'inquiry'>) => PanelDecision | Promise<PanelDecision>,
) {
  const { batch, unit, step } = call.params
  const { state } = looked.read
  const { panel } = looked
  mustStandAtKind(state, step, 'inquiry')
  mustBeAsSeen(state, call.body.visit)
  if (!panel) throw new Refused('elsewhere', '本件现在没有考核；请刷新后再办。')
  return {
    kind: panelKind,
    stream: panelStream(batch, unit, state.visit),
    read: panel,
    prepare: () => decide(mustBeAllowedAt({ command, call }, state, step, 'inquiry')),
    after: (read: NonNullable<Looked['panel']>): Looked => ({ ...looked, panel: read }),
  }
}
