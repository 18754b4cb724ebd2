import { z } from 'zod/mini'
import { deliberation } from '#acts/resolution.ts'
import { callTerms } from '#batch/batch.ts'
import { applicationDraft, dismissForm, nothing, reviewForm, signForm, vetoForm, withdrawForm } from './case-forms.ts'
import { casePage } from './case-page.ts'
import type { Endpoints } from './endpoint.ts'

/** Who opened the call is the caller; the approval is stated by reference. */
export const callBody = z.strictObject({ ...callTerms.shape })

const sha256 = z.string({ error: '请上传会议纪要扫描件' }).check(z.regex(/^[0-9a-f]{64}$/, '文件编号不对,请重新上传'))
const required = (label: string, max = 200) =>
  z
    .string({ error: `请填写${label}` })
    .check(z.trim(), z.minLength(1, `请填写${label}`), z.maxLength(max, `${label}最多${max}字`))

/** One outcome for all cases, exceptions per case. `cases`: unit ids of the batch. */
export const resolutionBody = z.strictObject({
  meeting: required('会议名称'),
  number: required('会议决定文号'),
  date: z.iso.date('会议日期应为日期,如2018-12-20'),
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
  step: z.string(),
  stepTitle: z.string(),
  quota: z.int(),
  taken: z.int(),
  outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Cases that stand at this step now. */
  waiting: z.array(z.object({ unit: z.string(), name: z.string() })),
  meetings: z.array(
    z.object({
      number: z.int(),
      meeting: z.string(),
      reference: z.string(),
      date: z.string(),
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
    body: applicationDraft,
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
} as const satisfies Endpoints
