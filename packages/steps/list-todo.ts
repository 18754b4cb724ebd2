/** What waits at the steps that one act decides for many cases: a line per step, not per case. */
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Looking } from './todo-shape.ts'

/** An act that somebody has prepared and somebody else is to approve. */
export type PreparedAct = {
  readonly n: number
  readonly by: string
  readonly at: string
  /** Nobody approves what decides on their own unit. */
  readonly units: readonly string[]
}
/** A notice whose period is over. */
export type OverNotice = { readonly n: number; readonly title: string; readonly waiting: number }

/** How things stand at a list step of a batch. */
export type ListFacts = {
  readonly step: string
  /** Cases that stand there and that no act names yet. */
  readonly waiting: number
  /** Of a resolution that is submitted first: cases that wait for the body. */
  readonly submitted: number
  readonly prepared: readonly PreparedAct[]
  /** Notices that may be closed: not closed yet, or with cases that may take their line now. */
  readonly over: readonly OverNotice[]
}

export type ListTodo = {
  readonly command: Command
  readonly step: string
  readonly text: string
  /** Which notice or decision it is about. */
  readonly n?: number
}

export function listTodosOf(facts: ListFacts, procedure: Procedure, looking: Looking): readonly ListTodo[] {
  const { step } = facts
  return someTodos(facts, procedure, looking)
    .map((todo) => ({ ...todo, step }))
    .filter(({ command }) => permissionFor(command, looking.holdings, { procedure, step }) !== undefined)
}

function someTodos(
  { step, waiting, submitted, prepared, over }: ListFacts,
  { steps }: Procedure,
  { person, holdings }: Looking,
): readonly Omit<ListTodo, 'step'>[] {
  const value = steps[step]
  const others = prepared.filter(
    ({ by, units }) => by !== person && !holdings.some(({ unit }) => unit !== undefined && units.includes(unit)),
  )
  switch (value?.kind) {
    case 'resolution':
      if (!value.prepares)
        return waiting > 0
          ? [{ command: 'record-resolution', text: `${waiting}个单位等待审议“${value.title}”，请登记会议决定` }]
          : []
      return [
        ...(waiting > 0
          ? [{ command: 'prepare-list', text: `${waiting}个单位等待提请审议“${value.title}”` } as const]
          : []),
        ...(submitted > 0
          ? [
              {
                command: 'record-resolution',
                text: `${submitted}个单位已提请审议“${value.title}”，请登记决定`,
              } as const,
            ]
          : []),
      ]
    case 'notice':
      return [
        ...(waiting > 0
          ? [{ command: 'prepare-notice', text: `${waiting}个单位等待“${value.title}”，请拟制` } as const]
          : []),
        ...others.map(({ n }) => ({ command: 'approve-notice', n, text: `签发“${value.title}”` }) as const),
        ...over.map(
          ({ n, title, waiting: left }) =>
            ({
              command: 'close-notice',
              n,
              text: left > 0 ? `“${title}”还有${left}个单位等待公示结果` : `“${title}”已期满，请核对各渠道后结束公示`,
            }) as const,
        ),
      ]
    case 'announcement':
      return [
        ...(waiting > 0
          ? [{ command: 'prepare-announcement', text: `${waiting}个单位等待“${value.document}”，请拟制` } as const]
          : []),
        ...others.map(({ n }) => ({ command: 'approve-announcement', n, text: `签发“${value.document}”` }) as const),
      ]
    default:
      return []
  }
}
