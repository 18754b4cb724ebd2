/** What a call says, and what the county's procedures ask of one. */
import { z } from 'zod/mini'
import { LONGEST_DESIGNATION, MOST_DESIGNATED } from '#batch/designated.ts'
import { MOST_CALL_FILES } from '#batch/files-of-call.ts'
import { CATALOGUE_ID, chosenVersion } from '#catalogue/edition/choose-version.ts'
import { fileUse, nameOfUse } from '#evidence/cited-file.ts'
import { commandNames } from '#procedure/commands.ts'
import { SIGN_OFF_MODES } from '#procedure/sign-off-mode.ts'
import { scoringBody } from './assessment/scoring.ts'
import { fileReference } from './case-page.ts'
import { officeAddress, officeMail, officePhone } from './contact/office-contact.ts'
import { day, instant, longText, replaces, text } from './forms.ts'
import { listOf, recordOf, whole, word } from './rules.ts'

const stepDate = z.union(
  [z.strictObject({ lastDay: day('截止日期', '2018-05-15') }), z.strictObject({ lateFrom: instant('截止时间不对') })],
  { error: '请填写截止日期，如2018-05-15' },
)
/** The last day of steps, by step. */
export const stepDates = recordOf(stepDate, '请填写各环节的截止日期')
const chosen = (what: string) =>
  z.optional(
    z.strictObject(
      { ...chosenVersion.shape, catalogue: word(`请选择已发布的${what}`, CATALOGUE_ID) },
      { error: `请选择已发布的${what}` },
    ),
  )

/** Everybody sees files by their names alone. */
function namedTwice(uses: unknown): string | undefined {
  const names = Array.isArray(uses) ? uses.map((use) => (typeof use === 'string' ? nameOfUse(use) : undefined)) : []
  return names.find((name, at) => name !== undefined && names.indexOf(name) < at)
}

/** How many papers a call may name. */
const MOST_PAPERS = 10
/** The most that a number of the call may be; the least is 1. */
export const MOST_IN_CALL = { days: 60, returnDays: 90, replyDays: 90, quota: 500 } as const

/** Who opens the call is the caller; the approval is stated by reference. What is left out is as the county has it. */
export const callBody = z.strictObject({
  title: text('通知标题', 120, { open: true }),
  document: z.optional(
    z.strictObject(
      {
        number: text('通知文号', 60, { open: true, says: 'number' }),
        organ: text('发文机关', 60, { open: true, says: 'organ' }),
        date: day('成文日期', '2018-04-13'),
      },
      { error: '请填写通知的文号、发文机关和成文日期' },
    ),
  ),
  approval: z.strictObject(
    {
      reference: text('批准文号', 80, { open: true, says: 'number' }),
      date: day('批准日期', '2018-03-01'),
      by: z.optional(text('批准机关', 60, { open: true, says: 'organ' })),
      allows: z.optional(longText('批准内容', 300, { open: true, isOptional: true })),
      scan: z.optional(fileUse('请上传批准文件的扫描件')),
    },
    { error: '请填写批准文号和日期' },
  ),
  scope: z.optional(longText('创建范围', 300, { open: true, isOptional: true })),
  /** Short enough that the public page stays small. */
  text: z.optional(longText('通知正文', 1500, { open: true, isOptional: true, says: 'sentence' })),
  /** Bodies beyond the roster's scope that take part as well. */
  designated: z.optional(
    listOf(
      z.strictObject({
        unit: word('请选择指定参加的单位'),
        reason: text('指定理由', LONGEST_DESIGNATION, { open: true, says: 'words' }),
      }),
      '请选择指定参加的单位',
      MOST_DESIGNATED,
      `最多指定${MOST_DESIGNATED}个单位`,
    ),
  ),
  papers: z.optional(
    listOf(text('附件名称', 80, { open: true }), '请逐行填写附件名称', MOST_PAPERS, `附件最多${MOST_PAPERS}个`),
  ),
  /** In order, each under the name that it is shown by. */
  files: z.optional(
    listOf(fileUse('请上传附件文件'), '请上传附件文件', MOST_CALL_FILES, `附件文件最多${MOST_CALL_FILES}个`).check(
      z.minLength(1, '请上传附件文件'),
      z.refine((all) => namedTwice(all) === undefined, {
        error: ({ input }) => `附件中有两个“${namedTwice(input) ?? ''}”，公众分不清；请改名后重新上传其中一个`,
      }),
    ),
  ),
  /** The office's own; what is left out is as the county has it. */
  contact: z.optional(
    z.strictObject(
      {
        phone: z.optional(officePhone('联系电话', 30)),
        address: z.optional(officeAddress('通信地址', 100)),
        email: z.optional(officeMail('电子邮箱', 60)),
      },
      { error: '请填写联系方式' },
    ),
  ),
  trial: z.boolean({ error: '请选择是否演练' }),
  /** `name@version`, one of the county's. */
  procedure: z.optional(word('请选择程序', undefined, '请选择列出的程序')),
  /** The last day of every step that has a date, by step. */
  dates: stepDates,
  notice: z.optional(
    z.strictObject(
      {
        days: whole('公示天数', 1, MOST_IN_CALL.days),
        convention: z.enum(['A', 'B', 'C', 'D'], { error: '请选择公示期的计算方式' }),
      },
      { error: '请填写公示期' },
    ),
  ),
  returnDays: whole('退回后的补正天数', 1, MOST_IN_CALL.returnDays),
  replyDays: whole('异议答复天数', 1, MOST_IN_CALL.replyDays),
  /** Only where the county sets one. */
  quota: z.optional(whole('名额', 1, MOST_IN_CALL.quota)),
  /** By form and sign-off. */
  signOffs: recordOf(recordOf(z.enum(SIGN_OFF_MODES, { error: '请选择签署方式' }), '请选择签署方式'), '请选择签署方式'),
  standard: chosen('标准'),
  conditions: chosen('基本条件'),
  vetoes: chosen('一票否决情形'),
  scoring: z.optional(scoringBody),
})
export type CallBody = z.infer<typeof callBody>
/** `replaces` names what the page showed, for nobody replaces what they never saw. */
export const prepareCallBody = z.strictObject({ ...callBody.shape, replaces })

/** A call in words, part by part. `note`: what follows from a line. */
export const callShown = z.array(
  z.object({
    title: z.string(),
    /** Paragraphs. */
    text: z.array(z.string()),
    lines: z.array(z.object({ label: z.string(), said: z.string(), note: z.optional(z.string()) })),
    items: z.array(z.string()),
    /** Its files; `path`: where everybody gets one, once the call is open; `stopped`: why nobody does any more. */
    files: z.optional(
      z.array(z.object({ name: z.string(), path: z.optional(z.string()), stopped: z.optional(z.string()) })),
    ),
  }),
)
export type CallShown = z.infer<typeof callShown>

/** What the office alone sees of a call: what its form was filled in with, and who did what. */
const callInHand = z.object({
  /** Names what is seen, also to whoever opens it. */
  prepared: z.string(),
  preparedBy: z.string(),
  preparedAt: z.string(),
  /** It went back to whoever prepared it. */
  returned: z.optional(z.object({ by: z.string(), reason: z.string() })),
  /** What its form begins with when it is mended. */
  terms: z.optional(callBody),
  openedBy: z.optional(z.string()),
  /** The scan of the approval. */
  scan: z.optional(fileReference),
  /** What it comes with, while it is prepared. */
  files: z.array(fileReference),
})
export const callPage = z.object({
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  /** Of a call that is open: when, and the digest of what was frozen then. */
  opened: z.optional(z.object({ said: z.string(), digest: z.string() })),
  cancelled: z.optional(z.string()),
  /** The document that it is: its number, who issues it, and its day. */
  document: z.optional(z.object({ number: z.string(), organ: z.string(), date: z.string() })),
  /** Why a unit in which whoever looks holds an appointment takes no part, and whom it may ask. */
  uninvited: z.array(z.string()),
  shown: callShown,
  inHand: z.optional(callInHand),
  commands: z.array(z.enum(commandNames)),
})
export type CallPage = z.infer<typeof callPage>

/** A procedure that the county offers, with what a call has to say for it. */
/** What a call says unless it is changed. */
export const usualCall = z.object({
  government: z.string(),
  contact: z.object({
    phone: z.optional(z.string()),
    address: z.optional(z.string()),
    email: z.optional(z.string()),
  }),
  /** Bodies that are not in scope, which a call may name. */
  beyond: z.array(z.object({ unit: z.string(), name: z.string(), kind: z.string() })),
})
export type UsualCall = z.infer<typeof usualCall>
export const offeredProcedure = z.object({
  key: z.string(),
  title: z.string(),
  steps: z.array(z.object({ step: z.string(), title: z.string() })),
  dates: z.array(z.object({ step: z.string(), title: z.string() })),
  limited: z.boolean(),
  /** How its assessment finds out; none where it has none. */
  methods: z.array(z.object({ name: z.string(), title: z.string() })),
  forms: z.array(
    z.object({
      form: z.string(),
      title: z.string(),
      signOffs: z.array(z.object({ name: z.string(), title: z.string() })),
    }),
  ),
})
export type OfferedProcedure = z.infer<typeof offeredProcedure>
