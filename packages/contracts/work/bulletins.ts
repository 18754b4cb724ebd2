/** Bulletins 情况交流 of a batch: the office issues them, the units of the batch read them. `work-api` answers. */
import { z } from 'zod/mini'
import { COMMANDS } from '#procedure/commands.ts'
import { fileReference } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'
import { files, sentence, text } from '../forms.ts'

export const bulletinForm = z.strictObject({
  title: text('标题', 100, { open: true }),
  text: sentence('正文', 5000, { open: true }),
  files: z.optional(files('附件')),
})
/** `seen`: how many there were before the officer. `corrects`: the number of the one that it corrects. */
const bulletinBody = z.strictObject({
  ...bulletinForm.shape,
  corrects: z.optional(z.int('所更正的期号不对；请刷新后再办')),
  seen: z.int('缺少所见情况交流的期数；请刷新后再办').check(z.minimum(0, '所见情况交流的期数不对；请刷新后再办')),
})

const bulletinShown = z.object({
  n: z.int(),
  at: z.string(),
  by: z.string(),
  title: z.string(),
  text: z.string(),
  files: z.array(fileReference),
  corrects: z.optional(z.int()),
  /** The number of the last one that corrects it. */
  corrected: z.optional(z.int()),
  /** Of a unit: nobody of it has read it. */
  unread: z.boolean(),
  /** Of the office: units that have read it, when and by whom, and those that have not. */
  read: z.array(z.object({ name: z.string(), at: z.string(), by: z.string() })),
  notRead: z.array(z.string()),
})
export type BulletinShown = z.infer<typeof bulletinShown>

/** The newest first. */
export const bulletinsPage = z.object({
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  seen: z.int(),
  mayIssue: z.boolean(),
  bulletins: z.array(bulletinShown),
})
export type BulletinsPage = z.infer<typeof bulletinsPage>

const path = '/api/batches/{batch}/bulletins'
export const bulletinEndpoints = {
  readBulletins: {
    method: 'GET',
    path,
    access: { command: 'read-bulletins' },
    title: '查看情况交流',
    response: bulletinsPage,
  },
  issueBulletin: {
    method: 'POST',
    path,
    access: { command: 'issue-bulletin' },
    title: COMMANDS['issue-bulletin'],
    body: bulletinBody,
    response: bulletinsPage,
  },
  noteBulletin: {
    method: 'POST',
    path: `${path}/{n}/read`,
    access: { command: 'note-bulletin' },
    title: COMMANDS['note-bulletin'],
    body: z.strictObject({}),
    response: bulletinsPage,
  },
} as const satisfies Endpoints
