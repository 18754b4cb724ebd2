/** A document over a list of cases, prepared by one and approved by another. */
import { z } from 'zod/mini'
import { commandNames } from '#procedure/commands.ts'
import { choice, day, reference, replaces, text } from './forms.ts'
import { someUnits } from './unit-ids.ts'

export const COMMENDING = { without: '只命名，不表彰', with: '命名并予以表彰' } as const
export const announcementBody = z.strictObject({
  /** One that was prepared before and is not published: this takes its place. */
  n: z.optional(z.int('文稿的编号不对，请刷新后再办')),
  title: text('标题', 120, { open: true }),
  number: text('文号', 60, { open: true, says: 'number' }),
  date: day('日期', '2018-12-28'),
  text: z.optional(text('正文', 2000, { open: true, isOptional: true })),
  /** Whether it commends 表彰 as well. */
  commends: choice('是否表彰', ['without', 'with'], COMMENDING),
  cases: someUnits(),
  replaces,
})
/** `prepared`: what was seen, as the page names it. */
export const approveBody = z.strictObject({
  prepared: reference('缺少所签发稿件的编号；请刷新，核对后再办'),
  secrecyChecked: z.boolean({ error: '请确认已进行保密审查' }),
})
export const returnPreparationBody = z.strictObject({
  prepared: reference('缺少所退回稿件的编号；请刷新，核对后再办'),
  reason: text('退回理由', 500, { says: 'sentence' }),
})
const announcement = z.object({
  n: z.int(),
  title: z.string(),
  number: z.string(),
  date: z.string(),
  text: z.optional(z.string()),
  commends: z.boolean(),
  prepared: z.string(),
  preparedBy: z.string(),
  approvedBy: z.optional(z.string()),
  returned: z.optional(z.string()),
  lines: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      outcomeTitle: z.string(),
      setAside: z.optional(z.string()),
      /** Of what is not published: why it cannot be approved with this unit now. */
      held: z.optional(z.string()),
    }),
  ),
  commands: z.array(z.enum(commandNames)),
})
export const announcementsPage = z.object({
  batch: z.string(),
  batchTitle: z.string(),
  trial: z.boolean(),
  step: z.string(),
  stepTitle: z.string(),
  document: z.string(),
  today: z.string(),
  /** In whose name they are made. */
  government: z.string(),
  waiting: z.array(z.object({ unit: z.string(), name: z.string(), held: z.optional(z.string()) })),
  all: z.array(announcement),
  commands: z.array(z.enum(commandNames)),
})
export type AnnouncementsPage = z.infer<typeof announcementsPage>
