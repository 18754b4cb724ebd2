import type { titleEndpoints } from '#contracts/title/title.ts'
import type { UseCases } from '#edge/use-case.ts'
import * as experience from './decide-experience.ts'
import { approveMeasure, dropMeasure, prepareMeasure, returnMeasure } from './decide-measure.ts'
import { recheckTitle, recordPlaque, recordTitleMeeting } from './record-after-naming.ts'
import { readExperience } from './show-experience.ts'
import { readTitle } from './show-title.ts'
import type { TitleDeps } from './title-deps.ts'

/** Which use case answers what is asked about titles after their naming. */
export const titleUses = (deps: TitleDeps): UseCases<typeof titleEndpoints> => ({
  readTitle: readTitle(deps),
  prepareMeasure: prepareMeasure(deps),
  approveMeasure: approveMeasure(deps),
  returnMeasure: returnMeasure(deps),
  dropMeasure: dropMeasure(deps),
  recordTitleMeeting: recordTitleMeeting(deps),
  recheckTitle: recheckTitle(deps),
  recordPlaque: recordPlaque(deps),
  readExperience: readExperience(deps),
  draftExperience: experience.draftExperience(deps),
  consentToExperience: experience.consentToExperience(deps),
  declineExperience: experience.declineExperience(deps),
  proposeExperience: experience.proposeExperience(deps),
  returnExperience: experience.returnExperience(deps),
  publishExperience: experience.publishExperience(deps),
  returnExperienceProposal: experience.returnExperienceProposal(deps),
  withdrawExperience: experience.withdrawExperience(deps),
  takeExperienceDown: experience.takeExperienceDown(deps),
})
