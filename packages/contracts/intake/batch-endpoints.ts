import { z } from 'zod/mini'
import type { Command } from '#procedure/commands.ts'
import { announcementBody, announcementsPage, approveBody, returnPreparationBody } from '../announcement.ts'
import { callPage, offeredProcedure, prepareCallBody, usualCall } from '../call.ts'
import { amendmentBody, cancellingBody, changesPage } from '../change.ts'
import type { Endpoints } from '../endpoint.ts'
import { listBody, resolutionBody, resolutionPage } from '../meeting.ts'
import { submissionPage } from '../papers/submission.ts'
import { remindBody, remindedPage, remindersPage } from '../reminders.ts'

const aList = '/api/batches/{batch}/steps/{step}'
const aBatch = '/api/batches/{batch}'
const change = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  path: P,
  command: C,
  title: string,
  body: B,
) => ({ method: 'POST', path, access: { command }, title, body, response: changesPage }) as const

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
