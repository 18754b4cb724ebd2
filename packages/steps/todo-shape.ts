import type { CaseFacts } from '#case/facts.ts'
import type { Command } from '#procedure/commands.ts'
import type { Holding } from '#procedure/permissions.ts'
import type { SignOffModes } from '#procedure/sign-off-mode.ts'

/** Who looks. */
export type Looking = { readonly person: string; readonly holdings: readonly Holding[] }

/** What the batch and other streams say: how sign-offs are given; what names the case, was reported and ended beside it. */
export type TodoFrame = {
  readonly signOffs: Readonly<Record<string, SignOffModes>>
  /** Whether the call named the circumstances of a veto. */
  readonly vetoes: boolean
  /** Whether an act names the case that it has not followed yet. */
  readonly listed: boolean
  /** Periods of the progress reports that the unit has sent. */
  readonly reported?: readonly string[]
  /** Methods of the inquiry that have ended. */
  readonly ended?: readonly string[]
  /** Its result is settled, and the case will follow. */
  readonly settled?: boolean
}

export type Todo = {
  readonly command: Command
  readonly step: string
  readonly form?: string
  readonly signOff?: string
  readonly method?: string
  /** On which period a report is owed. */
  readonly period?: string
  /** What is to be done, in words. */
  readonly text: string
  /** It waits for this person; otherwise they may do it and nothing waits. */
  readonly must: boolean
  /** The first late instant of this very thing, where it is not the step's. */
  readonly lateFrom?: string
  /** Since when this very thing waits, where it lies beside the step and has nothing to do with the step's date. */
  readonly since?: string
}
export type SomeTodo = Omit<Todo, 'step'> & { readonly step?: string }

export const holds = ({ holdings }: Looking, appointment: string, unit?: string): boolean =>
  holdings.some((held) => held.appointment === appointment && (unit === undefined || held.unit === unit))
export const isOfUnit = ({ holdings }: Looking, { unit }: Pick<CaseFacts, 'unit'>): boolean =>
  holdings.some((held) => held.unit === unit)
/** Whoever had a hand in any form of the case decides nothing on it. */
export const hasMade = ({ person }: Looking, { papers }: Pick<CaseFacts, 'papers'>): boolean =>
  Object.values(papers).some(({ makers }) => makers.includes(person))
