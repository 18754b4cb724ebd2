/** Personal data whose time has come 到期清除: what is due and why, by opaque ids alone; who proposed and approved to erase it. */
import { z } from 'zod/mini'
import type { Endpoints } from '../endpoint.ts'
import { reference, replaces, sentence } from '../forms.ts'
import { listOf, word } from '../rules.ts'

const prepared = reference('缺少清除清单的编号；请刷新，核对后再办')
export const proposeBody = z.strictObject({
  ids: listOf(
    word('有条目的编号不对；请刷新后重新选择'),
    '请选择要清除的条目',
    320,
    '一次最多提请320条；请分几次提请',
  ).check(z.minLength(1, '请选择要清除的条目')),
  replaces,
})
export const approveErasureBody = z.strictObject({ prepared })
export const returnErasureBody = z.strictObject({ prepared, reason: sentence('退回理由', 500) })

/** `of`: which case, notice or person of the roster, in words; `due`: the first day on which nothing asks to keep it. */
const line = z.object({
  id: z.string(),
  /** What people see of the id. */
  shown: z.string(),
  kind: z.string(),
  of: z.string(),
  because: z.string(),
  due: z.string(),
  dueSaid: z.string(),
})
export type RetentionLine = z.infer<typeof line>

const list = z.object({
  day: z.string(),
  said: z.string(),
  state: z.enum(['found', 'prepared', 'sentBack', 'approved', 'erased']),
  /** How many were due that day; a list shows the oldest of them. */
  total: z.int(),
  lines: z.array(line),
  coming: z.array(line),
  /** Ids that are proposed, approved, or were before it went back. */
  chosen: z.array(z.string()),
  /** Names the proposal that is seen. */
  prepared: z.optional(z.string()),
  proposedBy: z.optional(z.string()),
  approvedBy: z.optional(z.string()),
  returned: z.optional(z.object({ by: z.string(), reason: z.string() })),
  erased: z.optional(z.object({ said: z.string(), count: z.int(), left: z.int() })),
})
export type RetentionList = z.infer<typeof list>

export const retentionPage = z.object({
  /** What the county keeps how long. */
  terms: z.array(z.object({ kind: z.string(), from: z.string(), years: z.int(), useDays: z.optional(z.int()) })),
  /** Rows whose use is blocked, as the newest list says. */
  blocked: z.int(),
  /** What was due when the function last looked; none before it has found anything. */
  newest: z.optional(list),
  /** Others that wait for approval or for the function. */
  waiting: z.array(list),
  /** The last lists that were erased, without their lines. */
  done: z.array(list),
  mayPropose: z.boolean(),
  mayApprove: z.boolean(),
})
export type RetentionPage = z.infer<typeof retentionPage>

const decided = z.object({ day: z.string(), state: list.shape.state })
export const retentionEndpoints = {
  readRetention: {
    method: 'GET',
    path: '/api/retention',
    access: { command: 'read-retention' },
    title: '查看到期清除',
    response: retentionPage,
  },
  proposeErasure: {
    method: 'POST',
    path: '/api/retention/{day}/propose',
    access: { command: 'propose-erasure' },
    title: '提请清除个人信息',
    body: proposeBody,
    response: decided,
  },
  approveErasure: {
    method: 'POST',
    path: '/api/retention/{day}/approve',
    access: { command: 'approve-erasure' },
    title: '批准清除个人信息',
    body: approveErasureBody,
    response: decided,
  },
  returnErasure: {
    method: 'POST',
    path: '/api/retention/{day}/return',
    access: { command: 'approve-erasure' },
    title: '退回清除清单',
    body: returnErasureBody,
    response: decided,
  },
} as const satisfies Endpoints
