/** What a case's inquiries have found, of its last visit and of those before. */
import type { CaseEvent } from '#case/case-events.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { exitBy, outcomeTitle, type Procedure, stepOf } from '#procedure/procedure.ts'
import type { Panel } from '#steps/inquiry/panel.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { reassessing } from '#steps/notice/notice-lines.ts'
import { objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { type InquiryVisit, inquiriesIn, type Looked } from '../case/look-at-case.ts'
import { fileReferences, ownersOf } from '../kept-evidence.ts'
import type { Naming } from '../name-people.ts'

type Inquiry = NonNullable<CasePage['inquiry']>
type Shown = Omit<Inquiry, 'earlier'>
type Visited = InquiryVisit & { readonly panel: Panel }

/** Of what was assessed last, or is being assessed, and read only of every earlier visit on which anything was recorded. */
export async function showInquiry(
  ledger: Ledger,
  unit: string,
  events: readonly CaseEvent[],
  looked: Looked,
  naming: Naming,
): Promise<CasePage['inquiry']> {
  const { state } = looked.read
  const { panel, earlier = [] } = looked
  const last = inquiriesIn(events, state).at(-1)
  if (!panel || !last) return undefined
  const all = [
    ...earlier.map(({ read, ...visit }) => ({ ...visit, panel: read.state })),
    { ...last, panel: panel.state },
  ]
  // A correction may have led the case away before anything was found.
  const worth = all.filter(
    (one) => one.panel.records.length > 0 || (one.visit === last.visit && state.step === one.step),
  )
  const shown = await Promise.all(
    worth.map(async (one) => ({ visit: one.visit, ...(await showVisit(ledger, unit, one, looked, naming)) })),
  )
  const { visit: _last, ...now } = shown.at(-1) ?? { visit: 0, methods: [] }
  return shown.length > 0 ? { ...now, earlier: shown.slice(0, -1).toReversed() } : undefined
}

async function showVisit(
  ledger: Ledger,
  unit: string,
  { step, by, panel: { records, ended, settled } }: Visited,
  { read: { state }, known }: Looked,
  { who }: Naming,
): Promise<Shown> {
  const { procedure } = state
  const again = by && (await whyAgain(ledger, unit, procedure, by))
  return {
    ...(again && { again }),
    ...(settled && {
      result: {
        at: settled.at,
        by: who(settled.by, settled.at),
        outcomeTitle: outcomeTitle(procedure, step, settled.outcome),
        reason: settled.reason,
      },
    }),
    methods: await Promise.all(
      Object.entries(stepOf(procedure, step, 'inquiry')?.methods ?? {}).map(async ([name, title]) => ({
        name,
        title,
        ended: ended.includes(name),
        records: await Promise.all(
          records
            .filter(({ method }) => method === name)
            .map(async ({ at, by: recorder, on, place, findings, files }) => ({
              at,
              by: who(recorder, at),
              on,
              ...(place && { place }),
              findings,
              files: await fileReferences(ledger, ownersOf(unit), files, known),
            })),
        ),
      })),
    ),
  }
}

/** What was found of the objections for which the unit is assessed once more; undefined where it came in the course of things. */
async function whyAgain(
  ledger: Ledger,
  unit: string,
  procedure: Procedure,
  { at, step, outcome, act }: NonNullable<InquiryVisit['by']>,
): Promise<Shown['again']> {
  const found = stepOf(procedure, step, 'notice')?.reassess
  if (!act || (outcome !== found && outcome !== exitBy(procedure, 'reassessment'))) return undefined
  const notice = (await readStream(ledger, noticeKind, act.stream)).state
  const findings = await Promise.all(
    reassessing(notice, unit).map(async (objection) => {
      const { reason } = (await readStream(ledger, objectionKind, objectionStream(objection))).state
      return { objection, reason: reason ?? '' }
    }),
  )
  return { at, findings }
}
