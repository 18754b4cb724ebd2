/** What the acts that a case cites ask of it: as the followers of those acts do. */
import { datesOf } from '#batch/batch.ts'
import { applyLine } from '#case/apply-line.ts'
import type { Case } from '#case/case.ts'
import type { ActReference } from '#case/case-events.ts'
import { hold, settleHold } from '#case/hold.ts'
import type { Line } from '#case/list-act.ts'
import { cancelCase, reschedule } from '#case/reschedule.ts'
import type { Asked, Deciding } from '#case/standing.ts'
import { Refused } from '#ledger/refused.ts'
import { listInNotice } from '#steps/notice/list-in-notice.ts'
import type { ObjectionResult } from '#steps/notice/notice-events.ts'
import { takeCorrectedLine } from '#steps/resolution/correct-line.ts'
import type { LineCorrected } from '#steps/resolution/resolution.ts'
import type { Elsewhere } from '../elsewhere.ts'

type Naming = { readonly act: ActReference; readonly batch: string; readonly unit: string }
/** `about`: tells apart what one commit asks of one case more than once. */
type Asking = { readonly decide: Deciding; readonly by: string; readonly about?: string }
type DecidedLine = Line & { readonly rank?: number | undefined; readonly objections?: readonly string[] | undefined }
type Lines = { readonly step: string; readonly by: string; readonly at: string; readonly lines: readonly DecidedLine[] }

/** @returns what that commit of the act's stream asks of the case, and who asks it */
export function askedByAct(elsewhere: Elsewhere, naming: Naming): readonly Asking[] {
  const { act, batch } = naming
  const [kind, ofBatch] = act.stream.split('/')
  if (ofBatch !== batch) return []
  switch (kind) {
    case 'batch':
      return byBatch(elsewhere, naming)
    case 'resolution':
      return eventsOf(elsewhere.resolutions.commits(act.stream), act).flatMap((event) =>
        event.type === 'resolved'
          ? lineOf(event, naming)
          : event.type === 'lineCorrected' && event.case === naming.unit
            ? [correctedLine(event, act)]
            : [],
      )
    case 'decision':
      return eventsOf(elsewhere.announcements.commits(act.stream), act).flatMap((event) =>
        event.type === 'published' ? lineOf(event, naming) : [],
      )
    case 'panel':
      return byPanel(elsewhere, naming)
    case 'notice':
      return byNotice(elsewhere, naming)
    default:
      return []
  }
}

const eventsOf = <Event>(commits: readonly { readonly events: readonly Event[] }[], { number }: ActReference) =>
  commits[number - 1]?.events ?? []

function lineOf({ step, by, at, lines }: Lines, { act, unit }: Naming): Asking[] {
  return lines.flatMap(({ case: name, outcome, reason, rank, objections }) =>
    name === unit
      ? [
          {
            by,
            decide: applyLine(
              { step, outcome, act, rank, objections, ...(reason !== undefined && { reason }) },
              { by, received: at },
            ),
          },
        ]
      : [],
  )
}

export const correctedLine = (
  { by, at, drafted }: Pick<LineCorrected, 'by' | 'at' | 'drafted'>,
  act: ActReference,
): Asking => ({
  by,
  decide: takeCorrectedLine(act.stream.split('/')[2] ?? '', { drafted, act }, { by, received: at }),
})

function byBatch({ batches }: Elsewhere, { act }: Naming): Asking[] {
  return eventsOf(batches.commits(act.stream), act).flatMap((event): Asking[] => {
    const asked: Asked = { by: event.by, received: event.at }
    if (event.type === 'batchCancelled')
      return [{ by: event.by, decide: cancelCase({ act, reason: event.reason }, asked) }]
    if (event.type !== 'amended') return []
    const to = Object.fromEntries(Object.entries(event.dates).map(([step, one]) => [step, one.to]))
    return [{ by: event.by, decide: reschedule({ act, dates: datesOf({ dates: to }) }, asked) }]
  })
}

function byPanel({ panels }: Elsewhere, naming: Naming): Asking[] {
  const { act, unit } = naming
  const [, , of, visit] = act.stream.split('/')
  const onVisit =
    (decide: Deciding): Deciding =>
    (state: Case) => {
      if (of !== unit || String(state.visit) !== visit) throw new Refused('elsewhere', '考核结果不是这一次考核的')
      return decide(state)
    }
  return eventsOf(panels.commits(act.stream), act).flatMap((event) =>
    event.type === 'settled'
      ? lineOf({ ...event, lines: [{ ...event, case: unit }] }, naming).map(({ by, decide }) => ({
          by,
          decide: onVisit(decide),
        }))
      : [],
  )
}

/** What a finding means for a case that it holds. */
const MEANS = {
  upheld: 'objection',
  reassess: 'reassessment',
  notUpheld: 'released',
  notAdmitted: 'released',
} as const satisfies Record<ObjectionResult, Parameters<typeof settleHold>[0]['result']>

function byNotice({ notices }: Elsewhere, naming: Naming): Asking[] {
  const { act, unit } = naming
  const commits = notices.commits(act.stream)
  const { published, objections } = notices.before(act.stream, commits.length + 1)
  if (!published) return []
  const { step, period, cases } = published
  const asked = commits[act.number - 1]?.by ?? ''
  return eventsOf(commits, act).flatMap((event): Asking[] => {
    switch (event.type) {
      case 'published': {
        const decide = listInNotice({ step, act, lateFrom: period.lateFrom }, event.at)
        return cases.includes(unit) ? [{ by: event.by, decide }] : []
      }
      case 'closed':
      case 'lined':
        return lineOf({ ...event, step }, naming)
      case 'objectionReceived': {
        const { about, objection, by, at } = event
        const decide = hold({ act, objection }, { by, received: at })
        return about === unit ? [{ by, decide, about: objection }] : []
      }
      case 'objectionSettled': {
        const { objection, result, at } = event
        const decide = settleHold({ act, objection, result: MEANS[result] }, { by: asked, received: at })
        return objections[objection]?.about === unit ? [{ by: asked, decide, about: objection }] : []
      }
      default:
        return []
    }
  })
}
