/** What waits about a batch as a whole: the one rule of worklist, board and the page of its changes. */
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { isOfUnit, type Looking } from './todo-shape.ts'

/** `returned`: why it went back to whoever prepared it. */
type Prepared = { readonly by: string; readonly at: string; readonly returned?: string | undefined }
/** What somebody has prepared and nobody has approved yet. */
export type BatchFacts = {
  readonly procedure: Procedure
  readonly cancelled: boolean
  readonly amendment?: Prepared | undefined
  readonly cancelling?: Prepared | undefined
  /** Of the units that take part: at least those where whoever looks holds an appointment. */
  readonly units: readonly string[]
}
export type BatchTodo = {
  readonly command: Command
  readonly text: string
  /** It waits for this person; otherwise they may do it and nothing waits. */
  readonly must: boolean
  readonly since?: string
}

/** Whether a unit has a case in the batch that goes on, or may still have one: its dates and its end are the unit's own. */
export const takesPart = (unit: { readonly inScope: boolean; readonly isOpen: boolean }): boolean =>
  unit.inScope || unit.isOpen

/**
 * Dates are amended and the batch is cancelled by one who prepares and another who approves, neither of them of a unit
 * that takes part: it would be given time, or its case ended.
 */
export function batchTodos(
  { procedure, cancelled, amendment, cancelling, units }: BatchFacts,
  looking: Looking,
): readonly BatchTodo[] {
  if (cancelled || units.some((unit) => isOfUnit(looking, { unit }))) return []
  const all: readonly BatchTodo[] = [
    // What is to end is not amended meanwhile.
    ...(cancelling && cancelling.returned === undefined
      ? []
      : [preparing('prepare-amendment', '变更期限', '变更通知', amendment, looking)]),
    preparing('prepare-cancelling', '取消批次', '取消批次的决定', cancelling, looking),
    ...waiting('approve-amendment', '签发变更通知', amendment, looking),
    ...waiting('approve-cancelling', '签发取消批次的决定', cancelling, looking),
  ]
  return all.filter(({ command }) => permissionFor(command, looking.holdings, { procedure }) !== undefined)
}

/** Whether somebody sees a call that is prepared only: who prepares one, or opens it. */
export const seesPrepared = ({ holdings }: Pick<Looking, 'holdings'>): boolean =>
  (['prepare-call', 'open-call'] as const).some((command) => permissionFor(command, holdings) !== undefined)

/** What waits of a call that is not opened yet: whoever prepared it does not open it. */
export const callTodos = (call: Prepared, looking: Looking): readonly BatchTodo[] =>
  [
    preparing('prepare-call', '拟制创建通知', '创建通知', call, looking),
    ...waiting('open-call', '签发创建通知', call, looking),
  ].filter(({ command }) => permissionFor(command, looking.holdings) !== undefined)

/** What came back waits for whoever prepared it; others may prepare it in their place. */
const preparing = (
  command: Command,
  text: string,
  what: string,
  prepared: Prepared | undefined,
  { person }: Looking,
): BatchTodo =>
  prepared?.returned === undefined
    ? { command, text, must: false }
    : {
        command,
        text: `${what}被退回，请修改后重新送签：${prepared.returned}`,
        must: prepared.by === person,
        since: prepared.at,
      }

/** Nobody approves what they have prepared. */
const waiting = (
  command: Command,
  text: string,
  prepared: Prepared | undefined,
  { person }: Looking,
): readonly BatchTodo[] =>
  prepared && prepared.returned === undefined && prepared.by !== person
    ? [{ command, text, must: true, since: prepared.at }]
    : []
