import { z } from 'zod/mini'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { announcementBody, announcementsPage, approveBody, returnPreparationBody } from './announcement.ts'
import { callPage, offeredProcedure, prepareCallBody, usualCall } from './call.ts'
import {
  cancelWithdrawalBody,
  confirmVetoBody,
  confirmWithdrawalBody,
  correctionBody,
  declineBody,
  dismissVetoBody,
  endMethodBody,
  extendBody,
  formSaving,
  guideForm,
  judgingBody,
  methodBody,
  nothing,
  progressBody,
  returnCorrectionBody,
  returnDraftBody,
  seenBody,
  settleBody,
  signDraftBody,
  signForm,
  submitBody,
  vetoBody,
  withdrawForm,
} from './case-forms.ts'
import { casePage, earlierPage, inquiriesPage, readCase } from './case-page.ts'
import { amendmentBody, cancellingBody, changesPage } from './change.ts'
import type { Endpoints } from './endpoint.ts'
import { listBody, resolutionBody, resolutionPage } from './meeting.ts'
import { submissionPage } from './papers/submission.ts'
import { remindBody, remindedPage, remindersPage } from './reminders.ts'

const aCase = '/api/cases/{batch}/{unit}'
const aForm = `${aCase}/forms/{form}` as const
const aStep = `${aCase}/steps/{step}` as const
const aList = '/api/batches/{batch}/steps/{step}'
const aBatch = '/api/batches/{batch}'
const change = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  path: P,
  command: C,
  title: string,
  body: B,
) => ({ method: 'POST', path, access: { command }, title, body, response: changesPage }) as const
const post = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  path: P,
  command: C,
  body: B,
) => ({ method: 'POST', path, access: { command }, title: COMMANDS[command], body, response: casePage }) as const

/** What is asked about one case: `intake-api` answers. */
export const caseEndpoints = {
  readCase,
  readEarlier: {
    method: 'GET',
    path: `${aCase}/earlier`,
    access: { command: 'read-case' },
    title: '查看此前的表格和进展',
    response: earlierPage,
  },
  readInquiries: {
    method: 'GET',
    path: `${aCase}/inquiries`,
    access: { command: 'read-case' },
    title: '查看此前的考核',
    response: inquiriesPage,
  },
  readContact: {
    method: 'GET',
    path: `${aCase}/contact`,
    access: { command: 'read-contact' },
    title: '查看联系人',
    /** Everything personal that the newest form says, under the form's own labels and in its order. */
    response: z.object({ fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })) }),
  },
  openCase: post(`${aCase}/open`, 'open-case', nothing),
  saveForm: post(`${aForm}/save`, 'save-form', formSaving),
  signForm: post(`${aForm}/sign`, 'sign-form', signForm),
  declineSigning: post(`${aForm}/decline`, 'decline-signing', declineBody),
  submitForm: post(`${aForm}/submit`, 'submit-form', submitBody),
  recallForm: post(`${aForm}/recall`, 'recall-form', seenBody),
  draftDecision: post(`${aStep}/draft`, 'draft-decision', judgingBody),
  returnDraft: post(`${aStep}/draft/return`, 'return-draft', returnDraftBody),
  signDraft: post(`${aStep}/draft/sign`, 'decide-step', signDraftBody),
  decideStep: post(`${aStep}/decide`, 'decide-step', judgingBody),
  draftCorrection: post(`${aStep}/correction`, 'draft-correction', correctionBody),
  returnCorrection: post(`${aStep}/correction/return`, 'return-correction', returnCorrectionBody),
  signCorrection: post(`${aStep}/correction/sign`, 'sign-correction', signDraftBody),
  enterWithdrawal: post(`${aCase}/withdrawal`, 'enter-withdrawal', withdrawForm),
  confirmWithdrawal: post(`${aCase}/withdrawal/confirm`, 'confirm-withdrawal', confirmWithdrawalBody),
  cancelWithdrawal: post(`${aCase}/withdrawal/cancel`, 'cancel-withdrawal', cancelWithdrawalBody),
  raiseVeto: post(`${aCase}/veto`, 'raise-veto', vetoBody),
  confirmVeto: post(`${aCase}/veto/confirm`, 'confirm-veto', confirmVetoBody),
  dismissVeto: post(`${aCase}/veto/dismiss`, 'dismiss-veto', dismissVetoBody),
  extendCase: post(`${aStep}/extend`, 'extend-case', extendBody),
  reportProgress: post(`${aStep}/reports`, 'report-progress', progressBody),
  guideUnit: post(`${aStep}/guidance`, 'guide-unit', guideForm),
  recordMethod: post(`${aStep}/methods/{method}`, 'record-method', methodBody),
  endMethod: post(`${aStep}/methods/{method}/end`, 'end-method', endMethodBody),
  settleInquiry: post(`${aStep}/settle`, 'settle-inquiry', settleBody),
} as const satisfies Endpoints

/** What is asked about a whole batch, its call, its meetings and announcements: `batch-api` answers. */
export const batchEndpoints = {
  readCall: {
    method: 'GET',
    path: `${aBatch}/call`,
    access: { command: 'read-call' },
    title: '查看创建通知',
    response: callPage,
  },
  prepareCall: {
    method: 'POST',
    path: `${aBatch}/call`,
    access: { command: 'prepare-call' },
    title: '拟制创建通知',
    body: prepareCallBody,
    response: callPage,
  },
  openCall: {
    method: 'POST',
    path: `${aBatch}/call/approve`,
    access: { command: 'open-call' },
    title: '签发创建通知',
    body: approveBody,
    response: callPage,
  },
  returnCall: {
    method: 'POST',
    path: `${aBatch}/call/return`,
    access: { command: 'open-call' },
    title: '退回创建通知',
    body: returnPreparationBody,
    response: callPage,
  },
  listProcedures: {
    method: 'GET',
    path: '/api/procedures',
    access: { command: 'prepare-call' },
    title: '可用的程序',
    response: z.object({ procedures: z.array(offeredProcedure), usual: usualCall }),
  },
  readResolutions: {
    method: 'GET',
    path: `${aList}/resolutions`,
    access: { command: 'read-board' },
    title: '查看会议决定',
    response: resolutionPage,
  },
  readSubmission: {
    method: 'GET',
    path: `${aList}/submissions/{list}`,
    access: { command: 'read-board' },
    title: '提请审议的材料',
    response: submissionPage,
  },
  prepareList: {
    method: 'POST',
    path: `${aList}/list`,
    access: { command: 'prepare-list' },
    title: '提请审议',
    body: listBody,
    response: resolutionPage,
  },
  recordResolution: {
    method: 'POST',
    path: `${aList}/resolutions`,
    access: { command: 'record-resolution' },
    title: '登记会议决定',
    body: resolutionBody,
    response: resolutionPage,
  },
  readAnnouncements: {
    method: 'GET',
    path: `${aList}/announcements`,
    access: { command: 'read-board' },
    title: '查看决定',
    response: announcementsPage,
  },
  prepareAnnouncement: {
    method: 'POST',
    path: `${aList}/announcements`,
    access: { command: 'prepare-announcement' },
    title: '拟制决定',
    body: announcementBody,
    response: announcementsPage,
  },
  approveAnnouncement: {
    method: 'POST',
    path: `${aList}/announcements/{n}/approve`,
    access: { command: 'approve-announcement' },
    title: '签发决定',
    body: approveBody,
    response: announcementsPage,
  },
  returnAnnouncement: {
    method: 'POST',
    path: `${aList}/announcements/{n}/return`,
    access: { command: 'approve-announcement' },
    title: '退回决定稿',
    body: returnPreparationBody,
    response: announcementsPage,
  },
  readChanges: {
    method: 'GET',
    path: `${aBatch}/changes`,
    access: { command: 'read-board' },
    title: '查看变更与取消',
    response: changesPage,
  },
  prepareAmendment: change(`${aBatch}/amendment`, 'prepare-amendment', '拟制变更通知', amendmentBody),
  approveAmendment: change(`${aBatch}/amendment/approve`, 'approve-amendment', '签发变更通知', approveBody),
  returnAmendment: change(`${aBatch}/amendment/return`, 'approve-amendment', '退回变更通知', returnPreparationBody),
  prepareCancelling: change(`${aBatch}/cancelling`, 'prepare-cancelling', '拟取消批次', cancellingBody),
  approveCancelling: change(`${aBatch}/cancelling/approve`, 'approve-cancelling', '签发取消决定', approveBody),
  returnCancelling: change(`${aBatch}/cancelling/return`, 'approve-cancelling', '退回取消决定', returnPreparationBody),
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

export const intakeEndpoints = { ...caseEndpoints, ...batchEndpoints } as const satisfies Endpoints
