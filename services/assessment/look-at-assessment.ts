/** What every request about an assessment asks first: which visit, who may see it, and why somebody records nothing now. */
import { saidCancelled } from '#batch/approve-change.ts'
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { mustBeAsSeen } from '#case/as-seen.ts'
import type { Case } from '#case/case.ts'
import { assessmentHandedIn } from '#case/handed-in.ts'
import type { Result } from '#dossier/answer.ts'
import { manifest } from '#dossier/manifest.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import { mustGoOnBy, type Panel, type PanelEvent, panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { type Noted, type Sheet, sheetKind } from '#steps/inquiry/sheet.ts'
import { sheetStream } from '#steps/inquiry/sheet-stream.ts'
import { type InquiryVisit, inquiriesIn } from '#steps/inquiry/visits.ts'
import { isTheirs, readCaseOf } from '#steps/submitted-to.ts'
import type { AssessmentCall, AssessmentDeps } from './assessment-deps.ts'

export type LookedAtAssessment = {
  readonly terms: StandingCall
  readonly state: Case
  readonly unit: string
  readonly step: string
  readonly visit: number
  readonly inquiry: StepOf<'inquiry'>
  readonly panel: Read<PanelEvent, Panel>
  readonly known: Known
  /** What the unit says of each indicator; undefined where it was asked for none. */
  readonly items: ReadonlyMap<string, Result> | undefined
  /** This caller's own, by method: as they stood, and as a note has left one. */
  readonly sheets: ReadonlyMap<string, Read<Noted, Sheet>>
  /** Every visit to an assessment, the last one last. */
  readonly visits: readonly InquiryVisit[]
  /** This caller is one of those who record it. */
  readonly scores: boolean
  /** Nobody records anything any more. */
  readonly over: boolean
  /** Why this caller records nothing now; undefined where they do. */
  readonly why: string | undefined
}

/** Of the last visit. @param only by which method the caller's own sheet is read; else by each @throws Refused for whoever may not see it, and where the case was never assessed */
export async function lookAtAssessment(
  { ledger, rows, contents }: Omit<AssessmentDeps, 'persons'>,
  call: AssessmentCall,
  only?: string,
): Promise<LookedAtAssessment> {
  const { batch, unit } = call.params
  const [read, known] = await Promise.all([
    readCaseOf(ledger, batch, unit),
    rows.many([batchStream(batch), unitStream(unit), personStream(call.caller.person)]),
  ])
  const { state } = read
  const events = read.commits.flatMap((commit) => commit.events)
  if (!(await isTheirs(ledger, 'read-assessment', call.caller.holdings, read, unit)))
    throw new Refused('forbidden', '这件申报件没有交您考核，不能查看考核情况；交付考核之后再查看。')
  const visits = inquiriesIn(events, state)
  const last = visits.at(-1)
  const inquiry = last && stepOf(state.procedure, last.step, 'inquiry')
  if (!last || !inquiry) throw new Refused('unknown', '本件还没有交付考核；请从申报件页面查看办理环节。')
  const { step, visit } = last
  const handed = assessmentHandedIn(events)
  const [terms, panel, pinned, sheets] = await Promise.all([
    readTerms(ledger, batch, known),
    readStream(ledger, panelKind, panelStream(batch, unit, visit)),
    handed && contents.get(handed.manifest).then((one) => manifest.parse(one)),
    Promise.all(
      (only === undefined ? Object.keys(inquiry.methods) : [only]).map(
        async (method) =>
          [method, await readSheet({ ledger }, call.params, visit, method, call.caller.person)] as const,
      ),
    ),
  ])
  const looked = { terms, state, step, visit, inquiry, panel, known }
  const over = whyOver(looked)
  const scores = isTheirsToRecord(call, looked)
  return {
    ...{ ...looked, visits, scores, over: over !== undefined },
    unit: knownAs(known, 'unit', unitStream(unit))?.name ?? unit,
    sheets: new Map(sheets),
    items: pinned && new Map(pinned.pins.map(({ item, result }) => [item, result])),
    why: over ?? (scores ? undefined : '考核情况由考核组成员记录，您可以查看。'),
  }
}

type Standing = Pick<LookedAtAssessment, 'terms' | 'state' | 'step' | 'visit' | 'inquiry' | 'panel'>

/** Why nobody records anything any more; undefined where somebody does. */
function whyOver({ terms, state, step, visit, inquiry, panel }: Standing): string | undefined {
  if (terms.cancelled) return `${saidCancelled(terms.cancelled)}，不能再办理。`
  if (state.step !== step || state.visit !== visit)
    return `“${inquiry.title}”已经结束，本件现处“${titleOf(state.procedure, state.step)}”；以下供查看。`
  return panel.state.settled ? '考核结果已经确定，以下供查看。' : undefined
}

const isTheirsToRecord = (
  { caller: { holdings }, params: { unit } }: AssessmentCall,
  { state: { procedure }, step }: Standing,
): boolean => permissionFor('note-indicator', holdings, { unit, procedure, step }) !== undefined

/** @throws Refused where this caller records nothing by that method now, or another visit was seen */
export function mustRecord({ why, inquiry, panel, state }: LookedAtAssessment, method: string, visit: number): void {
  if (why) throw new Refused('elsewhere', why)
  mustBeAsSeen(state, visit)
  mustGoOnBy(inquiry, panel.state, method)
}

/** What somebody has noted by one method. */
export const readSheet = (
  { ledger }: Pick<AssessmentDeps, 'ledger'>,
  { batch, unit }: AssessmentCall['params'],
  visit: number,
  method: string,
  scorer: string,
): Promise<Read<Noted, Sheet>> => readStream(ledger, sheetKind, sheetStream(batch, unit, visit, method, scorer))
