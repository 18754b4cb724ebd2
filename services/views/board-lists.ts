import type { z } from 'zod/mini'
import type { board } from '#contracts/views.ts'
import { listTodosOf } from '#steps/list-todo.ts'
import { type BatchWork, listFactsOf } from './batch-work.ts'
import { listTodoPath } from './paths.ts'
import type { Watching } from './work-item.ts'

/** Where a list is decided, in the procedure's order: how many cases wait for an act, and what waits there for this caller. */
export const listsOnBoard = (watching: Watching, work: BatchWork): z.infer<typeof board>['lists'] => {
  const { batch, procedure } = work
  return Object.entries(procedure.steps).flatMap(([step, { kind, title }]) => {
    if (kind !== 'resolution' && kind !== 'notice' && kind !== 'announcement') return []
    const facts = listFactsOf(work, step, watching.now)
    const todos = listTodosOf(facts, procedure, watching)
    return {
      ...{ step, title, kind, waiting: facts.waiting.length + facts.submitted.length },
      commands: [...new Set(todos.map(({ command }) => command))],
      path: listTodoPath(batch.batch, todos[0] ?? { step }, kind),
    }
  })
}
