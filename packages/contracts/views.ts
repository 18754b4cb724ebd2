import { z } from 'zod/mini'
import { commandNames } from '#procedure/commands.ts'
import { STANDINGS } from '#title/standing.ts'
import type { Endpoints } from './endpoint.ts'
import { dueReminder } from './shown/reminded.ts'

const due = z.object({ lateFrom: z.string(), said: z.string() })

/** What waits for this caller. `path`: where in the console it is done. */
export const workItem = z.object({
  kind: z.enum(['case', 'notice', 'resolution', 'announcement', 'objection', 'start', 'batch', 'roster', 'title']),
  /** What is to be done, as the permission rows name it. */
  command: z.enum(commandNames),
  /**
   * Of a case with a draft to sign: which one, and what it says, so that many are signed at once. `unchecked`: the
   * judgement has a checklist, and the draft leaves it out.
   */
  draft: z.optional(
    z.object({
      drafted: z.string(),
      outcomeTitle: z.string(),
      reason: z.string(),
      unchecked: z.optional(z.boolean()),
    }),
  ),
  /** Of a case to judge: the stay at its step that the list shows. */
  visit: z.optional(z.int()),
  /** Of a case: what is still to be decided beside its step (a veto, a withdrawal, an objection), in words. */
  pending: z.optional(z.string()),
  title: z.string(),
  /** Empty where it is about no batch. */
  batch: z.string(),
  trial: z.boolean(),
  unit: z.optional(z.object({ id: z.string(), name: z.string() })),
  step: z.string(),
  stepTitle: z.string(),
  todo: z.string(),
  due: z.optional(due),
  /** Since when it waits. */
  since: z.optional(z.string()),
  path: z.string(),
})
export type WorkItem = z.infer<typeof workItem>

export const batchLine = z.object({
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  openedAt: z.string(),
  due: z.optional(due),
  cancelled: z.optional(z.object({ said: z.string(), reason: z.string() })),
})
export const boardCase = z.object({
  unit: z.string(),
  name: z.string(),
  step: z.string(),
  stepTitle: z.string(),
  stepKind: z.optional(z.enum(['entry', 'judgement', 'resolution', 'notice', 'work', 'inquiry', 'announcement'])),
  ended: z.boolean(),
  due: z.optional(due),
  late: z.boolean(),
  /** The unit has not handed in, or has a return to mend: it may be reminded, or its paper form entered. */
  owes: z.boolean(),
  /** Progress reports that it owes now; `late`: past their day. It may be reminded of these, too. */
  reports: z.array(z.object({ title: z.string(), late: z.boolean(), due })),
  /** Findings of supervision that are not confirmed as mended, and how many of them are late. */
  findings: z.object({ open: z.int(), late: z.int() }),
  /** The last time that it was reminded by itself. */
  reminded: z.optional(dueReminder),
  /** The caller has entered something of its form, and does not review it. */
  entered: z.boolean(),
  /** An act that is prepared names it, or a notice that is not closed yet. */
  listed: z.boolean(),
  path: z.string(),
})
export const board = z.object({
  ...batchLine.shape,
  /** The server's instant: an old PC's clock may be wrong. */
  now: z.string(),
  /** The published catalogue that the call froze. */
  standard: z.optional(z.object({ catalogue: z.string(), version: z.int(), title: z.string() })),
  steps: z.array(z.object({ step: z.string(), title: z.string(), count: z.int(), ending: z.boolean() })),
  cases: z.array(boardCase),
  /** Units in scope that have not begun, while they still may, and those that let their day go by. */
  notBegun: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      /** Until its own date. */
      due: z.optional(due),
      late: z.boolean(),
      /** Whether the caller may give it a later day. */
      extend: z.boolean(),
      reminded: z.optional(dueReminder),
    }),
  ),
  notices: z.array(
    z.object({
      n: z.int(),
      step: z.string(),
      state: z.enum(['prepared', 'returned', 'published', 'closed']),
      title: z.string(),
      lastDay: z.string(),
      due,
      units: z.int(),
      closed: z.boolean(),
      /** How many came and are not settled, for whoever handles those of every listed unit. */
      objections: z.optional(z.int()),
      openObjections: z.optional(z.int()),
    }),
  ),
  resolutions: z.array(z.object({ step: z.string(), stepTitle: z.string(), meetings: z.int() })),
  /** Where a list is decided, in the procedure's order: its kind, what waits there for this caller, and where that is done or seen, if there is anything. */
  lists: z.array(
    z.object({
      step: z.string(),
      title: z.string(),
      kind: z.enum(['resolution', 'notice', 'announcement']),
      /** Cases that no act names yet, whether they were submitted to the body or not. */
      waiting: z.int(),
      commands: z.array(z.enum(commandNames)),
      path: z.optional(z.string()),
    }),
  ),
  /** Whether this caller may remind units, and enter a unit's paper form. */
  may: z.array(z.enum(commandNames)),
})
export const registerLine = z.object({
  unit: z.string(),
  name: z.string(),
  batch: z.string(),
  on: z.string(),
  /** Absent while its first entry waits for approval. */
  standing: z.optional(z.enum(STANDINGS)),
  standingTitle: z.string(),
  certificate: z.optional(z.string()),
  endedOn: z.optional(z.string()),
  rechecked: z.optional(z.int()),
  /** It was named in a batch that this system runs; and whether this person may read its case there. */
  ofSystem: z.boolean(),
  hasCase: z.boolean(),
  /** Where its title is read, for whoever may. */
  path: z.optional(z.string()),
})

export const viewsEndpoints = {
  readWorklist: {
    method: 'GET',
    path: '/api/worklist',
    access: 'signedIn',
    title: '我的待办',
    response: z.object({ now: z.string(), items: z.array(workItem) }),
  },
  listBatches: {
    method: 'GET',
    path: '/api/batches',
    access: 'signedIn',
    title: '批次',
    response: z.object({
      now: z.string(),
      batches: z.array(batchLine),
      /** Calls that are prepared and not opened, for the office alone. */
      calls: z.array(
        z.object({ batch: z.string(), title: z.string(), trial: z.boolean(), returned: z.optional(z.string()) }),
      ),
    }),
  },
  readBoard: {
    method: 'GET',
    path: '/api/batches/{batch}',
    access: { command: 'read-board' },
    title: '批次进展',
    response: board,
  },
  readRegister: {
    method: 'GET',
    path: '/api/register',
    access: 'signedIn',
    title: '示范单位名录',
    /** `units`: all of the roster, for whoever may enter titles of earlier batches. */
    response: z.object({
      titles: z.array(registerLine),
      units: z.optional(z.array(z.object({ unit: z.string(), name: z.string() }))),
    }),
  },
} as const satisfies Endpoints
