import { correctionBody, returnCorrectionBody, signDraftBody } from '../case-forms.ts'
import type { Endpoints } from '../endpoint.ts'
import { aStep, post } from './case-endpoints.ts'

/** What corrects a decision on one case, a judgement's or a meeting's: `corrections-api` answers. */
export const correctionEndpoints = {
  draftCorrection: post(`${aStep}/correction`, 'draft-correction', correctionBody),
  returnCorrection: post(`${aStep}/correction/return`, 'return-correction', returnCorrectionBody),
  signCorrection: post(`${aStep}/correction/sign`, 'sign-correction', signDraftBody),
} as const satisfies Endpoints
