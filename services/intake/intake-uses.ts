import type { intakeEndpoints } from '#contracts/intake.ts'
import type { UseCases } from '#edge/use-case.ts'
import { approveAnnouncement, prepareAnnouncement, returnAnnouncement } from './announce.ts'
import { changesOfBatch } from './change-batch.ts'
import { draftCorrection, returnCorrection, signCorrection } from './correct.ts'
import { extendCase } from './extend-case.ts'
import { endMethod, recordMethod, settleInquiry } from './inquiry.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from './judge.ts'
import { listProcedures } from './list-procedures.ts'
import { openCall } from './open-call.ts'
import { openCase } from './open-case.ts'
import { prepareList } from './prepare-list.ts'
import { readAnnouncements } from './read-announcements.ts'
import { readContact } from './read-contact.ts'
import { readResolutions } from './read-resolutions.ts'
import { recordResolution } from './record-resolution.ts'
import { readReminders, remindUnits } from './remind-units.ts'
import { saveForm } from './save-form.ts'
import { readCase } from './show-case.ts'
import { declineSigning, signForm } from './sign-form.ts'
import { recallForm, submitForm } from './submit-form.ts'
import { confirmVeto, dismissVeto, raiseVeto } from './veto.ts'
import { cancelWithdrawal, confirmWithdrawal, enterWithdrawal } from './withdraw.ts'
import { guideUnit, reportProgress } from './work.ts'

/** Which use case answers which endpoint. */
export const intakeUses = (deps: IntakeDeps): UseCases<typeof intakeEndpoints> => ({
  openCall: openCall(deps),
  listProcedures: listProcedures(deps),
  readCase: readCase(deps),
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
  draftCorrection: draftCorrection(deps),
  returnCorrection: returnCorrection(deps),
  signCorrection: signCorrection(deps),
  enterWithdrawal: enterWithdrawal(deps),
  confirmWithdrawal: confirmWithdrawal(deps),
  cancelWithdrawal: cancelWithdrawal(deps),
  raiseVeto: raiseVeto(deps),
  confirmVeto: confirmVeto(deps),
  dismissVeto: dismissVeto(deps),
  extendCase: extendCase(deps),
  reportProgress: reportProgress(deps),
  guideUnit: guideUnit(deps),
  recordMethod: recordMethod(deps),
  endMethod: endMethod(deps),
  settleInquiry: settleInquiry(deps),
  readResolutions: readResolutions(deps),
  prepareList: prepareList(deps),
  recordResolution: recordResolution(deps),
  readAnnouncements: readAnnouncements(deps),
  prepareAnnouncement: prepareAnnouncement(deps),
  approveAnnouncement: approveAnnouncement(deps),
  returnAnnouncement: returnAnnouncement(deps),
  ...changesOfBatch(deps),
  readReminders: readReminders(deps),
  remindUnits: remindUnits(deps),
})
