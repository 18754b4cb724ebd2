/** Every paper that a county may have a form of its own for. */
import { CALL } from './forms/call.ts'
import { CERTIFICATE } from './forms/certificate.ts'
import { DECISION } from './forms/decision.ts'
import { DELIVERY } from './forms/delivery.ts'
import { LETTER } from './forms/letter.ts'
import { MINUTES } from './forms/minutes.ts'
import { NOTICE } from './forms/notice.ts'
import { OBJECTION_ADMITTED, OBJECTION_ANSWER, OBJECTION_DECLINED } from './forms/objection.ts'
import { REVOCATION } from './forms/revocation.ts'
import { SUBMISSION } from './forms/submission.ts'
import type { PaperForm } from './paper-form.ts'
import type { PaperName } from './paper-values.ts'

export const PAPER_FORMS: Readonly<Record<PaperName, PaperForm>> = {
  call: CALL,
  notice: NOTICE,
  submission: SUBMISSION,
  minutes: MINUTES,
  decision: DECISION,
  letter: LETTER,
  certificate: CERTIFICATE,
  revocation: REVOCATION,
  'objection-admitted': OBJECTION_ADMITTED,
  'objection-declined': OBJECTION_DECLINED,
  'objection-answer': OBJECTION_ANSWER,
  delivery: DELIVERY,
}
