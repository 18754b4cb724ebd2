import { COMMANDS } from '#procedure/commands.ts'

/** Where a method is recorded: the case's page offers it, and the assessment's own page has the form. */
export const recordMethodAt = {
  method: 'POST',
  path: '/api/assessments/{batch}/{unit}/methods/{method}',
  access: { command: 'record-method' },
  title: COMMANDS['record-method'],
} as const
