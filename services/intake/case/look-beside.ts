/** What lies beside a case in streams of its own: the progress of its work, and the panel of each visit to an inquiry. */
import type { Case } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import { type Panel, type PanelEvent, panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { type InquiryVisit, inquiriesIn } from '#steps/inquiry/visits.ts'
import { type Duty, type DutyEvent, dutyKind, dutyStream } from '#steps/work/duty.ts'
import { type CaseCall, isOfUnit } from '../intake-deps.ts'

export type Beside = {
  readonly progress?: Read<DutyEvent, Duty>
  /** Of the last visit to an inquiry. */
  readonly panel?: Read<PanelEvent, Panel>
  /** Of the visits before it, in order. */
  readonly earlier?: readonly (InquiryVisit & { readonly read: Read<PanelEvent, Panel> })[]
}
export type LookingBeside = {
  /** `over`: also at work that is over; else where the case stands at it. */
  readonly work?: 'over' | 'none'
  /** At which visits to an inquiry; else at the last one. */
  readonly visits?: 'earlier' | 'none'
}
type CaseRead = Read<CaseEvent, Case>
type About = Pick<CaseCall, 'params' | 'caller'>

export async function lookBeside(
  ledger: Ledger,
  { params: { batch, unit }, caller }: About,
  read: CaseRead,
  { work, visits }: LookingBeside,
): Promise<Beside> {
  const { state } = read
  const events = eventsOf(read)
  const at = work === 'over' ? workIn(events, state.procedure)?.step : work ? undefined : workAt(state)
  // Nobody of a unit reads what the panel has found about it.
  const all = visits === 'none' || isOfUnit(caller, unit) ? [] : inquiriesIn(events, state)
  const [progress, ...panels] = await Promise.all([
    at ? readStream(ledger, dutyKind, dutyStream(batch, unit, at)) : undefined,
    ...(visits === 'earlier' ? all.slice(0, -1) : all.slice(-1)).map(async (inquiry) => ({
      ...inquiry,
      read: await readStream(ledger, panelKind, panelStream(batch, unit, inquiry.visit)),
    })),
  ])
  const panel = visits === 'earlier' ? undefined : panels.at(-1)?.read
  return { ...(progress && { progress }), ...(panel && { panel }), ...(visits === 'earlier' && { earlier: panels }) }
}

/** What the case has come to beside by a decision, and what it did not stand beside before. */
export async function lookBesideAfter(
  ledger: Ledger,
  about: About,
  before: Beside & { readonly read: CaseRead },
  read: CaseRead,
): Promise<Beside> {
  const last = (one: CaseRead) => inquiriesIn(eventsOf(one), one.state).at(-1)?.visit
  return lookBeside(ledger, about, read, {
    ...(before.progress && { work: 'none' }),
    ...(last(before.read) === last(read) && { visits: 'none' }),
  })
}

const workAt = ({ procedure, step }: Case): string | undefined => stepOf(procedure, step, 'work') && step

export const eventsOf = <E>({ commits }: { readonly commits: readonly { readonly events: readonly E[] }[] }): E[] =>
  commits.flatMap((commit) => commit.events)

/** The work that the case stands at or has been through last, and the instants at which it began and at which the case left it. */
export function workIn(
  events: readonly CaseEvent[],
  procedure: Procedure,
): { readonly step: string; readonly since: string; readonly until?: string } | undefined {
  const moves = events.filter((event) => event.type === 'decided' || event.type === 'corrected')
  const begun = moves.findLastIndex(({ to }) => stepOf(procedure, to, 'work'))
  const move = moves[begun]
  const left = moves[begun + 1]
  return move && { step: move.to, since: move.at, ...(left && { until: left.at }) }
}
