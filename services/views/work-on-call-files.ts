/** A file of an open call that was found bad: units and the public get it no more, and the office gives them another. */
import { filesOfCall, WHEN_STOPPED } from '#batch/files-of-call.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { RowOf } from '#rows/rows.ts'
import type { BatchWork } from './batch-work.ts'
import { callPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

/** @param files of calls, for whoever is to know of them */
export function workOnCallFiles(watching: Watching, work: BatchWork, files: readonly RowOf<'evidence'>[]): WorkItem[] {
  const { batch, procedure } = work
  const bad = new Set(files.flatMap(({ status, sha256 }) => (status === 'infected' ? [sha256] : [])))
  return filesOfCall(batch.terms ?? {}).flatMap(({ name, sha256 }) => {
    if (!bad.has(sha256)) return []
    const todo = `通知附件“${name}”查出病毒，已停止提供。${WHEN_STOPPED}`
    return [
      workItem(watching, work, {
        ...{ kind: 'batch', command: 'prepare-call', step: procedure.start, path: callPath(batch.batch), todo },
      }),
    ]
  })
}
