import { lapsesFrom } from '#calendar/deadline.ts'
import { caseStream } from '#case/case.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { ObjectionRow } from '#rows/row.ts'
import { OBJECTION_STATUS, type Objection, objectionKind, objectionStream, SETTLES } from '#steps/notice/objection.ts'
import { hasMade } from '#steps/todo-shape.ts'
import { mayAtStep, whoMayAtStep } from '../allowed-at-step.ts'
import { namesOfPeople } from '../name-people.ts'
import { unitNamesAt } from '../unit-name.ts'
import type { NoticeStep } from './notice-step.ts'
import type { FoundNotice } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'
import { shownLine, waitingUnits } from './shown-line.ts'

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
  found: FoundNotice,
  step: NoticeStep,
  { caller, received, known, decided }: Asking,
): Promise<NoticePage> {
  const { n, notice, shown } = found
  const { batch, trial, title, text, publication, period } = shown
  const { prepared, returned, published, closed, proofs } = notice
  const people = [...(published ? [] : [prepared?.by]), returned?.by, closed?.by].flatMap((by) => by ?? [])
  const [names, person] = await Promise.all([
    unitNamesAt(ledger, shown.cases, shown.at, known),
    namesOfPeople({ ledger, persons }, people, known),
  ])
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const hasMadeOf = (unit: string) => {
    const row = knownAs(known, 'case', caseStream(batch, unit))
    return row !== undefined && hasMade(caller, row)
  }
  const ofOwn = caller.holdings.some(({ unit }) => unit !== undefined && shown.cases.includes(unit))
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
      ...shownLine(found, unit, step, known),
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
          ...whoDoes(ON_OBJECTION[status] ?? [], step, (command) =>
            !mayAtStep(command, caller, step, about)
              ? 'others'
              : SETTLES.has(command) && hasMadeOf(about)
                ? 'apart'
                : 'caller',
          ),
        }
      }),
    ),
    proofs: {
      ...(proofs.start && { start: await scanOf(ledger, proofs.start, known) }),
      ...(proofs.end && { end: await scanOf(ledger, proofs.end, known) }),
    },
    ...(closed && { closed: { at: closed.at, by: person(closed.by) } }),
    commands: possible(found, { caller, received, known }).filter(
      (command) => mayAtStep(command, caller, step) && !(ofOwn && APART.has(command)),
    ),
  }
}

/** What this caller may do with an objection, and who does the rest. `apart`: theirs, but not of this unit. */
function whoDoes(
  all: readonly Command[],
  step: NoticeStep,
  whose: (command: Command) => 'caller' | 'apart' | 'others',
): Pick<NoticePage['objections'][number], 'commands' | 'others'> {
  const others = all.flatMap((command) => {
    const who = whose(command)
    if (who === 'caller') return []
    if (who === 'apart') return [`您经手过该单位的表格，“${COMMANDS[command]}”由其他有权人员办理。`]
    const by = whoMayAtStep(command, step).join('、')
    return by ? [`“${COMMANDS[command]}”由${by}办理。`] : []
  })
  return { commands: all.filter((command) => whose(command) === 'caller'), others }
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
/** What nobody does about a notice that names their own unit. */
const APART: ReadonlySet<Command> = new Set(['approve-notice', 'close-notice'])

function possible(found: FoundNotice, { caller: { person }, received, known }: Asking): readonly Command[] {
  const { prepared, published, closed, objections } = found.notice
  if (!published)
    return ['prepare-notice', ...(prepared && prepared.by !== person ? (['approve-notice'] as const) : [])]
  const isOver = received >= lapsesFrom(published.period.lateFrom)
  const closes = isOver && (!closed || waitingUnits(found, known).some(({ pending }) => !pending))
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
