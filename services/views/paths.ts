/** Where in the console something is done. */
import type { Command } from '#procedure/commands.ts'

type Case = { readonly batch: string; readonly unit: string }

/** What waits in the roster and what has changed. */
export const ROSTER_CHANGES = '/console/roster/changes'
/** Who holds the title, and one title. */
export const REGISTER = '/console/register'
export const titlePath = (batch: string, unit: string): string => `/console/titles/${batch}/${unit}`
export const boardPath = (batch: string): string => `/console/batches/${batch}`
/** Where bulletins of a batch are read, and issued. */
export const bulletinsPath = (batch: string): string => `${boardPath(batch)}/bulletins`
/** Letters to the county's organs about a batch's units, and what they replied. */
export const consultationsPath = (batch: string): string => `${boardPath(batch)}/consultations`
/** A batch's call, open or prepared. */
export const callPath = (batch: string): string => `${boardPath(batch)}/call`
export const casePath = ({ batch, unit }: Case): string => `/console/cases/${batch}/${unit}`
/** A case, with one of the reports that it owes chosen. */
export const reportPath = (of: Case, period: string): string => `${casePath(of)}?period=${period}`
/** A case's self-assessment, with what whoever looks was given and has not finished, or with how it is spread. */
export const dossierPath = (of: Case, show: 'left' | 'spread'): string => `${casePath(of)}/dossier?show=${show}`
/** Where one method of an assessment is recorded. */
export const assessmentPath = (of: Case, method: string): string => `${casePath(of)}/assessment/${method}`
/** Where the office enters a unit's paper form 代录. */
export const paperPath = (of: Case): string => `${casePath(of)}/paper`
export const judgePath = ({ batch, unit }: Case, step: string): string => `${stepPath(batch, step)}/judge/${unit}`
export const noticePath = (batch: string, n: number): string => `/console/batches/${batch}/notices/${n}`

/** Where one act over many cases is made. */
export function listPath(batch: string, step: string, kind: 'resolution' | 'notice' | 'announcement'): string {
  const last = { resolution: 'resolutions', notice: 'notices/new', announcement: 'announcements' } as const
  return `${stepPath(batch, step)}/${last[kind]}`
}

/** Where what is to be done at a list step is done: at the very notice that it is about, or where one is made. */
export const listTodoPath = (
  batch: string,
  { step, n }: { readonly step: string; readonly n?: number },
  kind: 'resolution' | 'notice' | 'announcement',
): string => (kind === 'notice' && n !== undefined ? noticePath(batch, n) : listPath(batch, step, kind))

const stepPath = (batch: string, step: string): string => `/console/batches/${batch}/steps/${step}`

const JUDGING: ReadonlySet<Command> = new Set(['draft-decision', 'decide-step'])
export const isJudging = (command: Command): boolean => JUDGING.has(command)
