import type { WorkItem } from '#contracts/views.ts'
import { type BatchFacts, batchTodos } from '#steps/batch-todo.ts'
import type { BatchWork } from './batch-work.ts'
import { boardPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

export const batchFactsOf = ({ batch, procedure }: Pick<BatchWork, 'batch' | 'procedure'>): BatchFacts => ({
  procedure,
  cancelled: batch.cancelled !== undefined,
  ...batch.prepared,
})

/** What waits for this person about the batch as a whole. */
export const workOnBatch = (watching: Watching, work: BatchWork): WorkItem[] => {
  const { batch, procedure } = work
  return batchTodos(batchFactsOf(work), watching)
    .filter(({ must }) => must)
    .map(({ command, text, since }) =>
      workItem(watching, work, {
        ...{ kind: 'batch', command, todo: text, since, path: boardPath(batch.batch) },
        // It is about no step alone; an amendment about the first whose date moves.
        step: (command === 'approve-amendment' && batch.prepared?.amendment?.steps[0]) || procedure.start,
      }),
    )
}
