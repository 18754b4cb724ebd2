import type { correctionEndpoints } from '#contracts/intake/correction-endpoints.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { draftCorrection, returnCorrection, signCorrection } from './judgement/correct.ts'

/** Which use case corrects a decision on one case. */
export const correctionUses = (deps: IntakeDeps): UseCases<typeof correctionEndpoints> => ({
  draftCorrection: draftCorrection(deps),
  returnCorrection: returnCorrection(deps),
  signCorrection: signCorrection(deps),
})
