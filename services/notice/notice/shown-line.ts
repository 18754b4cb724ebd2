/** What the office's page of a notice says of one unit: what it came to, or what its case still waits for. */
import { whyWaiting } from '#case/apply-line.ts'
import { caseStream } from '#case/case.ts'
import type { NoticePage } from '#contracts/notice.ts'
import { OBJECTIONS_SETTLED, outcomeTitle, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { noticeStream } from '#steps/notice/notice.ts'
import type { Notice } from '#steps/notice/notice-events.ts'
import { waitingLines } from '#steps/notice/notice-lines.ts'
import { OBJECTION_STATUS, type Objection } from '#steps/notice/objection.ts'
import { standingOf } from '../objection/standing-of.ts'
import { endOf, isAfterEnd, saidAfterEnd } from './after-end.ts'
import type { NoticeStep } from './notice-step.ts'
import type { FoundNotice } from './read-notices.ts'

type Line = Omit<NoticePage['lines'][number], 'unit' | 'name'>
type About = Pick<FoundNotice, 'n' | 'notice' | 'shown'>
/**
 * `decided`: objections that were decided a moment ago, of which the notice itself may not know yet; `reads`: whether
 * whoever looks may read the unit's, and so know their numbers.
 */
type Looked = About & { readonly decided?: ReadonlyMap<string, Objection> | undefined; readonly reads: boolean }

/**
 * What is pending of a case that has not taken its line: a line that it was given is set aside as long as that is so,
 * a moment after it was given. Of what is not published yet also that the case has gone elsewhere. Undefined where
 * nothing is, or the case has gone on.
 */
function pendingOf(about: About, unit: string, known: Known): string | undefined {
  const { batch, step } = about.shown
  const row = knownAs(known, 'case', caseStream(batch, unit))
  if (!row) return undefined
  if (row.step !== step)
    return about.notice.published ? undefined : `现处“${titleOf(procedureOf(row.procedure), row.step)}”`
  return hasTaken(about, unit, known) ? undefined : whyWaiting(row)
}

/** Whether the case has taken a line of the notice, as far as its row knows. */
function hasTaken({ n, shown: { batch } }: About, unit: string, known: Known): boolean {
  const stream = noticeStream(batch, n)
  const row = knownAs(known, 'case', caseStream(batch, unit))
  return row?.taken?.some((act) => act.stream === stream) ?? false
}

/** Of a closed notice the units that wait: `pending` says why one cannot take its line on another closing now. */
export const waitingUnits = (
  about: About,
  known: Known,
): readonly { readonly unit: string; readonly pending: string | undefined }[] =>
  waitingLines(about.notice).map((unit) => ({ unit, pending: pendingOf(about, unit, known) }))

export function shownLine(about: Looked, unit: string, { procedure, name, value }: NoticeStep, known: Known): Line {
  const { notice, shown } = about
  const end = endOf(known, shown.batch, unit)
  const { line: given, aside, open } = standingOf(notice, unit)
  const pending = (!notice.published || !end) && !aside?.final ? pendingOf(about, unit, known) : undefined
  // A case that ended otherwise never takes a line that was given after that.
  const line = pending || (end && !hasTaken(about, unit, known)) ? undefined : given
  const waiting = notice.closed && !aside?.final && !end ? whatFor(about, line !== undefined, open, pending) : undefined
  const waits = waiting && (beingSettled(about, open) ?? waiting)
  const finding = line?.outcome === value.clear ? findingOf(notice, unit) : undefined
  const objected = Object.values(notice.objections).some(({ about }) => about === unit)
  const lineTitle = (outcome: string) => {
    if (outcome !== value.clear || !objected) return outcomeTitle(procedure, name, outcome)
    if (open.length > 0 && end) return '公示期满，异议另行答复'
    return open.length > 0 ? '公示期满，异议尚未办结' : OBJECTIONS_SETTLED
  }
  const ended = end && isAfterEnd(notice, unit, end.since) ? saidAfterEnd(procedure, end.step) : undefined
  return {
    ...(line && { outcome: line.outcome, outcomeTitle: lineTitle(line.outcome) }),
    // That a line given after the end was set aside is no news: nothing follows from what was found.
    ...(aside?.final && !ended && { setAside: aside.reason }),
    ...(pending && { pending }),
    ...(waits && { waits }),
    ...(waits && open.length === 0 && !pending && { takes: true }),
    ...(finding && { finding }),
    ...(ended && { ended }),
  }
}

/** Where all that is open was settled a moment ago, the line follows by itself. */
function beingSettled({ decided, reads }: Looked, open: readonly string[]): string | undefined {
  const isSettled = (objection: string) => {
    const status = decided?.get(objection)?.status ?? 'unknown'
    return status !== 'unknown' && status !== 'received' && status !== 'admitted'
  }
  return open.length > 0 && open.every(isSettled) ? `异议${numbersOf(open, reads)}已办结，正在登记结果。` : undefined
}

/** The gravest finding about the unit; that nobody objected is said only where nobody did. */
function findingOf({ objections }: Notice, unit: string): string | undefined {
  const found = Object.values(objections).flatMap(({ about, result }) => (about === unit && result ? [result] : []))
  const gravest = (['upheld', 'reassess', 'notUpheld', 'notAdmitted'] as const).find((one) => found.includes(one))
  return gravest && OBJECTION_STATUS[gravest === 'notAdmitted' ? 'declined' : gravest]
}

/** Which ones, for whoever handles them. */
const numbersOf = (open: readonly string[], reads: boolean): string => (reads ? `（${open.join('、')}）` : '')

function whatFor(
  { reads }: Looked,
  hasLine: boolean,
  open: readonly string[],
  pending: string | undefined,
): string | undefined {
  if (open.length > 0)
    return hasLine
      ? `期内异议${numbersOf(open, reads)}还没有办结，办结前本件暂缓办理。`
      : `异议${numbersOf(open, reads)}还没有办结，办结后给出公示结果。`
  if (pending) return pending
  return hasLine ? undefined : '此前的原因已经消除，可以办理。'
}
