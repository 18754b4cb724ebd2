/** What is offered inside a panel, so that the page shows it nowhere else. */
import type { Command } from '#procedure/commands.ts'

export const WORK_COMMANDS: ReadonlySet<Command> = new Set(['report-progress', 'guide-unit'])
export const INQUIRY_COMMANDS: ReadonlySet<Command> = new Set(['record-method', 'end-method', 'settle-inquiry'])
