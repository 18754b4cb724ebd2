import { z } from 'zod/mini'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import {
  cancelWithdrawalBody,
  confirmVetoBody,
  confirmWithdrawalBody,
  declineBody,
  dismissVetoBody,
  endMethodBody,
  extendBody,
  formSaving,
  guideForm,
  judgingBody,
  nothing,
  progressBody,
  returnDraftBody,
  seenBody,
  settleBody,
  signDraftBody,
  signForm,
  submitBody,
  vetoBody,
  withdrawForm,
} from '../case-forms.ts'
import { casePage, earlierPage, inquiriesPage, readCase } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'

const aCase = '/api/cases/{batch}/{unit}'
const aForm = `${aCase}/forms/{form}` as const
export const aStep = `${aCase}/steps/{step}` as const
/** A command on one case, which answers with its page. */
export const post = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
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
  enterWithdrawal: post(`${aCase}/withdrawal`, 'enter-withdrawal', withdrawForm),
  confirmWithdrawal: post(`${aCase}/withdrawal/confirm`, 'confirm-withdrawal', confirmWithdrawalBody),
  cancelWithdrawal: post(`${aCase}/withdrawal/cancel`, 'cancel-withdrawal', cancelWithdrawalBody),
  raiseVeto: post(`${aCase}/veto`, 'raise-veto', vetoBody),
  confirmVeto: post(`${aCase}/veto/confirm`, 'confirm-veto', confirmVetoBody),
  dismissVeto: post(`${aCase}/veto/dismiss`, 'dismiss-veto', dismissVetoBody),
  extendCase: post(`${aStep}/extend`, 'extend-case', extendBody),
  reportProgress: post(`${aStep}/reports`, 'report-progress', progressBody),
  guideUnit: post(`${aStep}/guidance`, 'guide-unit', guideForm),
  endMethod: post(`${aStep}/methods/{method}/end`, 'end-method', endMethodBody),
  settleInquiry: post(`${aStep}/settle`, 'settle-inquiry', settleBody),
} as const satisfies Endpoints
