import type { WorkItem } from '#contracts/views.ts'
import { listTodosOf } from '#steps/list-todo.ts'
import { type BatchWork, listFactsOf } from './batch-work.ts'
import { listTodoPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

/** What waits for this person at the steps that one act decides for many cases: a line per step or act, not per case. */
export const workOnLists = (watching: Watching, work: BatchWork): WorkItem[] =>
  Object.entries(work.procedure.steps).flatMap(([name, { kind }]) => {
    if (kind !== 'resolution' && kind !== 'notice' && kind !== 'announcement') return []
    return listTodosOf(listFactsOf(work, name, watching.now), work.procedure, watching).map((todo) =>
      workItem(watching, work, {
        kind,
        command: todo.command,
        step: todo.step,
        todo: todo.text,
        path: listTodoPath(work.batch.batch, todo, kind),
      }),
    )
  })
