/** The roster as it is shown, what of it waits for approval, and how it came about. */
import { z } from 'zod/mini'
import type { Endpoints } from './endpoint.ts'
import { sentence } from './forms.ts'
import { listOf, word } from './rules.ts'

const appointment = z.object({
  appointment: z.string(),
  title: z.string(),
  unit: z.optional(z.object({ id: z.string(), name: z.string() })),
  from: z.string(),
  to: z.optional(z.string()),
  /** The instant from which the county has it. */
  since: z.string(),
})
export const rosterAsOf = z.object({
  today: z.string(),
  day: z.string(),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      kind: z.string(),
      parent: z.optional(z.string()),
      inScope: z.boolean(),
    }),
  ),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      /** Today's, whatever the day; shown to the administrators. */
      login: z.optional(z.string()),
      appointments: z.array(appointment),
    }),
  ),
  /** What this caller may do here: enter all of it, or appointments alone. */
  may: z.object({ keep: z.boolean(), appoint: z.boolean(), seeLogins: z.boolean() }),
})
export type RosterAsOf = z.output<typeof rosterAsOf>

const pendingChange = z.object({
  person: z.string(),
  proposal: z.int(),
  name: z.string(),
  sentence: z.string(),
  at: z.string(),
  by: z.string(),
  /** Whether this caller has entered it. */
  mine: z.boolean(),
  /** Why this caller does not approve it. */
  why: z.optional(z.string()),
})
export type PendingChange = z.output<typeof pendingChange>
/** What this caller has entered and another one did not approve. */
const declinedChange = z.object({
  person: z.string(),
  name: z.string(),
  sentence: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
})
const rosterChanged = z.object({
  /** Or the unit. */
  person: z.string(),
  name: z.string(),
  sentence: z.string(),
  at: z.string(),
  /** Whose word gave it its effect; `enteredBy`: who had entered it. */
  by: z.string(),
  enteredBy: z.optional(z.string()),
  isNews: z.boolean(),
})
export const rosterChanges = z.object({
  pending: z.array(pendingChange),
  declined: z.array(declinedChange),
  changes: z.array(rosterChanged),
  /** How many older ones are left out. */
  left: z.optional(z.int()),
  /** What the head of the office has not seen, by person: how far this page shows it. */
  news: z.array(z.object({ person: z.string(), seen: z.int() })),
  may: z.object({ approve: z.boolean(), note: z.boolean() }),
})
export type RosterChanges = z.output<typeof rosterChanges>

const enteredYear = z.object({
  year: z.int(),
  source: z.string(),
  off: z.array(z.string()),
  work: z.array(z.string()),
  by: z.string(),
  at: z.string(),
})

const person = word('人员编号不对；请刷新页面后再办')
const proposal = z.strictObject({
  person,
  proposal: z.int('登记的编号不对；请刷新页面后再办'),
})
const settled = z.object({ changed: z.boolean() })
/** What one request settles within its ten seconds. */
const MOST = 40

export const rosterChangeEndpoints = {
  readRoster: {
    method: 'GET',
    path: '/api/roster',
    access: { command: 'read-roster' },
    title: '查看名册',
    response: rosterAsOf,
  },
  readRosterChanges: {
    method: 'GET',
    path: '/api/roster/changes',
    access: { command: 'read-roster' },
    title: '查看名册变动',
    response: rosterChanges,
  },
  /** What the county has entered itself, of the years about the present one. */
  readHolidays: {
    method: 'GET',
    path: '/api/roster/holidays',
    access: { command: 'read-roster' },
    title: '查看节假日安排',
    response: z.object({ years: z.array(enteredYear), from: z.int(), to: z.int(), mayEnter: z.boolean() }),
  },
  approveChanges: {
    method: 'POST',
    path: '/api/roster/approvals',
    access: { command: 'approve-roster' },
    title: '批准岗位和账号',
    body: z.strictObject({
      proposals: listOf(proposal, '请选择要批准的登记', MOST, `一次最多批准${MOST}项`).check(
        z.minLength(1, '请选择要批准的登记'),
      ),
    }),
    response: z.object({
      approved: z.int(),
      refused: z.array(z.object({ person: z.string(), proposal: z.int(), sentence: z.string() })),
    }),
  },
  declineChange: {
    method: 'POST',
    path: '/api/roster/refusals',
    access: { command: 'approve-roster' },
    title: '退回岗位和账号',
    body: z.strictObject({ ...proposal.shape, reason: sentence('退回的理由', 200, { open: true }) }),
    response: settled,
  },
  takeBackChange: {
    method: 'POST',
    path: '/api/roster/withdrawals',
    access: { command: 'enter-appointment' },
    title: '收回登记',
    body: proposal,
    response: settled,
  },
  noteChanges: {
    method: 'POST',
    path: '/api/roster/noted',
    access: { command: 'note-roster' },
    title: '阅知名册变动',
    body: z.strictObject({
      news: listOf(
        z.strictObject({ person, seen: z.int('请刷新页面后再办') }),
        '请选择要阅知的变动',
        MOST,
        `一次最多阅知${MOST}人`,
      ).check(z.minLength(1, '没有要阅知的变动')),
    }),
    /** `newer`: of how many more has changed since this was read; of those nothing was noted. */
    response: z.object({ noted: z.int(), newer: z.int() }),
  },
} as const satisfies Endpoints
