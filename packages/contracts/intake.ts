import { z } from 'zod/mini'
import { attendance, deliberation } from '#acts/resolution.ts'
import { chosenVersion } from '#catalogue/choose-version.ts'
import {
  applicationSaving,
  correctionBody,
  dismissForm,
  nothing,
  reviewForm,
  signForm,
  vetoForm,
  withdrawForm,
} from './case-forms.ts'
import { casePage, fileReference } from './case-page.ts'
import type { Endpoints } from './endpoint.ts'
import { remindBody, remindedPage, remindersPage } from './reminders.ts'

const sha256 = z.string({ error: '请上传会议纪要扫描件' }).check(z.regex(/^[0-9a-f]{64}$/, '文件编号不对，请重新上传'))
const required = (label: string, max = 200) =>
  z
    .string({ error: `请填写${label}` })
    .check(z.trim(), z.minLength(1, `请填写${label}`), z.maxLength(max, `${label}最多${max}字`))

const number = (label: string, minimum: number, maximum: number) => {
  const error = `${label}应为${minimum}至${maximum}的整数`
  return z.int({ error }).check(z.minimum(minimum, error), z.maximum(maximum, error))
}
const mode = (label: string) => z.enum(['online', 'paper'], { error: `请选择${label}的签署方式` })
const { lastDay, lateFrom } = {
  lastDay: z.iso.date('申请截止日期应为日期，如2018-05-15'),
  lateFrom: z.iso.datetime({ precision: 3 }),
}

/** Who opens the call is the caller; the approval is stated by reference. What is left out is as the county has it. */
export const callBody = z.strictObject({
  title: required('通知标题', 120),
  approval: z.strictObject(
    {
      reference: required('批准文号', 80),
      date: z.iso.date('批准日期应为日期，如2018-03-01'),
      by: z.optional(required('批准机关', 60)),
    },
    { error: '请填写批准文号和日期' },
  ),
  trial: z.boolean({ error: '请选择是否演练' }),
  procedure: z.optional(z.string()),
  application: z.union([z.strictObject({ lastDay }), z.strictObject({ lateFrom })], {
    error: '请填写申请截止日期，如2018-05-15',
  }),
  notice: z.optional(
    z.strictObject({
      days: number('公示天数', 1, 60),
      convention: z.enum(['A', 'B', 'C', 'D'], { error: '请选择公示期的计算方式' }),
    }),
  ),
  returnDays: number('退回后的补正天数', 1, 90),
  replyDays: number('异议答复天数', 1, 90),
  quota: number('名额', 1, 500),
  signOffs: z.strictObject(
    { legalOffice: mode('本单位法制机构意见'), unitHead: mode('本单位主要负责人意见') },
    { error: '请选择签署方式' },
  ),
  standard: z.optional(z.strictObject(chosenVersion.shape, { error: '请选择已发布的标准' })),
})
export type CallBody = z.infer<typeof callBody>

/** One outcome for all cases, exceptions per case. `cases`: unit ids of the batch. */
export const resolutionBody = z.strictObject({
  meeting: required('会议名称'),
  number: required('会议决定文号'),
  date: z.iso.date('会议日期应为日期，如2018-12-20'),
  minutes: sha256,
  present: z.array(required('出席人员', 30), { error: '请填写出席人员' }).check(z.minLength(1, '请填写出席人员')),
  absent: z.array(required('缺席人员', 30)),
  how: deliberation,
  cases: z.array(z.string(), { error: '请选择单位' }).check(z.minLength(1, '请至少选择一个单位')),
  outcome: required('会议结论', 40),
  exceptions: z.array(
    z.strictObject({ case: z.string(), outcome: required('会议结论', 40), reason: required('例外理由', 500) }),
  ),
  recusals: z.array(z.strictObject({ person: required('回避人员', 30), case: z.string() })),
})
export type ResolutionBody = z.infer<typeof resolutionBody>

export const resolutionPage = z.object({
  batch: z.string(),
  batchTitle: z.string(),
  trial: z.boolean(),
  step: z.string(),
  stepTitle: z.string(),
  /** Who meets, as its meetings are usually called. */
  body: z.string(),
  /** Whether such a meeting may vote; otherwise it discusses and its head decides. */
  votes: z.boolean(),
  /** The county's day now; no meeting was held after it. */
  today: z.string(),
  quota: z.int(),
  taken: z.int(),
  /** Which outcome the quota counts; empty when none is limited. */
  limited: z.string(),
  outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Cases that stand at this step now. */
  waiting: z.array(z.object({ unit: z.string(), name: z.string() })),
  meetings: z.array(
    z.object({
      number: z.int(),
      meeting: z.string(),
      reference: z.string(),
      date: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      minutes: fileReference,
      ...attendance.shape,
      how: deliberation,
      lines: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          outcome: z.string(),
          outcomeTitle: z.string(),
          reason: z.optional(z.string()),
          setAside: z.optional(z.string()),
        }),
      ),
    }),
  ),
})
export type ResolutionPage = z.infer<typeof resolutionPage>

export const intakeEndpoints = {
  openCall: {
    method: 'POST',
    path: '/api/batches/{batch}/call',
    access: { command: 'open-call' },
    title: '发布创建通知',
    body: callBody,
    response: z.object({ batch: z.string() }),
  },
  readCase: {
    method: 'GET',
    path: '/api/cases/{batch}/{unit}',
    access: { command: 'read-case' },
    title: '查看申报件',
    response: casePage,
  },
  readContact: {
    method: 'GET',
    path: '/api/cases/{batch}/{unit}/contact',
    access: { command: 'read-contact' },
    title: '查看联系人',
    response: z.object({ contact: z.string(), phone: z.string() }),
  },
  openCase: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/open',
    access: { command: 'open-case' },
    title: '开始创建申请',
    body: nothing,
    response: casePage,
  },
  saveApplication: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/application',
    access: { command: 'save-application' },
    title: '保存申请表',
    body: applicationSaving,
    response: casePage,
  },
  signApplication: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/application/sign',
    access: { command: 'sign-application' },
    title: '签署申请表',
    body: signForm,
    response: casePage,
  },
  submitApplication: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/application/submit',
    access: { command: 'submit-application' },
    title: '提交申请',
    body: nothing,
    response: casePage,
  },
  decideReview: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/review',
    access: { command: 'decide-review' },
    title: '办理初审',
    body: reviewForm,
    response: casePage,
  },
  correctReview: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/review/correct',
    access: { command: 'correct-review' },
    title: '更正初审结论',
    body: correctionBody,
    response: casePage,
  },
  withdraw: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/withdraw',
    access: { command: 'withdraw' },
    title: '主动退出',
    body: withdrawForm,
    response: casePage,
  },
  raiseVeto: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/veto',
    access: { command: 'raise-veto' },
    title: '提出一票否决',
    body: vetoForm,
    response: casePage,
  },
  confirmVeto: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/veto/confirm',
    access: { command: 'confirm-veto' },
    title: '确认一票否决',
    body: nothing,
    response: casePage,
  },
  dismissVeto: {
    method: 'POST',
    path: '/api/cases/{batch}/{unit}/veto/dismiss',
    access: { command: 'dismiss-veto' },
    title: '不予确认一票否决',
    body: dismissForm,
    response: casePage,
  },
  readResolutions: {
    method: 'GET',
    path: '/api/batches/{batch}/resolutions/{step}',
    access: { command: 'read-board' },
    title: '查看会议决定',
    response: resolutionPage,
  },
  recordResolution: {
    method: 'POST',
    path: '/api/batches/{batch}/resolutions/{step}',
    access: { command: 'record-resolution' },
    title: '登记会议决定',
    body: resolutionBody,
    response: resolutionPage,
  },
  readReminders: {
    method: 'GET',
    path: '/api/batches/{batch}/reminders',
    access: { command: 'read-board' },
    title: '查看提醒记录',
    response: remindersPage,
  },
  remindUnits: {
    method: 'POST',
    path: '/api/batches/{batch}/reminders',
    access: { command: 'remind-units' },
    title: '提醒单位',
    body: remindBody,
    response: remindedPage,
  },
} as const satisfies Endpoints
