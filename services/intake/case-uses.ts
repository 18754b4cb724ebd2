import type { caseEndpoints } from '#contracts/intake/case-endpoints.ts'
import type { UseCases } from '#edge/use-case.ts'
import { endMethod, settleInquiry } from './beside/inquiry.ts'
import { guideUnit, reportProgress } from './beside/progress.ts'
import { readInquiries } from './beside/read-inquiries.ts'
import { extendCase } from './case/extend-case.ts'
import { openCase } from './case/open-case.ts'
import { readContact } from './case/read-contact.ts'
import { readEarlier } from './case/read-earlier.ts'
import { readCase } from './case/show-case.ts'
import { confirmVeto, dismissVeto, raiseVeto } from './case/veto.ts'
import { cancelWithdrawal, confirmWithdrawal, enterWithdrawal } from './case/withdraw.ts'
import { saveForm } from './form/save-form.ts'
import { declineSigning, signForm } from './form/sign-form.ts'
import { recallForm, submitForm } from './form/submit-form.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from './judgement/judge.ts'

/** Which use case answers what is asked about one case. */
export const caseUses = (deps: IntakeDeps): UseCases<typeof caseEndpoints> => ({
  readCase: readCase(deps),
  readEarlier: readEarlier(deps),
  readInquiries: readInquiries(deps),
  readContact: readContact(deps),
  openCase: openCase(deps),
  saveForm: saveForm(deps),
  signForm: signForm(deps),
  declineSigning: declineSigning(deps),
  submitForm: submitForm(deps),
  recallForm: recallForm(deps),
  draftDecision: draftDecision(deps),
  returnDraft: returnDraft(deps),
  signDraft: signDraft(deps),
  decideStep: decideStep(deps),
  enterWithdrawal: enterWithdrawal(deps),
  confirmWithdrawal: confirmWithdrawal(deps),
  cancelWithdrawal: cancelWithdrawal(deps),
  raiseVeto: raiseVeto(deps),
  confirmVeto: confirmVeto(deps),
  dismissVeto: dismissVeto(deps),
  extendCase: extendCase(deps),
  reportProgress: reportProgress(deps),
  guideUnit: guideUnit(deps),
  endMethod: endMethod(deps),
  settleInquiry: settleInquiry(deps),
})
