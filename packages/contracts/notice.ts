import { z } from 'zod/mini'
import { fileUse, unnamedUse } from '#evidence/cited-file.ts'
import type { Endpoints } from './endpoint.ts'
import { date, instant, longText, reference, replaces, sentence, text } from './forms.ts'
import { enterHolidays } from './holidays.ts'
import { type NoticePage, noticePage } from './notice-page.ts'
import { objectionEndpoints } from './objections.ts'
import { contactOf, objectorName } from './personal/objector-fields.ts'
import { listOf, typedText } from './rules.ts'
import { namedUnit, namedUnits, someUnits } from './unit-ids.ts'

const scanned = fileUse('请上传文件')

export const noticeBody = z.strictObject({
  /** A notice that was prepared before and is not published: this takes its place. Without one the next number. */
  n: z.optional(z.int('公示稿的编号不对，请刷新后再办')),
  title: text('公示标题', 120, { open: true }),
  text: z.optional(longText('公示正文', 1000, { open: true, isOptional: true })),
  /** Unit ids of the batch that stand at the notice. */
  cases: someUnits('请选择公示的单位'),
  publication: z.strictObject(
    { on: date('发布日期'), place: text('发布位置', 300, { open: true }), proof: z.optional(scanned) },
    { error: '请填写发布日期和位置' },
  ),
  /** Only in a trial: the first late instant instead of a number of days. */
  lateFrom: z.optional(instant('公示截止时间不对')),
  replaces,
})
/** What is to be looked at before it is published; what is still wrong there is said on publishing. */
export const previewBody = z.strictObject({
  n: noticeBody.shape.n,
  title: typedText('公示标题', 120),
  text: z.optional(typedText('公示正文', 1000)),
  cases: namedUnits('请选择公示的单位'),
  publication: z.strictObject(
    { on: date('发布日期'), place: typedText('发布位置', 300) },
    { error: '请填写发布日期和位置' },
  ),
})
/** `prepared`: the preparation that was seen, as the page names it. */
const prepared = reference('缺少公示稿的编号；请刷新，核对后再办')
export const approveBody = z.strictObject({
  prepared,
  secrecyChecked: z.boolean({ error: '请确认已进行保密审查' }),
})
export const returnBody = z.strictObject({ prepared, reason: sentence('退回理由', 500) })
const channel = z.enum(['page', 'mail', 'post', 'dutyLog'], { error: '没有这个渠道' })
/** The channels in which the office has looked for objections that came in time. */
export const closeBody = z.strictObject({
  checked: listOf(channel, '请逐项核对后勾选', 4, '有重复的渠道，请刷新后重新勾选'),
})
export const proofBody = z.strictObject({
  when: z.enum(['start', 'end'], { error: '请选择是开始还是结束时的证明' }),
  proof: scanned,
})

/** An objection that came by phone, letter, visit or e-mail, entered by the office. */
export const enteredObjection = z.strictObject({
  about: namedUnit('请选择异议所涉单位'),
  channel: z.enum(['phone', 'letter', 'visit', 'email'], { error: '请选择提出方式' }),
  on: date('收到日期（来信为邮戳日期）'),
  summary: longText('异议内容摘要', 3000, { says: 'account' }),
  name: z.optional(objectorName('异议人姓名', 30, 'leavesEmpty')),
  contact: z.optional(contactOf('联系方式', 60, 'leavesEmpty')),
  scan: z.optional(unnamedUse('请上传文件')),
})
/** Cases that may be listed, with the period that would follow from a publication day, explained. */
export const noticeDraft = z.object({
  n: z.int(),
  /** The server's date. */
  today: z.string(),
  waiting: z.array(z.object({ unit: z.string(), name: z.string() })),
  /** Cases that stand there too and may not be listed yet, and why. */
  heldBack: z.array(z.object({ unit: z.string(), name: z.string(), why: z.string() })),
  /** What to begin with: the call's reference, and where the batch's last notice stood. */
  text: z.string(),
  place: z.optional(z.string()),
  period: z.object({ firstDay: z.string(), lastDay: z.string(), said: z.string(), explained: z.string() }),
  notices: z.array(
    z.object({ n: z.int(), title: z.string(), state: z.enum(['prepared', 'returned', 'running', 'over', 'closed']) }),
  ),
})

export const objectionContent = z.object({
  summary: z.string(),
  name: z.optional(z.string()),
  contact: z.optional(z.string()),
  /** Without an address: it is not opened, and the note says why. */
  files: z.array(z.object({ name: z.string(), url: z.optional(z.string()), note: z.optional(z.string()) })),
})
export { type NoticePage, noticePage }

const notice = '/api/notices/{batch}/{n}'
const atStep = '/api/batches/{batch}/steps/{step}/notices'

export const noticeEndpoints = {
  draftNotice: {
    method: 'GET',
    path: atStep,
    access: { command: 'read-board' },
    title: '准备公示',
    response: noticeDraft,
  },
  prepareNotice: {
    method: 'POST',
    path: atStep,
    access: { command: 'prepare-notice' },
    title: '拟制公示',
    body: noticeBody,
    response: noticePage,
  },
  approveNotice: {
    method: 'POST',
    path: `${notice}/approve`,
    access: { command: 'approve-notice' },
    title: '签发公示',
    body: approveBody,
    response: noticePage,
  },
  returnNotice: {
    method: 'POST',
    path: `${notice}/return`,
    access: { command: 'approve-notice' },
    title: '退回公示稿',
    body: returnBody,
    response: noticePage,
  },
  previewNotice: {
    method: 'POST',
    path: `${atStep}/preview`,
    // Whoever approves it looks as well.
    access: { command: 'read-board' },
    title: '预览公示',
    body: previewBody,
    response: z.object({ html: z.string() }),
  },
  /** Of a call that is prepared: nobody but the office sees it. */
  previewCall: {
    method: 'GET',
    path: '/api/batches/{batch}/call/preview',
    access: { command: 'read-call' },
    title: '预览创建通知',
    response: z.object({ html: z.string() }),
  },
  enterHolidays,
  readNotice: {
    method: 'GET',
    path: notice,
    access: { command: 'read-board' },
    title: '查看公示',
    response: noticePage,
  },
  recordProof: {
    method: 'POST',
    path: `${notice}/proofs`,
    access: { command: 'record-proof' },
    title: '登记网页截图',
    body: proofBody,
    response: noticePage,
  },
  closeNotice: {
    method: 'POST',
    path: `${notice}/close`,
    access: { command: 'close-notice' },
    title: '结束公示',
    body: closeBody,
    response: noticePage,
  },
  enterObjection: {
    method: 'POST',
    path: `${notice}/objections`,
    access: { command: 'enter-objection' },
    title: '录入异议',
    body: enteredObjection,
    /** `note`: what the objection can still come to, where the unit's case has ended. */
    response: z.object({ objection: z.string(), code: z.string(), note: z.optional(z.string()) }),
  },
  readObjection: {
    method: 'GET',
    path: `${notice}/objections/{objection}`,
    access: { command: 'read-objection' },
    title: '查看异议内容',
    response: objectionContent,
  },
  ...objectionEndpoints,
} as const satisfies Endpoints

/** The public pages' own addresses: HTML in and out, no login, no script. */
export const publicEndpoints = {
  objectionForm: {
    method: 'GET',
    path: '/objections/{batch}/{n}',
    access: 'anyone',
    title: '提出异议',
    response: z.string(),
  },
  submitObjection: {
    method: 'POST',
    path: '/objections/{batch}/{n}',
    access: 'anyone',
    title: '提交异议',
    response: z.string(),
  },
  readPrivacy: {
    method: 'GET',
    path: '/objections/privacy',
    access: 'anyone',
    title: '个人信息告知',
    response: z.string(),
  },
  lookUpForm: { method: 'GET', path: '/objections/lookup', access: 'anyone', title: '查询异议', response: z.string() },
  lookUpObjection: {
    method: 'POST',
    path: '/objections/lookup',
    access: 'anyone',
    title: '查询异议',
    response: z.string(),
  },
} as const satisfies Endpoints
