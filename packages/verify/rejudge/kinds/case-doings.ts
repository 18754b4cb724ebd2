/** What is read back of a case's event to judge it: who asked for it, and what they had seen. */
import { type Case, seenIn } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import type { Asked, Deciding } from '#case/standing.ts'
import type { Command } from '#procedure/commands.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { assessingEntry } from '#procedure/ways.ts'
import type { callsAt } from '../calls.ts'
import type { About } from '../judging.ts'

export type AboutCase = About<CaseEvent, Case>
export type Call = ReturnType<typeof callsAt>[number]
export type Doing = { readonly command: Command; readonly decide: Deciding }
export type Of<Type extends CaseEvent['type']> = (
  event: EventOf<Type>,
  about: AboutCase,
  call: Call,
) => readonly Doing[]

export const asked = ({ by, at, ...event }: { by: string; at: string; byOffice?: true | undefined }): Asked => ({
  ...{ by, received: at },
  ...(event.byOffice && { byOffice: true }),
})
/** What somebody must have seen to do it: what stood there. */
export const seen = (state: Case, event: { readonly type: string } | undefined): string =>
  event ? seenIn(state, event) : ''
export const replacing = (state: Case, event: { readonly type: string } | undefined) =>
  event && { replaces: seenIn(state, event) }

export const isAssessed = ({ standard }: Call, procedure: Procedure, form: string): boolean =>
  standard !== undefined && assessingEntry(procedure)?.form === form
