import type { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { ConsultationDeps } from './consultation-deps.ts'
import {
  chaseOrgan,
  correctReply,
  enterReply,
  readConsultations,
  sendConsultation,
  withdrawConsultation,
  withdrawReply,
} from './consultations.ts'

/** Which use case answers what is asked about a batch's consultation. */
export const consultationUses = (deps: ConsultationDeps): UseCases<typeof consultationEndpoints> => ({
  readConsultations: readConsultations(deps),
  sendConsultation: sendConsultation(deps),
  chaseOrgan: chaseOrgan(deps),
  enterReply: enterReply(deps),
  correctReply: correctReply(deps),
  withdrawReply: withdrawReply(deps),
  withdrawConsultation: withdrawConsultation(deps),
})
