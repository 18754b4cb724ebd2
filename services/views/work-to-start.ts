import { isInvited } from '#batch/designated.ts'
import { laterDates } from '#case/later-dates.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { Row, UnitRow } from '#rows/row.ts'
import { type StartFacts, startTodos } from '#steps/start-todo.ts'
import type { BatchWork } from './batch-work.ts'
import { casePath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

/** @param row the case's own: of one that has begun, or of the longer date that its unit was given before */
export const startFactsOf = (
  { batch, procedure }: Pick<BatchWork, 'batch' | 'procedure'>,
  { unit, inScope }: Pick<UnitRow, 'unit' | 'inScope'>,
  row: Row | undefined,
): StartFacts => ({
  ...{
    unit,
    procedure,
    trial: batch.trial,
    inScope: isInvited(batch.terms ?? {}, { unit, inScope }),
    begun: row?.kind === 'case',
  },
  // The call's own date may have been moved past the longer one.
  lateFrom: laterDates(batch.dates, row?.kind === 'extension' ? { [procedure.start]: row.lateFrom } : {})[
    procedure.start
  ],
})

/** What waits for this person before a unit has begun. */
export const workToStart = (watching: Watching, work: BatchWork, facts: StartFacts): WorkItem[] =>
  startTodos(facts, watching, watching.now)
    .filter(({ must }) => must)
    .map(({ command, step, text, lateFrom }) =>
      workItem(watching, work, {
        ...{ kind: 'start', command, step, unit: facts.unit, lateFrom },
        todo: `${text}（${work.batch.title}）`,
        path: casePath({ batch: work.batch.batch, unit: facts.unit }),
      }),
    )
