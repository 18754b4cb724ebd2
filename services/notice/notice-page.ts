import { lapsesFrom } from '#calendar/deadline.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Command } from '#procedure/commands.ts'
import { outcomeTitle } from '#procedure/procedure.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { ObjectionRow } from '#rows/row.ts'
import type { Notice } from '#steps/notice/notice.ts'
import { waitingLines } from '#steps/notice/notice-lines.ts'
import { OBJECTION_STATUS, type Objection, objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { endOf, isAfterEnd, saidAfterEnd } from './after-end.ts'
import { mayAtStep } from './allowed-at-step.ts'
import { namesOfPeople } from './name-people.ts'
import type { NoticeStep } from './notice-step.ts'
import type { FoundNotice } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'
import { standingOf } from './standing-of.ts'
import { unitNamesAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }
type Asking = {
  readonly caller: Caller
  readonly received: string
  /** Of whatever the page names. */
  readonly known: Known
  /** Objections that were decided a moment ago. */
  readonly decided?: ReadonlyMap<string, Objection>
}

/** A notice as the office sees it, with what this caller may do now. */
export async function noticePageOf(
  { ledger, persons }: Deps,
  { n, notice, shown }: FoundNotice,
  step: NoticeStep,
  { caller, received, known, decided }: Asking,
): Promise<NoticePage> {
  const { batch, trial, title, text, publication, period } = shown
  const { prepared, returned, published, closed, proofs } = notice
  const people = [...(published ? [] : [prepared?.by]), returned?.by, closed?.by].flatMap((by) => by ?? [])
  const [names, person] = await Promise.all([
    unitNamesAt(ledger, shown.cases, shown.at, known),
    namesOfPeople({ ledger, persons }, people, known),
  ])
  const nameOf = (unit: string) => names.get(unit) ?? unit
  return {
    batch,
    step: step.name,
    n,
    title,
    trial,
    page: `/public/notices/${batch}/${n}.html`,
    ...(prepared && !published && { preparation: { prepared: prepared.at, by: person(prepared.by) } }),
    ...(returned && { returned: { by: person(returned.by), reason: returned.reason } }),
    reassesses: step.value.reassess !== undefined,
    ...(text && { text }),
    publication: { on: publication.on, place: publication.place },
    period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
    lines: shown.cases.map((unit) => ({
      unit,
      name: nameOf(unit),
      ...shownLine(notice, unit, step, endOf(known, batch, unit)),
    })),
    objections: await Promise.all(
      Object.values(notice.objections).map(async ({ objection, about, channel, on, anonymous }) => {
        const state = decided?.get(objection) ?? (await objectionNow(ledger, objection, known))
        const { answerBy, reply } = state
        const status = state.status === 'unknown' ? 'received' : state.status
        return {
          ...{ objection, about, aboutName: nameOf(about), channel, on, anonymous },
          ...{ status, statusTitle: OBJECTION_STATUS[status] },
          ...(answerBy && { answerBy }),
          ...(reply && { reply }),
          commands: (ON_OBJECTION[status] ?? []).filter((command) => mayAtStep(command, caller, step, about)),
        }
      }),
    ),
    proofs: {
      ...(proofs.start && { start: await scanOf(ledger, proofs.start, known) }),
      ...(proofs.end && { end: await scanOf(ledger, proofs.end, known) }),
    },
    ...(closed && { closed: { at: closed.at, by: person(closed.by) } }),
    commands: possible(notice, caller, received).filter((command) => mayAtStep(command, caller, step)),
  }
}

function shownLine(notice: Notice, unit: string, step: NoticeStep, end: ReturnType<typeof endOf>) {
  const { procedure, name } = step
  const { line, aside, open } = standingOf(notice, unit)
  const waits = notice.closed && !aside?.final && !end ? whatFor(line !== undefined, open) : undefined
  const finding = line?.outcome === step.value.clear ? findingOf(notice, unit) : undefined
  return {
    ...(line && { outcome: line.outcome, outcomeTitle: outcomeTitle(procedure, name, line.outcome) }),
    ...(aside && { setAside: aside.reason }),
    ...(waits && { waits }),
    ...(finding && { finding }),
    ...(end && isAfterEnd(notice, unit, end.since) && { ended: saidAfterEnd(procedure, end.step) }),
  }
}

/** The gravest finding about the unit; that nobody objected is said only where nobody did. */
function findingOf({ objections }: Notice, unit: string): string | undefined {
  const found = Object.values(objections).flatMap(({ about, result }) => (about === unit && result ? [result] : []))
  const gravest = (['upheld', 'reassess', 'notUpheld', 'notAdmitted'] as const).find((one) => found.includes(one))
  return gravest && OBJECTION_STATUS[gravest === 'notAdmitted' ? 'declined' : gravest]
}

function whatFor(hasLine: boolean, open: readonly string[]): string | undefined {
  if (open.length === 0) return hasLine ? undefined : '原因消除后，再次结束公示，即给出公示结果。'
  return hasLine
    ? `期内异议（${open.join('、')}）还没有办结，办结前本件暂缓办理。`
    : `异议（${open.join('、')}）还没有办结，办结后给出公示结果。`
}

/** A scan that the office keeps, by its name. */
async function scanOf(ledger: Ledger, sha256: string, known: Known) {
  const stream = evidenceStream(OFFICE, sha256)
  const name =
    knownAs(known, 'evidence', stream)?.name ?? (await readStream(ledger, evidenceKind, stream)).state.promised?.name
  return { owner: OFFICE, sha256, name: name ?? sha256.slice(0, 8) }
}

type ObjectionSaid = Pick<ObjectionRow, 'answerBy' | 'reply'> | Pick<Objection, 'answerBy' | 'reply'>

/** What a row says is settled is settled; where one is open the ledger knows more. */
async function objectionNow(
  ledger: Ledger,
  objection: string,
  known: Known,
): Promise<ObjectionSaid & Pick<Objection, 'status'>> {
  const stream = objectionStream(objection)
  const row = knownAs(known, 'objection', stream)
  const isOpen = !row || row.status === 'received' || row.status === 'admitted'
  return isOpen ? (await readStream(ledger, objectionKind, stream)).state : row
}

/** What the state of the notice allows to whom the procedure gives it. */
function possible(notice: Notice, { person }: Caller, received: string): readonly Command[] {
  const { prepared, published, closed, objections } = notice
  if (!published)
    return ['prepare-notice', ...(prepared && prepared.by !== person ? (['approve-notice'] as const) : [])]
  const isOver = received >= lapsesFrom(published.period.lateFrom)
  const closes = isOver && (!closed || waitingLines(notice).length > 0)
  return [
    'record-proof',
    // What came in time is entered whenever it turns up.
    'enter-objection',
    ...(closes ? (['close-notice'] as const) : []),
    ...(Object.keys(objections).length > 0 ? (['read-objection'] as const) : []),
  ]
}

const ON_OBJECTION: Readonly<Partial<Record<Objection['status'], readonly Command[]>>> = {
  received: ['admit-objection', 'decline-objection'],
  admitted: ['find-objection'],
}
