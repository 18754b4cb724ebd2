/** The rooms whose rules are changed one by one, each a run of its own that goes on where it was left. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  batch: ['packages/batch/**'],
  calendar: ['packages/calendar/**'],
  case: ['packages/case/**'],
  ledger: ['packages/ledger/**'],
  procedure: ['packages/procedure/**'],
  steps: ['packages/steps/*'],
  announcement: ['packages/steps/announcement/**'],
  entry: ['packages/steps/entry/**'],
  inquiry: ['packages/steps/inquiry/**'],
  judgement: ['packages/steps/judgement/**'],
  notice: ['packages/steps/notice/**'],
  resolution: ['packages/steps/resolution/**'],
  work: ['packages/steps/work/**'],
  title: ['packages/title/**'],
  typed: ['packages/typed/**'],
}

/** What is no rule of ours: tests, what only tests use, what writes documents by hand. */
export const LEFT_OUT = [
  'packages/**/*.test.ts',
  'packages/**/memory-*.ts',
  'packages/procedure/write-command-tables.ts',
]
