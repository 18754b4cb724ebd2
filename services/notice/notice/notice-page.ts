import { lapsesFrom } from '#calendar/deadline.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { Caller } from '#edge/use-case.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { noteOn } from '#evidence/kinds.ts'
import { noteOfScan } from '#evidence/scan.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Persons } from '#persons/persons.ts'
import type { Command } from '#procedure/commands.ts'
import type { Known } from '#rows/known.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { noticeStream } from '#steps/notice/notice.ts'
import type { Objection } from '#steps/notice/objection.ts'
import { mayAtStep } from '../allowed-at-step.ts'
import { foundByOffice } from '../kept-evidence.ts'
import { namedInOrder, unitNamesAt } from '../unit-name.ts'
import { saidWithBatch } from './after-end.ts'
import type { NoticeStep } from './notice-step.ts'
import type { FoundNotice } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'
import { shownLine, waitingUnits } from './shown-line.ts'
import { mayReadObjection, shownObjection } from './shown-objection.ts'

/** What stands of the county on the papers that are made of a notice. */
export type PaperOrgans = Pick<Organs, 'office' | 'officePhone' | 'officeAddress' | 'officeEmail'>
const contactOf = ({ officePhone, officeAddress, officeEmail }: PaperOrgans): NoticePage['contact'] => ({
  ...(officePhone && { phone: officePhone }),
  ...(officeAddress && { address: officeAddress }),
  ...(officeEmail && { email: officeEmail }),
})

type Deps = {
  readonly ledger: Ledger
  readonly persons: Pick<Persons, 'names'>
  readonly organs: PaperOrgans
}
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
  { ledger, persons, organs }: Deps,
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
  const { cancelled } = step.terms
  const reads = (unit: string) => mayReadObjection(caller, step, unit)
  const theirs = Object.values(notice.objections).filter(({ about }) => reads(about))
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const ofOwn = caller.holdings.some(({ unit }) => unit !== undefined && shown.cases.includes(unit))
  return {
    batch,
    ...{ batchTitle: step.terms.title, office: organs.office, contact: contactOf(organs) },
    step: step.name,
    n,
    title,
    trial,
    page: `/public/notices/${batch}/${n}.html`,
    ...(prepared &&
      !published && { preparation: { prepared: seenAs(prepared, noticeStream(batch, n)), by: person(prepared.by) } }),
    ...(returned && { returned: { by: person(returned.by), reason: returned.reason } }),
    ...(cancelled && { cancelled: saidWithBatch(notice, cancelled) }),
    // Nothing is assessed any more in a batch that is cancelled.
    reassesses: step.value.reassess !== undefined && !cancelled,
    ...(text && { text }),
    publication: { on: publication.on, place: publication.place },
    period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
    lines: namedInOrder(shown.cases, names).map(({ unit, name }) => ({
      unit,
      name,
      ...shownLine({ ...found, decided, reads: reads(unit) }, unit, step, known),
    })),
    objections: theirs.map((line) =>
      shownObjection(found, line, { step, caller, known, nameOf, decided: decided?.get(line.objection) }),
    ),
    ...(!shown.cases.every(reads) && { apart: shown.cases.some(reads) ? 'own' : 'all' }),
    proofs: {
      ...(proofs.start && { start: await scanOf(ledger, proofs.start, known) }),
      ...(proofs.end && { end: await scanOf(ledger, proofs.end, known) }),
    },
    ...(closed && { closed: { at: closed.at, by: person(closed.by) } }),
    commands: possible(found, step, { caller, received, known }).filter(
      (command) => mayAtStep(command, caller, step) && !(ofOwn && APART.has(command)),
    ),
  }
}

/** A scan that the office keeps, under the name of its use. */
async function scanOf(ledger: Ledger, used: string, known: Known) {
  const found = await foundByOffice(ledger, used, 'proof', known, ({ promised }) => promised !== undefined)
  const name = found?.name ?? nameOfUse(used) ?? used.slice(0, 8)
  const note = (found && noteOfScan(found.status)) ?? (found?.contentType && noteOn(name, found.contentType))
  return { owner: found?.owner ?? officeFor('proof'), sha256: digestOfUse(used), name, ...(note && { note }) }
}

/** What nobody does about a notice that names their own unit. */
const APART: ReadonlySet<Command> = new Set(['approve-notice', 'close-notice'])

/** What the state of the notice allows to whom the procedure gives it. */
function possible(
  found: FoundNotice,
  { terms }: NoticeStep,
  { caller: { person }, received, known }: Asking,
): readonly Command[] {
  const { prepared, published, closed, objections } = found.notice
  const reads = Object.keys(objections).length > 0 ? (['read-objection'] as const) : []
  // What was received before is still answered, and read for that.
  if (terms.cancelled) return reads
  if (!published)
    return ['prepare-notice', ...(prepared && prepared.by !== person ? (['approve-notice'] as const) : [])]
  const isOver = received >= lapsesFrom(published.period.lateFrom)
  const closes = isOver && (!closed || waitingUnits(found, known).some(({ pending }) => !pending))
  return [
    'record-proof',
    // What came in time is entered whenever it turns up.
    'enter-objection',
    ...(closes ? (['close-notice'] as const) : []),
    ...reads,
  ]
}
