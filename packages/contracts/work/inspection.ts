/** Supervision 监督检查 of one unit: visits, what was found, how it was mended. `work-api` answers. */
import { z } from 'zod/mini'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { foundNothing } from '#typed/says/found-nothing.ts'
import { fileReference } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, date, files, reference, sentence, text } from '../forms.ts'
import { listOf } from '../rules.ts'

export const MOST_FINDINGS = 20
const finding = z.strictObject({
  text: sentence('发现的问题', 2000, { open: true }).check(
    z.refine((typed) => !foundNothing(typed), {
      error: ({ input }) =>
        `“${String(input).slice(0, 20)}”没有写出问题；没有发现问题的，请删去这一条，检查情况写在“检查内容”里`,
    }),
  ),
  lastDay: date('整改期限'),
})
/** `seen`: how many visits were before the officer. */
const visitBody = z.strictObject({
  on: date('检查日期'),
  place: text('检查地点', 100, { open: true }),
  visitors: listOf(reference('请选择检查人员'), '请选择检查人员', 20, '检查人员最多20人').check(
    z.minLength(1, '请选择检查人员'),
  ),
  text: sentence('检查内容', 2000, { open: true }),
  files: z.optional(files('照片和扫描件')),
  findings: listOf(finding, '发现的问题应为若干条', MOST_FINDINGS, `发现的问题最多${MOST_FINDINGS}条`),
  seen: z.int('缺少所见监督检查的次数；请刷新后再办').check(z.minimum(0, '所见监督检查的次数不对；请刷新后再办')),
})
/** `seen`: how many answers of the unit to this finding were before whoever sends it. */
const seen = z.int('缺少所见整改情况的份数；请刷新后再办').check(z.minimum(0, '所见整改情况的份数不对；请刷新后再办'))
const answerBody = z.strictObject({
  text: sentence('整改情况', 2000, { open: true }),
  files: z.optional(files('佐证材料')),
  seen,
})
const settleBody = z.strictObject({
  outcome: choice('办理意见', ['mended', 'back'], { mended: '确认已整改', back: '退回继续整改' }),
  reason: z.optional(sentence('退回理由', 500, { open: true })),
  lastDay: z.optional(date('新的整改期限')),
  seen,
})

const answer = z.object({
  at: z.string(),
  by: z.string(),
  text: z.string(),
  files: z.array(fileReference),
  late: z.boolean(),
  /** Once the office has looked at it; `reason`: of one that was sent back. */
  settled: z.optional(
    z.object({ at: z.string(), by: z.string(), outcome: z.enum(['mended', 'back']), reason: z.optional(z.string()) }),
  ),
})
const findingShown = z.object({
  item: z.int(),
  text: z.string(),
  due: z.object({ lateFrom: z.string(), said: z.string() }),
  state: z.enum(['owed', 'late', 'answered', 'mended']),
  answers: z.array(answer),
})
export type FindingShown = z.infer<typeof findingShown>
/** The newest visit first. */
export const inspectionPage = z.object({
  seen: z.int(),
  visits: z.array(
    z.object({
      n: z.int(),
      on: z.string(),
      at: z.string(),
      by: z.string(),
      place: z.string(),
      visitors: z.array(z.string()),
      text: z.string(),
      files: z.array(fileReference),
      findings: z.array(findingShown),
    }),
  ),
  may: z.object({ record: z.boolean(), answer: z.boolean(), settle: z.boolean() }),
  /** Of whoever may record: people who may have visited. */
  people: z.array(z.object({ person: z.string(), name: z.string() })),
})
export type InspectionPage = z.infer<typeof inspectionPage>

const path = '/api/cases/{batch}/{unit}/inspection'
const post = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  at: P,
  command: C,
  body: B,
) =>
  ({ method: 'POST', path: at, access: { command }, title: COMMANDS[command], body, response: inspectionPage }) as const
export const inspectionEndpoints = {
  readInspection: {
    method: 'GET',
    path,
    access: { command: 'read-inspection' },
    title: '查看监督检查',
    response: inspectionPage,
  },
  recordVisit: post(`${path}/visits`, 'record-visit', visitBody),
  answerFinding: post(`${path}/visits/{n}/findings/{item}/answer`, 'answer-finding', answerBody),
  settleFinding: post(`${path}/visits/{n}/findings/{item}/settle`, 'settle-finding', settleBody),
} as const satisfies Endpoints
