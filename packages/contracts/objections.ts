/** What the office does with objections, one by one or several of a notice in the same words. */
import { z } from 'zod/mini'
import type { Endpoints } from './endpoint.ts'
import { sentence } from './forms.ts'
import { noticePage, objectionLine } from './notice-page.ts'
import { listOf, word } from './rules.ts'

export const declineForm = z.strictObject({ reason: sentence('不予受理的理由', 1000, { open: true }) })
export const findingForm = z.strictObject({
  result: z.enum(['upheld', 'reassess', 'notUpheld'], { error: '请选择认定结果' }),
  reason: sentence('调查情况和认定理由', 2000, { open: true }),
  reply: sentence('答复内容', 2000, { open: true }),
})

/** Each costs two calls, so that an act on these stays below fifty. */
export const MOST_AT_ONCE = 20
const picked = {
  objections: listOf(
    word('请选择异议'),
    '请选择异议',
    MOST_AT_ONCE,
    `一次最多办理${MOST_AT_ONCE}件异议，请分几次办理`,
  ).check(z.minLength(1, '请至少选择一件异议')),
}
export const admitManyBody = z.strictObject(picked)
export const declineManyBody = z.strictObject({ ...picked, ...declineForm.shape })
export const findManyBody = z.strictObject({ ...picked, ...findingForm.shape })

/** `left`: those that were not decided, each with why; of the others the page says what became of them. */
const decidedMany = z.object({
  page: noticePage,
  done: z.array(z.string()),
  left: z.array(z.object({ objection: z.string(), why: z.string() })),
})
const { objection, about, aboutName, channel, on, anonymous, status, statusTitle, answerBy, commands, others } =
  objectionLine.shape
/** All open objections of the county that this person may handle; what one says and who sent it is read one by one. */
export const objectionQueue = z.object({
  now: z.string(),
  /** Those that the objections are about. */
  notices: z.array(
    z.object({
      batch: z.string(),
      n: z.int(),
      title: z.string(),
      trial: z.boolean(),
      /** An objection may be found to need another assessment. */
      reassesses: z.boolean(),
    }),
  ),
  /** The oldest first. */
  objections: z.array(
    z.object({
      ...{ objection, about, aboutName, channel, on, anonymous, status, statusTitle, answerBy, commands, others },
      batch: z.string(),
      n: z.int(),
      /** What it waits for: to be entered, which takes seconds, to be admitted or not, to be found and answered. */
      waits: z.enum(['entering', 'admitting', 'answering']),
      /** The first one of this notice that says the same about the same unit: itself, where nobody said it before. */
      same: z.string(),
    }),
  ),
  /** How many younger ones are not listed. */
  more: z.optional(z.int()),
  /** This person holds a post in a unit: what is about that one is not listed. */
  apart: z.boolean(),
})
export type ObjectionQueue = z.infer<typeof objectionQueue>

const notice = '/api/notices/{batch}/{n}'

/** Part of those of a notice. */
export const objectionEndpoints = {
  readObjectionQueue: {
    method: 'GET',
    path: '/api/objections',
    access: { command: 'list-objections' },
    title: '查看待办异议',
    response: objectionQueue,
  },
  admitObjection: {
    method: 'POST',
    path: `${notice}/objections/{objection}/admit`,
    access: { command: 'admit-objection' },
    title: '受理异议',
    body: z.strictObject({}),
    response: noticePage,
  },
  declineObjection: {
    method: 'POST',
    path: `${notice}/objections/{objection}/decline`,
    access: { command: 'decline-objection' },
    title: '不予受理',
    body: declineForm,
    response: noticePage,
  },
  findObjection: {
    method: 'POST',
    path: `${notice}/objections/{objection}/find`,
    access: { command: 'find-objection' },
    title: '认定并答复异议',
    body: findingForm,
    response: noticePage,
  },
  admitObjections: {
    method: 'POST',
    path: `${notice}/objections/admit`,
    access: { command: 'admit-objection' },
    title: '受理所选异议',
    body: admitManyBody,
    response: decidedMany,
  },
  declineObjections: {
    method: 'POST',
    path: `${notice}/objections/decline`,
    access: { command: 'decline-objection' },
    title: '不予受理所选异议',
    body: declineManyBody,
    response: decidedMany,
  },
  findObjections: {
    method: 'POST',
    path: `${notice}/objections/find`,
    access: { command: 'find-objection' },
    title: '认定并答复所选异议',
    body: findManyBody,
    response: decidedMany,
  },
} as const satisfies Endpoints
