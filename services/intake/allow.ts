/** The one place where a command on a case asks whether this caller may give it, where the case stands. */
import type { Case } from '#case/case.ts'
import { type Deciding, mustStandAtKind } from '#case/standing.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import type { StepKind, StepOf } from '#procedure/kinds.ts'
import { type Holding, permissionFor, permissionsFor, permissionsOf } from '#procedure/permissions.ts'
import { type Procedure, titleOf } from '#procedure/procedure.ts'
import { formsHandedIn, isSubmittedTo } from '#steps/submitted-to.ts'
import type { Looked } from './case/look-at-case.ts'
import { eventsOf } from './case/look-beside.ts'
import { type CaseCall, type IntakeDeps, isOfUnit } from './intake-deps.ts'

type Asking = {
  readonly command: Command
  /** The step whose decision it is about, where that is not the one at which the case stands. */
  readonly about?: string | undefined
  readonly call: Pick<CaseCall, 'caller' | 'params'>
  /** Of the batch, for a case that has not begun. */
  readonly procedure: Procedure
}

/**
 * Lets a decision come to pass only where a permission row allows it at the step where the case stands. Whoever may
 * give the command elsewhere in the procedure learns from the decider why not here, and repeats what is done already.
 */
export const allowed =
  ({ command, about: step, call, procedure }: Asking, decide: Deciding): Deciding =>
  (state) => {
    const about = { unit: call.params.unit, procedure: state.visit > 0 ? state.procedure : procedure }
    const { holdings } = call.caller
    if (!permissionFor(command, holdings, { ...about, step }))
      throw notAllowed(command, holdings, about.procedure, step)
    const events = decide(state)
    const at = step ?? (state.visit > 0 ? state.step : undefined)
    if (events.length > 0 && !permissionFor(command, holdings, { ...about, step: at }))
      throw notAllowed(command, holdings, about.procedure, at)
    return events
  }

/** The step of that name and kind where the case stands and where the caller may give the command. @throws Refused */
export function mustBeAllowedAt<K extends StepKind>(
  { command, call }: Omit<Asking, 'procedure' | 'about'>,
  state: Case,
  name: string,
  kind: K,
): StepOf<K> {
  const step = mustStandAtKind(state, name, kind)
  mustBeAllowed(command, call.caller.holdings, { unit: call.params.unit, procedure: state.procedure, step: name })
  return step
}

const JUDGING = ['draft-decision', 'return-draft', 'decide-step'] as const

/** What a caller may read of what is not decided yet. */
export type Reading = {
  /** What the office drafts: whoever drafts or decides in the procedure, and never in the unit that it is about. */
  readonly drafts: boolean
  /** The same of a correction of that step's decision: whoever records a body's meetings drafts those of its lines. */
  readonly corrections: (step: string) => boolean
  /** A veto before it is confirmed: its source may say who reported it, so nobody of the unit does. */
  readonly vetoes: boolean
  /** Of whoever sits in a body: the forms that were handed in. Undefined: all forms, also those being filled in. */
  readonly forms?: ReadonlySet<string>
}

export const readingOf = (
  { caller, params: { unit } }: Pick<CaseCall, 'caller' | 'params'>,
  { procedure, read }: Pick<Looked, 'procedure' | 'read'>,
): Reading => {
  const holds = (command: Command, step?: string) =>
    permissionFor(command, caller.holdings, { unit, procedure, step }) !== undefined
  const drafts = JUDGING.some((command) => holds(command))
  return {
    drafts,
    corrections: (step) => drafts || holds('draft-correction', step),
    vetoes: !isOfUnit(caller, unit),
    ...(readsSubmitted(caller, unit) && { forms: formsHandedIn(eventsOf(read), procedure) }),
  }
}

/** Whether somebody reads of a case only what was submitted to their body. */
const readsSubmitted = ({ holdings }: CaseCall['caller'], unit: string): boolean =>
  permissionsFor('read-case', holdings, { unit }).every(({ only }) => only === 'laidBefore')

/** @throws Refused for whoever sits in a body to which this case was not submitted */
export async function mustBeShown(
  { ledger }: Pick<IntakeDeps, 'ledger'>,
  { caller, params: { unit } }: Pick<CaseCall, 'caller' | 'params'>,
  read: Looked['read'],
): Promise<void> {
  if (!readsSubmitted(caller, unit) || (await isSubmittedTo(ledger, read, caller.holdings))) return
  throw new Refused('forbidden', '这件申报件还没有提请您的会议审议，也没有交您考核；提请或交办之后再查看。')
}

/** The same for a list act, which is about a step and no single unit. @throws Refused */
export function mustBeAllowed(
  command: Command,
  holdings: readonly Holding[],
  about: { readonly unit?: string; readonly procedure: Procedure; readonly step: string },
): void {
  if (!permissionFor(command, holdings, about)) throw notAllowed(command, holdings, about.procedure, about.step)
}

function notAllowed(command: Command, holdings: readonly Holding[], procedure: Procedure, step?: string): Refused {
  const rows = permissionsOf(procedure).filter(
    (row) => row.command === command && (step === undefined || row.steps === undefined || row.steps.includes(step)),
  )
  const at = step === undefined ? '' : `在“${titleOf(procedure, step)}”环节，`
  const by = [...new Set(rows.map(({ appointment }) => APPOINTMENTS[appointment]))].join('、')
  const own = [...new Set(holdings.map((held) => titles[held.appointment] ?? held.appointment))].join('、') || '无'
  return new Refused(
    'forbidden',
    by
      ? `${at}“${COMMANDS[command]}”由${by}办理；您现在的岗位：${own}。`
      : `${at}不能“${COMMANDS[command]}”；请刷新后再办。`,
  )
}
const titles: Readonly<Record<string, string>> = APPOINTMENTS
