/** Consultation 函询 of a batch: letters to the county's organs, who was chased, what each replied. `consultation-api` answers. */
import { z } from 'zod/mini'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { knowsNothing } from '#typed/says/found-nothing.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, date, file, reference, sentence, text } from '../forms.ts'
import { listOf } from '../rules.ts'
import { fileReference } from '../shown/file-reference.ts'
import { MOST_UNITS, namedUnit, someUnits } from '../unit-ids.ts'

const MOST_ORGANS = 20
export const CHASED_HOW = { phone: '电话', letter: '书面', inPerson: '当面' } as const

/** `seen`: how many letters were before the officer. */
const letterBody = z.strictObject({
  reference: text('函号', 60, { open: true, says: 'number' }),
  on: date('发函日期'),
  lastDay: date('复函期限'),
  organs: listOf(reference('请选择机关'), '请选择机关', MOST_ORGANS, `一次最多向${MOST_ORGANS}个机关发函`).check(
    z.minLength(1, '请至少选择一个机关'),
  ),
  units: someUnits('请选择单位', '一次最多函询'),
  seen: z.int('缺少所见函询的次数；请刷新后再办').check(z.minimum(0, '所见函询的次数不对；请刷新后再办')),
})
const chaseBody = z.strictObject({
  on: date('催办日期'),
  how: choice('催办方式', ['phone', 'letter', 'inPerson'], CHASED_HOW),
})

/** What is wrong with words that say nothing of a unit. @param text as it is kept */
export const whyNotFound = (text: string): string | undefined =>
  knowsNothing(text) ? `“${text.slice(0, 20)}”没有写出情况；没有发现问题的，请去掉这个单位` : undefined
const found = z.strictObject({
  unit: namedUnit(),
  text: sentence('所反映的情况', 2000, { open: true }).check(
    z.refine((typed) => whyNotFound(typed) === undefined, { error: ({ input }) => whyNotFound(String(input)) }),
  ),
})
const reply = {
  on: date('收到日期'),
  reference: z.optional(text('复函文号', 60, { open: true, says: 'number' })),
  scan: file('复函扫描件'),
  /** Said as such: an organ that knows nothing is not the same as nobody having looked. */
  nothing: z.boolean({ error: '请选择均未发现，或者写明所反映的情况' }),
  found: listOf(found, '所反映的情况应为若干条', MOST_UNITS, `所反映的情况最多${MOST_UNITS}条`),
}
const whole = z.refine<{ readonly nothing: boolean; readonly found: readonly unknown[] }>(
  ({ nothing, found: some }) => nothing === (some.length === 0),
  { path: ['nothing'], error: '请选择“均未发现”，或者写明所反映的情况；两者只取其一' },
)
const replyBody = z.strictObject(reply).check(whole)
/** How many replies of the organ were before the officer. */
const seenReplies = z.int('缺少所见复函的份数；请刷新后再办').check(z.minimum(0, '所见复函的份数不对；请刷新后再办'))
const correctionBody = z
  .strictObject({ ...reply, reason: sentence('更正理由', 500, { open: true }), seen: seenReplies })
  .check(whole)
const withdrawal = sentence('撤销理由', 500, { open: true })

/** Who took it back, and why. */
const withdrawnShown = z.object({ at: z.string(), by: z.string(), reason: z.string() })

const replyShown = z.object({
  at: z.string(),
  by: z.string(),
  on: z.string(),
  reference: z.optional(z.string()),
  scan: fileReference,
  /** As the scan is cited. */
  use: z.string(),
  found: z.array(z.object({ unit: z.string(), name: z.string(), text: z.string() })),
  /** Of one that corrects the one before: why. */
  reason: z.optional(z.string()),
  withdrawn: z.optional(withdrawnShown),
})
export type ReplyShown = z.infer<typeof replyShown>
const organShown = z.object({
  organ: z.string(),
  title: z.string(),
  chased: z.array(z.object({ on: z.string(), how: z.enum(['phone', 'letter', 'inPerson']), by: z.string() })),
  /** In order; the last one holds, unless it was withdrawn. */
  replies: z.array(replyShown),
})
export type OrganShown = z.infer<typeof organShown>
const letterShown = z.object({
  n: z.int(),
  reference: z.string(),
  on: z.string(),
  lastDay: z.string(),
  at: z.string(),
  by: z.string(),
  units: z.array(z.object({ unit: z.string(), name: z.string() })),
  organs: z.array(organShown),
  /** It was entered by mistake, and asks nobody. */
  withdrawn: z.optional(withdrawnShown),
})
export type LetterShown = z.infer<typeof letterShown>

/** The reply that holds. */
export function replyShownOf({ replies }: Pick<OrganShown, 'replies'>): ReplyShown | undefined {
  const last = replies.at(-1)
  return last?.withdrawn ? undefined : last
}

/** The newest letter first. */
export const consultationsPage = z.object({
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  /** The day of the county's clock. */
  today: z.string(),
  /** Whose letters they are. */
  office: z.string(),
  officePhone: z.optional(z.string()),
  county: z.string(),
  seen: z.int(),
  /** The caller may send, chase, enter and correct. */
  may: z.boolean(),
  /** Of whoever may: whom the county consults, and whom they may be asked about. */
  organs: z.array(z.object({ organ: z.string(), title: z.string() })),
  units: z.array(z.object({ unit: z.string(), name: z.string(), step: z.string(), stepTitle: z.string() })),
  letters: z.array(letterShown),
})
export type ConsultationsPage = z.infer<typeof consultationsPage>

const path = '/api/batches/{batch}/consultations'
const post = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  at: P,
  command: C,
  body: B,
) =>
  ({
    method: 'POST',
    path: at,
    access: { command },
    title: COMMANDS[command],
    body,
    response: consultationsPage,
  }) as const
export const consultationEndpoints = {
  readConsultations: {
    method: 'GET',
    path,
    access: { command: 'read-consultations' },
    title: '查看函询',
    response: consultationsPage,
  },
  sendConsultation: post(path, 'send-consultation', letterBody),
  chaseOrgan: post(`${path}/{n}/organs/{organ}/chase`, 'chase-consultation', chaseBody),
  enterReply: post(`${path}/{n}/organs/{organ}/reply`, 'enter-reply', replyBody),
  correctReply: post(`${path}/{n}/organs/{organ}/correct`, 'correct-reply', correctionBody),
  withdrawReply: post(
    `${path}/{n}/organs/{organ}/withdraw`,
    'withdraw-reply',
    z.strictObject({ reason: withdrawal, seen: seenReplies }),
  ),
  withdrawConsultation: post(`${path}/{n}/withdraw`, 'withdraw-consultation', z.strictObject({ reason: withdrawal })),
} as const satisfies Endpoints
