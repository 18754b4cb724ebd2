import type { z } from 'zod/mini'
import type { board } from '#contracts/views.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { type ListTodo, listTodosOf } from '#steps/list-todo.ts'
import { type BatchWork, listFactsOf } from './batch-work.ts'
import { listTodoPath, noticePath } from './paths.ts'
import type { Watching } from './work-item.ts'

/** Where a list is decided, in the procedure's order: how many cases wait for an act, and what waits there for this caller. */
export const listsOnBoard = (watching: Watching, work: BatchWork): z.infer<typeof board>['lists'] => {
  const { procedure } = work
  return Object.entries(procedure.steps).flatMap(([step, { kind, title }]) => {
    if (kind !== 'resolution' && kind !== 'notice' && kind !== 'announcement') return []
    const facts = listFactsOf(work, step, watching.now)
    const todos = listTodosOf(facts, procedure, watching)
    const path = pathAt(watching, work, { step, kind, todo: todos[0] })
    return {
      ...{ step, title, kind, waiting: facts.waiting.length + facts.submitted.length },
      commands: [...new Set(todos.map(({ command }) => command))],
      ...(path && { path }),
    }
  })
}

type At = {
  readonly step: string
  readonly kind: 'resolution' | 'notice' | 'announcement'
  readonly todo?: ListTodo | undefined
}

/** Where something is to be done, or else seen. A notice that is made is its makers' page; whoever else looks has the newest issued one. */
function pathAt({ holdings }: Watching, { batch: { batch }, procedure, notices }: BatchWork, { step, kind, todo }: At) {
  if (todo || kind !== 'notice' || permissionFor('prepare-notice', holdings, { procedure, step }))
    return listTodoPath(batch, todo ?? { step }, kind)
  const newest = Math.max(0, ...notices.filter((row) => row.step === step).map(({ n }) => n))
  return newest > 0 ? noticePath(batch, newest) : undefined
}
