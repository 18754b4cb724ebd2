/**
 * Why a decision was not taken. Each code has one HTTP status in `packages/edge`.
 * - `forbidden`: this person may never do that here.
 * - `late`: received at or after the first late instant.
 * - `early`: the time for it has not come.
 * - `elsewhere`: the case, notice or batch no longer stands where the command belongs.
 * - `incomplete`: the content is not acceptable; `fields` says why, each field at once.
 * - `conflict`: another rule of the procedure stands in the way (quota, an open objection, a doubled line).
 * - `unknown`: what was named does not exist.
 */
export type RefusalCode = 'forbidden' | 'late' | 'early' | 'elsewhere' | 'incomplete' | 'conflict' | 'unknown'

/** A decider's "no", in a sentence for the person who asked: what was wrong, what was received, what to do. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: RefusalCode
  /** Field name → sentence, when the refusal is about several fields. */
  readonly fields: Readonly<Record<string, string>>

  constructor(code: RefusalCode, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.fields = fields
  }
}
