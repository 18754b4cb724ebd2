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
export type OverNotice = {
  readonly n: number
  readonly title: string
  readonly units: readonly string[]
  readonly waiting: number
}
/** What was prepared and came back: it is mended by whoever prepares. */
export type ReturnedAct = { readonly n: number; readonly units: readonly string[]; readonly reason: string }

/** How things stand at a list step of a batch. */
export type ListFacts = {
  readonly step: string
  /** Units whose cases stand there and that no act names yet. */
  readonly waiting: readonly string[]
  /** Of a resolution that is submitted first: those that wait for the body. */
  readonly submitted: readonly string[]
  readonly prepared: readonly PreparedAct[]
  readonly returned: readonly ReturnedAct[]
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
  facts: ListFacts,
  { steps }: Procedure,
  { person, holdings }: Looking,
): readonly Omit<ListTodo, 'step'>[] {
  const value = steps[facts.step]
  // Nobody lists, records, approves or closes what names their own unit.
  const own = new Set(holdings.flatMap(({ unit }) => unit ?? []))
  const isApart = ({ units }: { readonly units: readonly string[] }) => !units.some((unit) => own.has(unit))
  const others = facts.prepared.filter((act) => act.by !== person && isApart(act))
  const over = facts.over.filter(isApart)
  const returned = facts.returned.filter(isApart)
  // What came back is mended, not prepared a second time.
  const back = new Set(facts.returned.flatMap(({ units }) => units))
  const waiting = facts.waiting.filter((unit) => !own.has(unit) && !back.has(unit)).length
  const submitted = facts.submitted.filter((unit) => !own.has(unit)).length
  switch (value?.kind) {
    case 'resolution':
      if (!value.prepares)
        return waiting > 0
          ? [
              {
                command: 'record-resolution',
                text: `${waiting}个单位等待审议“${value.title}”，请登记${value.record === 'signedList' ? '签名名单' : '会议决定'}`,
              },
            ]
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
        ...returned.map(
          ({ n, reason }) =>
            ({ command: 'prepare-notice', n, text: `“${value.title}”被退回，请修改后重新送签：${reason}` }) as const,
        ),
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
        ...returned.map(
          ({ n, reason }) =>
            ({
              command: 'prepare-announcement',
              n,
              text: `“${value.document}”被退回，请修改后重新送签：${reason}`,
            }) as const,
        ),
        ...others.map(({ n }) => ({ command: 'approve-announcement', n, text: `签发“${value.document}”` }) as const),
      ]
    default:
      return []
  }
}
