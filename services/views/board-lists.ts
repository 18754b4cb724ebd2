import type { z } from 'zod/mini'
import type { board } from '#contracts/views.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { type BatchWork, listFactsOf } from './batch-work.ts'
import { listPath } from './paths.ts'
import type { Watching } from './work.ts'

/** What is done at a list step of each kind. */
const BY_KIND = {
  resolution: ['prepare-list', 'record-resolution'],
  notice: ['prepare-notice', 'approve-notice', 'record-proof', 'close-notice', 'enter-objection'],
  announcement: ['prepare-announcement', 'approve-announcement'],
} as const satisfies Record<string, readonly Command[]>

/** Where a list is decided, in the procedure's order: how many cases wait for an act, and what this caller may do there. */
export const listsOnBoard = ({ holdings, now }: Watching, work: BatchWork): z.infer<typeof board>['lists'] => {
  const { batch, procedure } = work
  return Object.entries(procedure.steps).flatMap(([step, { kind, title }]) => {
    if (kind !== 'resolution' && kind !== 'notice' && kind !== 'announcement') return []
    const { waiting, submitted } = listFactsOf(work, step, now)
    const commands = BY_KIND[kind].filter((one) => permissionFor(one, holdings, { procedure, step }))
    return { step, title, kind, waiting: waiting + submitted, commands, path: listPath(batch.batch, step, kind) }
  })
}
