/** Visits of a case to an inquiry, of which it may pay several. */
import type { Case } from '#case/case.ts'
import type { ActReference, CaseEvent } from '#case/case-events.ts'
import { stepOf } from '#procedure/procedure.ts'

/** One visit of a case to an inquiry. `by`: the decision that led it there. */
export type InquiryVisit = {
  readonly step: string
  readonly visit: number
  readonly by?: {
    readonly at: string
    readonly step: string
    readonly outcome: string
    readonly act?: ActReference | undefined
    /** Those whose finding led it there; not of a line of an older version. */
    readonly objections?: readonly string[] | undefined
  }
}

/** Every visit of the case to an inquiry, in order, the one that it pays now last: an arrival counts one more. */
export const inquiriesIn = (
  events: readonly CaseEvent[],
  { procedure }: Pick<Case, 'procedure'>,
): readonly InquiryVisit[] =>
  events.flatMap((event) => {
    if ((event.type !== 'decided' && event.type !== 'corrected') || !stepOf(procedure, event.to, 'inquiry')) return []
    const { at, step, outcome, to, visit } = event
    const led = event.type === 'decided' ? { act: event.act, objections: event.objections } : {}
    return [{ step: to, visit: visit + 1, by: { at, step, outcome, ...led } }]
  })
