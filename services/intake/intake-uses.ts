import type { intakeEndpoints } from '#contracts/intake.ts'
import type { UseCases } from '#edge/use-case.ts'
import { correctReview } from './correct-review.ts'
import { decideReview } from './decide-review.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { openCall } from './open-call.ts'
import { openCase } from './open-case.ts'
import { readContact } from './read-contact.ts'
import { readResolutions } from './read-resolutions.ts'
import { recordResolution } from './record-resolution.ts'
import { readReminders, remindUnits } from './remind-units.ts'
import { saveApplication } from './save-application.ts'
import { readCase } from './show-case.ts'
import { signApplication } from './sign-application.ts'
import { submitApplication } from './submit-application.ts'
import { confirmVeto, dismissVeto, raiseVeto } from './veto.ts'
import { withdraw } from './withdraw.ts'

/** Which use case answers which endpoint. */
export const intakeUses = (deps: IntakeDeps): UseCases<typeof intakeEndpoints> => ({
  openCall: openCall(deps),
  readCase: readCase(deps),
  readContact: readContact(deps),
  openCase: openCase(deps),
  saveApplication: saveApplication(deps),
  signApplication: signApplication(deps),
  submitApplication: submitApplication(deps),
  decideReview: decideReview(deps),
  correctReview: correctReview(deps),
  withdraw: withdraw(deps),
  raiseVeto: raiseVeto(deps),
  confirmVeto: confirmVeto(deps),
  dismissVeto: dismissVeto(deps),
  readResolutions: readResolutions(deps),
  recordResolution: recordResolution(deps),
  readReminders: readReminders(deps),
  remindUnits: remindUnits(deps),
})
