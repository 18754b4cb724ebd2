/** What a case's last inquiry has found, and what was found of it before. */

import type { Case } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import type { CasePage, InquiriesPage } from '#contracts/case-page.ts'
import { ownersOnCase } from '#evidence/file-owner.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { exitBy, outcomeTitle, type Procedure, stepOf } from '#procedure/procedure.ts'
import type { Known } from '#rows/known.ts'
import { type Panel, panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { type InquiryVisit, inquiriesIn } from '#steps/inquiry/visits.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { reassessing } from '#steps/notice/notice-lines.ts'
import { settledNow } from '../case/findings.ts'
import type { Looked } from '../case/look-at-case.ts'
import { hasDossier } from '../form/self-assessment.ts'
import type { CaseCall } from '../intake-deps.ts'
import { fileReferences } from '../kept-evidence.ts'
import type { Naming } from '../name-people.ts'

type Inquiry = NonNullable<CasePage['inquiry']>
/** `me`: who reads; what another has noted by a method that goes on they do not read yet, nor what a record has taken in with it. */
type Visited = InquiryVisit & { readonly panel: Panel; readonly me?: string }

/** Of what was assessed last, or is being assessed. */
export async function showInquiry(
  ledger: Ledger,
  call: Pick<CaseCall, 'params' | 'caller'>,
  events: readonly CaseEvent[],
  looked: Looked,
  naming: Naming,
): Promise<CasePage['inquiry']> {
  const { unit } = call.params
  const { state } = looked.read
  const { panel } = looked
  const visits = inquiriesIn(events, state)
  const last = visits.at(-1)
  if (!panel || !last) return undefined
  const more = isAgain(state.procedure, last.by) || (await isRecorded(ledger, state, visits.slice(0, -1)))
  // A correction or a veto may have led the case away before anything was recorded; single indicators may have been noted.
  if (panel.state.records.length === 0 && state.step !== last.step)
    return more || hasDossier(call, looked) ? { methods: [], more } : undefined
  const shown = { ...last, panel: panel.state, me: call.caller.person }
  return { ...(await showVisit(ledger, unit, shown, looked, naming)), more }
}

/** Whether anything was recorded on one of these visits, which a correction may have ended before. */
async function isRecorded(ledger: Ledger, { batch, unit }: Case, visits: readonly InquiryVisit[]): Promise<boolean> {
  for (const { visit } of visits.toReversed())
    if ((await readStream(ledger, panelKind, panelStream(batch, unit, visit))).state.records.length > 0) return true
  return false
}

/** Every visit before the last one on which anything was recorded, and what led to each and to the last one. */
export async function showEarlier(
  ledger: Ledger,
  unit: string,
  events: readonly CaseEvent[],
  looked: Looked,
  naming: Naming,
): Promise<InquiriesPage> {
  const { state } = looked.read
  const { procedure } = state
  const visits = inquiriesIn(events, state)
  const [again, ...earlier] = await Promise.all([
    whyAgain(ledger, unit, procedure, visits.at(-1)?.by, looked.known),
    ...(looked.earlier ?? [])
      .filter(({ read }) => read.state.records.length > 0)
      .map(async ({ read, ...visit }) => {
        const led = await whyAgain(ledger, unit, procedure, visit.by, looked.known)
        const shown = await showVisit(ledger, unit, { ...visit, panel: read.state }, looked, naming)
        return { visit: visit.visit, ...shown, ...(led && { again: led }) }
      }),
  ])
  return { ...(again && { again }), earlier: earlier.toReversed() }
}

async function showVisit(
  ledger: Ledger,
  unit: string,
  { step, visit, panel: { records, ended, settled }, me }: Visited,
  { read: { state }, known }: Looked,
  { who, name }: Naming,
): Promise<Omit<Inquiry, 'more'>> {
  const { procedure } = state
  return {
    ...(settled && {
      result: {
        at: settled.at,
        by: who(settled.by, settled.at),
        outcomeTitle: outcomeTitle(procedure, step, settled.outcome),
        reason: settled.reason,
      },
    }),
    methods: await Promise.all(
      Object.entries(stepOf(procedure, step, 'inquiry')?.methods ?? {}).map(async ([id, { title }]) => ({
        name: id,
        title,
        ended: ended.includes(id),
        records: await Promise.all(
          records
            .filter(({ method }) => method === id)
            .map(async ({ at, by, on, place, findings, files: all, people, sheet }) => {
              const isRead = me === by || state.visit !== visit || ended.includes(id) || !sheet?.items
              const files = isRead ? all : []
              return {
                ...{ at, by: who(by, at), on, place, findings },
                people: people?.map((one) => name(one)),
                items: sheet?.items,
                files: await fileReferences(ledger, ownersOnCase(unit), files, known),
                later: all.length - files.length || undefined,
              }
            }),
        ),
      })),
    ),
  }
}

/** Whether an objection led the unit there once more, and it did not come in the course of things. */
function isAgain(procedure: Procedure, by: InquiryVisit['by']): boolean {
  if (!by?.act) return false
  const found = stepOf(procedure, by.step, 'notice')?.reassess
  return by.outcome === found || by.outcome === exitBy(procedure, 'reassessment')
}

/** What was found of the objections for which the unit is assessed once more. */
async function whyAgain(
  ledger: Ledger,
  unit: string,
  procedure: Procedure,
  by: InquiryVisit['by'],
  known: Known,
): Promise<InquiriesPage['again']> {
  if (!by?.act || !isAgain(procedure, by)) return undefined
  // Lines of an older version name no objections; then the notice tells.
  const objections = by.objections ?? reassessing((await readStream(ledger, noticeKind, by.act.stream)).state, unit)
  const findings = await Promise.all(
    objections.map(async (objection) => {
      const { reason = '' } = await settledNow(ledger, objection, known)
      return { objection, reason }
    }),
  )
  return { at: by.at, findings }
}
