/**
 * Supervision 监督检查 of one unit: visits of the office with what was found, and how each finding was mended. It never
 * decides the case. Stream `inspection/<batch>/<unit>`.
 */
import { z } from 'zod/mini'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { said, saidDay } from '#calendar/said.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const text = z.string().check(z.minLength(1), z.maxLength(2000))
const day = z.iso.date()
const head = { v: z.literal(1), at: z.iso.datetime({ precision: 3 }), by: z.string() }
/** Which finding of which visit, both counted from 1. */
const which = { n: z.int(), item: z.int() }

const visited = z.object({
  type: z.literal('visited'),
  ...head,
  step: z.string(),
  on: day,
  place: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Ids of people of the roster. */
  visitors: z.array(z.string()).check(z.minLength(1)),
  /** What was looked at. */
  text,
  files: z.array(keptUse),
  /** `lastDay`: until when it is to be mended. */
  findings: z.array(z.object({ text, lastDay: day })),
})
const findingAnswered = z.object({
  type: z.literal('findingAnswered'),
  ...head,
  ...which,
  text,
  files: z.array(keptUse),
  late: z.boolean(),
})
/** `lastDay`: of one that was sent back, until when it is to be mended now. */
const findingSettled = z.object({
  type: z.literal('findingSettled'),
  ...head,
  ...which,
  outcome: z.enum(['mended', 'back']),
  reason: z.optional(text),
  lastDay: z.optional(day),
})
export const inspectionEvent = z.discriminatedUnion('type', [visited, findingAnswered, findingSettled])
export type InspectionEvent = z.infer<typeof inspectionEvent>
export type Visited = z.infer<typeof visited>
type Answered = z.infer<typeof findingAnswered>
type Settled = z.infer<typeof findingSettled>

export type Finding = {
  readonly text: string
  readonly lastDay: string
  /** In order; each but the last was sent back. */
  readonly answers: readonly (Answered & { readonly settled?: Settled })[]
  readonly mended: boolean
}
export type Inspection = { readonly visits: readonly (Visited & { readonly standing: readonly Finding[] })[] }

export const inspectionStream = (batch: string, unit: string): string => `inspection/${batch}/${unit}`

export const inspectionKind: Kind<InspectionEvent, Inspection> = {
  parse: (stored) => inspectionEvent.parse(stored),
  initial: { visits: [] },
  evolve: ({ visits }, event) => {
    if (event.type === 'visited') {
      const standing = event.findings.map((one) => ({ ...one, answers: [], mended: false }))
      return { visits: [...visits, { ...event, standing }] }
    }
    return {
      visits: visits.map((visit, i) =>
        i + 1 === event.n
          ? { ...visit, standing: visit.standing.map((one, j) => (j + 1 === event.item ? moved(one, event) : one)) }
          : visit,
      ),
    }
  },
}

function moved(finding: Finding, event: Answered | Settled): Finding {
  if (event.type === 'findingAnswered') return { ...finding, answers: [...finding.answers, event] }
  const answers = finding.answers.map((one, i) => (i + 1 === finding.answers.length ? { ...one, settled: event } : one))
  return {
    ...finding,
    answers,
    mended: event.outcome === 'mended',
    ...(event.lastDay && { lastDay: event.lastDay }),
  }
}

/** `owed` 待整改 · `late` 逾期未整改 · `answered` 待确认 · `mended` 已整改 */
export type FindingState = 'owed' | 'late' | 'answered' | 'mended'
export function findingState({ answers, mended, lastDay }: Finding, now: string): FindingState {
  if (mended) return 'mended'
  const last = answers.at(-1)
  if (last && !last.settled) return 'answered'
  return now >= firstLateInstant(lastDay) ? 'late' : 'owed'
}

/** Those that are not confirmed as mended; `answered`: since when an answer waits for the office. */
export const openFindings = ({ visits }: Inspection) =>
  visits.flatMap(({ standing }, i) =>
    standing.flatMap(({ answers, mended, lastDay }, j) => {
      const last = answers.at(-1)
      const waiting = last && !last.settled ? { answered: last.at } : {}
      return mended ? [] : [{ n: i + 1, item: j + 1, lateFrom: firstLateInstant(lastDay), ...waiting }]
    }),
  )

/** A title is held for two years at a time, and nothing is left to be mended for longer. */
const MOST_DAYS = 730
function whyNotDue(lastDay: string, today: string): string | undefined {
  if (lastDay < today) return '整改期限不能早于今天'
  const latest = addDays(today, MOST_DAYS)
  return lastDay > latest ? `整改期限不能晚于${saidDay(latest)}（两年以内）；请核对年份` : undefined
}
const dueWrong = (lastDay: string, today: string) => {
  const why = whyNotDue(lastDay, today)
  return why ? { lastDay: why } : {}
}

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<InspectionEvent, Inspection>
type Visit = Pick<Visited, 'step' | 'on' | 'place' | 'visitors' | 'text' | 'files' | 'findings'>

/** @param since the day on which the step began @param seen how many visits were before the officer */
export const recordVisit =
  (
    visit: Visit,
    { since, seen }: { readonly since: string; readonly seen: number },
    { by, received }: Asked,
  ): Deciding =>
  ({ visits }) => {
    const said = JSON.stringify(bare(visit))
    // Also when others were recorded since: the same words again are the same click, sent twice.
    if (visits.some((one) => one.by === by && JSON.stringify(bare(one)) === said)) return []
    if (visits.length !== seen) throw new Refused('conflict', '刚刚又登记了一次监督检查；请刷新，看过之后再登记。')
    const today = dateOf(received)
    const wrong = {
      ...(visit.on > today && { on: '检查日期不能晚于今天' }),
      ...(visit.on < since && { on: `本环节${saidDay(since)}开始，检查日期不能早于这一天` }),
      ...(new Set(visit.visitors).size < visit.visitors.length && { visitors: '同一名检查人员选了两次；请只留一次' }),
      ...Object.fromEntries(
        visit.findings.flatMap(({ lastDay }, i) => {
          const why = whyNotDue(lastDay, today)
          return why ? [[`findings.${i}.lastDay`, why]] : []
        }),
      ),
    }
    if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '监督检查没有登记，有内容需要修改。', wrong)
    return [{ type: 'visited', v: 1, at: received, by, ...bare(visit) }]
  }

const bare = ({ step, on, place, visitors, text: looked, files, findings }: Visit): Visit => ({
  ...{ step, on, place, visitors: [...visitors], text: looked, files: [...files] },
  findings: findings.map((one) => ({ text: one.text, lastDay: one.lastDay })),
})

type Which = { readonly n: number; readonly item: number }

/** The unit says how it has mended a finding; late is late, and is taken all the same. */
export const answerFinding =
  (
    { n, item, text: told, files }: Which & { readonly text: string; readonly files: readonly string[] },
    { by, received }: Asked,
  ): Deciding =>
  (inspection) => {
    const finding = findingOf(inspection, { n, item })
    const last = finding.answers.at(-1)
    if (last && !last.settled && last.text === told && last.files.join() === files.join()) return []
    if (finding.mended) throw new Refused('conflict', '这个问题已经确认整改；请刷新后查看。')
    if (last && !last.settled)
      throw new Refused('conflict', `${said(last.at)}已经报送整改情况，正待法制办确认；请刷新后查看。`)
    const late = received >= firstLateInstant(finding.lastDay)
    return [{ type: 'findingAnswered', v: 1, at: received, by, n, item, text: told, files: [...files], late }]
  }

type Settling = Which & Pick<Settled, 'outcome' | 'reason' | 'lastDay'> & { readonly seen: number }

/** @param settling `seen`: how many answers to it were before the officer */
export const settleFinding =
  ({ n, item, outcome, reason, lastDay, seen }: Settling, { by, received }: Asked): Deciding =>
  (inspection) => {
    const finding = findingOf(inspection, { n, item })
    const { answers } = finding
    const settled = answers[seen - 1]?.settled
    if (settled?.by === by && settled.outcome === outcome && settled.reason === reason && settled.lastDay === lastDay)
      return []
    const last = answers.at(-1)
    if (!last || last.settled || answers.length !== seen)
      throw new Refused('conflict', '这个问题没有您看到的待确认的整改情况；请刷新后再办。')
    if (outcome === 'mended' && (reason || lastDay))
      throw new Refused('incomplete', '没有确认：确认已整改的，不填退回理由和新的期限。', {
        ...(reason && { reason: '确认已整改的不填退回理由；要退回的，请选“退回继续整改”' }),
        ...(lastDay && { lastDay: '确认已整改的不填新的整改期限；要退回的，请选“退回继续整改”' }),
      })
    if (outcome === 'back') {
      const wrong = {
        ...(!reason && { reason: '请填写退回理由' }),
        ...(!lastDay && { lastDay: '请填写新的整改期限' }),
        ...(lastDay && dueWrong(lastDay, dateOf(received))),
      }
      if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '没有退回，还有需要填写或修改的。', wrong)
    }
    return [
      {
        ...{ type: 'findingSettled', v: 1, at: received, by, n, item, outcome },
        ...(reason && { reason }),
        ...(outcome === 'back' && lastDay && { lastDay }),
      },
    ]
  }

function findingOf({ visits }: Inspection, { n, item }: Which): Finding {
  const found = visits[n - 1]?.standing[item - 1]
  if (!found) throw new Refused('unknown', '没有这个问题；请刷新后再办。')
  return found
}
