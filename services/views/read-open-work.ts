/** Open work of every batch, whatever batches there were: lists of them, and at once what they ask for beside. */
import { batchStream } from '#batch/batch.ts'
import { bulletinsStream } from '#batch/bulletins/bulletins.ts'
import { receivedStream } from '#batch/bulletins/received.ts'
import { filesOfCall, OF_CALLS } from '#batch/files-of-call.ts'
import { caseStream } from '#case/case.ts'
import { spreadStream } from '#dossier/spread/spread.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepAt } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { personStream } from '#roster/person.ts'
import { type CallRow, type CaseRow, LISTS, type Row, type UnitRow } from '#rows/row.ts'
import { isOf, type RowOf, type Rows, rowsOf } from '#rows/rows.ts'
import { panelStream } from '#steps/inquiry/panel.ts'
import { resolutionStream } from '#steps/resolution/resolution.ts'
import type { StartFacts } from '#steps/start-todo.ts'
import { isOfUnit, type Looking } from '#steps/todo-shape.ts'
import { dutyStream } from '#steps/work/duty.ts'
import { type BatchWork, batchWork } from './batch-work.ts'
import { sharesOfLeft } from './spread/shares-of-left.ts'
import { startFactsOf } from './work-to-start.ts'

type OpenWork = {
  readonly units: readonly UnitRow[]
  /** Calls that are prepared and not opened. */
  readonly calls: readonly CallRow[]
  readonly batches: readonly BatchWork[]
  /** Files of calls in which units may still begin, for whoever prepares calls. */
  readonly callFiles: readonly RowOf<'evidence'>[]
  /** How each unit of this person stands that may still begin in a batch, or has begun in one where it might. */
  readonly toStart: readonly { readonly work: BatchWork; readonly facts: StartFacts }[]
}

/** @param now an instant */
export async function readOpenWork(rows: Rows, now: string, looking: Looking): Promise<OpenWork> {
  const [open, starting, units] = await Promise.all([
    Array.fromAsync(rows.list(LISTS.open)),
    Array.fromAsync(rows.list(LISTS.batches, { from: now })),
    rowsOf(rows, 'unit', LISTS.units),
  ])
  const own = new Map(units.filter((row) => isOfUnit(looking, row)).map((row) => [row.unit, row]))
  // The first late instant itself is late.
  const running = starting.filter(({ order }) => order > now)
  const called = running.filter(isOf('batch'))
  const inCalls = called
    .filter(({ trial }) => !trial)
    .flatMap(({ batch }) => [...own.keys()].map((unit) => ({ batch, unit })))
  // Where the call's own date has passed, those alone that were given longer.
  const longer = running.filter(isOf('extension')).filter(({ unit }) => own.has(unit))
  const starts = new Map([...inCalls, ...longer].map(({ batch, unit }) => [caseStream(batch, unit), { batch, unit }]))
  const byBatch = Map.groupBy(open, batchOf)
  const needed = new Set([...byBatch.keys(), ...longer.map(({ batch }) => batch)])
  const others = needed.difference(new Set(called.map(({ batch }) => batch)))
  const ended = endedWithObjections(open)
  // Rows of cases too, since one that has left again does not begin a second time.
  const [found, ...returned] = await Promise.all([
    rows.many([
      ...[...others].map(batchStream),
      ...open.flatMap((row) => (row.kind === 'case' ? besideOf(row) : [])),
      ...ended,
      ...called.flatMap((row) => callFilesSeen(row, looking)),
      ...starts.keys(),
      ...open.filter(isOf('case')).flatMap((row) => (own.has(row.unit) ? toldIn(row, looking) : [])),
    ]),
    ...listsOfReturned(open, looking).map(({ batch, prefix }) =>
      Array.fromAsync(rows.list(LISTS.batch(batch), { prefix })),
    ),
  ])
  const spreads = [...found.values()].filter(isOf('spread'))
  const given = writersOf(spreads, looking)
  const writers = given.length > 0 ? [...(await rows.many(given)).values()].filter(isOf('person')) : []
  const answers = await Promise.all(
    spreads
      .filter((spread) => isLookedInto(spread, writers, looking, now))
      .map(({ batch, unit }) => rowsOf(rows, 'dossier', LISTS.dossier(batch, unit))),
  )
  const beside = Map.groupBy(
    [
      ...answers.flat(),
      ...[...found.values()].filter(({ kind, stream }) => BESIDE.has(kind) || ended.includes(stream)),
      ...returned.flat().filter((row) => 'state' in row && row.state === 'returned'),
    ],
    batchOf,
  )
  const batches = [...called, ...[...found.values()].filter(isOf('batch'))].map((row) =>
    batchWork(row, once([...(byBatch.get(row.batch) ?? []), ...(beside.get(row.batch) ?? []), ...writers])),
  )
  const toStart = [...starts].flatMap(([stream, { batch, unit }]) => {
    const work = batches.find((one) => one.batch.batch === batch)
    const row = own.get(unit)
    return work && row ? [{ work, facts: startFactsOf(work, row, found.get(stream)) }] : []
  })
  const callFiles = [...found.values()].filter(isOf('evidence'))
  return { units, calls: running.filter(isOf('call')), batches, callFiles, toStart }
}

/**
 * Where an act may lie that came back to whoever prepares it: in batches with a case that stands at its step. Such an
 * act is on the list of its batch, since nobody may ever prepare it again.
 */
function listsOfReturned(open: readonly Row[], { holdings }: Looking): { batch: string; prefix: string }[] {
  const wanted = open.filter(isOf('case')).flatMap(({ batch, procedure: variant, step }) => {
    const procedure = procedureOf(variant)
    const act = ACTS[stepAt(procedure, step)?.kind ?? '']
    return act && permissionFor(act.command, holdings, { procedure, step }) ? [`${batch} ${act.prefix}`] : []
  })
  return [...new Set(wanted)].map((one) => {
    const [batch = '', prefix = ''] = one.split(' ')
    return { batch, prefix }
  })
}
const ACTS: Readonly<Record<string, { readonly command: Command; readonly prefix: string }>> = {
  notice: { command: 'prepare-notice', prefix: 'notice/' },
  announcement: { command: 'prepare-announcement', prefix: 'decision/' },
}

const callFilesSeen = ({ terms, cancelled }: RowOf<'batch'>, { holdings }: Looking): string[] =>
  terms && !cancelled && permissionFor('prepare-call', holdings)
    ? filesOfCall(terms).map(({ sha256 }) => evidenceStream(OF_CALLS, sha256))
    : []

/** Cases that have ended, and objections about them are still open. */
function endedWithObjections(open: readonly Row[]): readonly string[] {
  const about = open.filter(isOf('objection')).map((row) => caseStream(row.batch, row.about))
  return [...new Set(about).difference(new Set(open.map(({ stream }) => stream)))]
}

const batchOf = (row: Row): string => ('batch' in row ? row.batch : '')
const BESIDE: ReadonlySet<Row['kind']> = new Set([
  'resolution',
  'duty',
  'panel',
  'notice',
  'bulletins',
  'received',
  'spread',
])
const once = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [row.stream, row])).values()]

/** What the office tells all units of the batch, what of it this one has read, and who writes what of its self-assessment. */
const toldIn = ({ batch, unit, procedure: variant, step }: CaseRow, { holdings }: Looking): string[] => [
  ...[bulletinsStream(batch), receivedStream(batch, unit)],
  ...(permissionFor('write-dossier', holdings, { unit, procedure: procedureOf(variant), step })
    ? [spreadStream(batch, unit)]
    : []),
]

/** Everybody to whom something is given, where this person may give it to others: one of them may have left. */
const writersOf = (spreads: readonly RowOf<'spread'>[], { holdings, person }: Looking): string[] => [
  ...new Set(
    spreads
      .filter(({ unit }) => permissionFor('spread-dossier', holdings, { unit }))
      .flatMap(({ shares }) =>
        shares.flatMap((share) => (share.person === person ? [] : [personStream(share.person)])),
      ),
  ),
]

/** Whether somebody is told how far the self-assessment is: who writes something of it, or has to give it to others. */
const isLookedInto = (
  spread: RowOf<'spread'>,
  writers: BatchWork['writers'],
  { person, holdings }: Looking,
  now: string,
): boolean =>
  spread.backs.length > 0 ||
  spread.shares.some((share) => share.person === person) ||
  (permissionFor('spread-dossier', holdings, { unit: spread.unit }) !== undefined &&
    sharesOfLeft(spread, writers, now).length > 0)

/** Lists that were submitted, reports that were sent, methods that have ended, the notice that a case waits in. */
function besideOf({ batch, unit, visit, procedure, step, notice, correction, correctionReturned }: CaseRow): string[] {
  const value = stepAt(procedureOf(procedure), step)
  switch (value?.kind) {
    case 'resolution':
      // What the body has decided makes a correction moot.
      return value.prepares || correction || correctionReturned ? [resolutionStream(batch, step)] : []
    case 'notice':
      return notice ? [notice] : []
    case 'work':
      return [dutyStream(batch, unit, step)]
    case 'inquiry':
      return [panelStream(batch, unit, visit)]
    default:
      return []
  }
}
