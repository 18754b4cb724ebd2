/** What was found of objections that led a case out of its notice, or that held it later. */
import type { CaseEvent } from '#case/case-events.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { OBJECTION_STATUS, type Objection, objectionKind, objectionStream } from '#steps/notice/objection.ts'

export type Finding = { readonly title: string; readonly reason: string }

/** Objections of whose end the events tell. Of others the unit learns nothing: what they came to changed nothing for it. */
export const objectionsIn = (events: readonly CaseEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.type === 'released') return [event.objection]
    return event.type === 'decided' ? (event.objections ?? []) : []
  })

/** What an objection has come to. A row that gives the reason is final; else the ledger tells. */
export async function settledNow(
  ledger: Ledger,
  objection: string,
  known: Known,
): Promise<{ readonly status: Objection['status']; readonly reason?: string | undefined }> {
  const stream = objectionStream(objection)
  const row = knownAs(known, 'objection', stream)
  return row?.reason ? row : (await readStream(ledger, objectionKind, stream)).state
}

/** The office's finding or why it declined, never what the objection says. */
export async function findingsOf(ledger: Ledger, event: CaseEvent, known: Known): Promise<Finding[]> {
  const all = await Promise.all(
    objectionsIn([event]).map(async (objection) => {
      const { status, reason } = await settledNow(ledger, objection, known)
      return reason ? [{ title: OBJECTION_STATUS[status], reason }] : []
    }),
  )
  return all.flat()
}
