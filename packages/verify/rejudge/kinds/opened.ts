/** Who opened what 查阅记录: something that was there, and that they might open on that day. */
import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { type Case, caseStream } from '#case/case.ts'
import { assessmentHandedIn } from '#case/handed-in.ts'
import { answerStream } from '#dossier/answer.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { type FileOwner, fileOwner, OF_MEETINGS, officeFor, PURPOSES } from '#evidence/file-owner.ts'
import { type OpenedEvent, type OpenedFile, open, openedKind, openedStream } from '#evidence/opened.ts'
import { Refused } from '#ledger/refused.ts'
import { type Holding, permissionFor, permissionsFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import { panelStream } from '#steps/inquiry/panel.ts'
import { notesOf, type Sheet } from '#steps/inquiry/sheet.ts'
import { type CaseRead, filesMaybeSubmittedTo, papersOf, stepsBefore } from '#steps/submitted-to.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { isCitedInGiven } from '../given.ts'
import { judging } from '../judging.ts'
import { mustBeApart } from '../lists.ts'
import { type By, holdingsOf, mustHaveRight } from '../rights.ts'
import { keepingOf } from './keepers.ts'

export const judgeOpened = judging(openedKind, function* candidates({ events, stream, elsewhere, commit }) {
  const [{ at: received, by }] = events
  if (stream !== openedStream(dateOf(received), by)) throw new Refused('elsewhere', '查阅记录不在当日本人的记录流中')
  const who = { by: commit.by, received }
  for (const event of events) mustOpen(elsewhere, event, who)
  const files = events.map(({ type, v, at, by: _who, ...file }) => file)
  yield open(files, { by, received })
})

/** @throws Refused */
function mustOpen(elsewhere: Elsewhere, { owner, sha256, objection, case: ofCase }: OpenedEvent, who: By): void {
  if (ofCase !== undefined) mustReadContact(elsewhere, { owner, sha256, objection, case: ofCase }, who)
  else if (objection !== undefined) mustReadObjection(elsewhere, { owner, objection }, who)
  else mustReadFile(elsewhere, owner, sha256 ?? '', who)
}

/** Of a case whose newest form says somebody. */
function mustReadContact(elsewhere: Elsewhere, file: OpenedFile, who: By): void {
  const [batch = '', unit = '', ...more] = file.case?.split('/') ?? []
  const { owner, sha256, objection } = file
  const isOne = more.length === 0 && owner === unit && sha256 === undefined && objection === undefined
  const has = elsewhere.cases
    .at(caseStream(batch, unit), who.received)
    .some(({ papers }) => Object.values(papers).some(({ form }) => form?.personal !== undefined))
  if (!isOne || !has) throw new Refused('unknown', `当时没有“${file.case}”的联系人`)
  mustHaveRight(elsewhere, 'read-contact', who)
}

/** What of it was opened its text says, which is none of the ledger's. */
function mustReadObjection(
  elsewhere: Elsewhere,
  { owner, objection }: { readonly owner: string; readonly objection: string },
  who: By,
): void {
  const found = elsewhere
    .ofKind('notice')
    .flatMap((stream) => elsewhere.notices.at(stream, who.received))
    .find(({ published, objections }) => published !== undefined && Object.hasOwn(objections, objection))
  const { published } = found ?? {}
  const about = found?.objections[objection]?.about
  if (!published || about === undefined || owner !== officeFor('objection'))
    throw new Refused('unknown', `当时没有异议“${objection}”`)
  const [call] = callsAt(elsewhere, published.batch, who.received)
  const procedure = call && procedureOfCall(call)
  mustHaveRight(elsewhere, 'read-objection', who, { step: published.step, ...(procedure && { procedure }) })
  mustBeApart(elsewhere, who, [about])
}

function mustReadFile(elsewhere: Elsewhere, owner: string, sha256: string, who: By): void {
  const file = fileOwner(owner)
  if (!file) throw new Refused('unknown', `没有“${owner}”这样的材料归属`)
  const kept = elsewhere.evidence.at(evidenceStream(owner, sha256), who.received).filter((one) => one.status === 'kept')
  if (kept.length === 0) throw new Refused('unknown', '这份材料当时没有保存')
  if (kept.some(({ promised }) => promised?.by === who.by)) return
  // Whoever stands in for an administrator opens what the roster rests on.
  const mayHold = file.purpose === 'roster' ? keepingOf(elsewhere, who) : holdingsOf(elsewhere, who)
  if (!mayHold.some((holdings) => isOpen(elsewhere, { file, sha256, holdings, who })))
    throw new Refused('forbidden', `${who.by}当时不能查看这份${PURPOSES[file.purpose]}`)
}

type Opening = {
  readonly file: FileOwner
  readonly sha256: string
  readonly holdings: readonly Holding[]
  readonly who: By
}
function isOpen(elsewhere: Elsewhere, opening: Opening): boolean {
  const { file, holdings } = opening
  const allowing = permissionsFor('read-evidence', holdings, { unit: file.unit, file })
  return (
    allowing.some(({ only }) => only === undefined) ||
    (allowing.some(({ only }) => only === 'laidBefore') && isLaidBefore(elsewhere, opening)) ||
    (allowing.some(({ only }) => only === 'issued') && isIssued(elsewhere, opening)) ||
    (allowing.some(({ only }) => only === 'given') &&
      isCitedInGiven(elsewhere, opening.who, { unit: file.unit ?? '', sha256: opening.sha256 }))
  )
}

function isLaidBefore(elsewhere: Elsewhere, { file, sha256, holdings, who }: Opening): boolean {
  const at = who.received
  const { resolutions, panels, cases, batches, ofKind } = elsewhere
  if (OF_MEETINGS.some((one) => one === file.purpose))
    return ofKind('resolution').some((stream) => {
      const [, batch = '', step = ''] = stream.split('/')
      const isBefore = batches.at(batchStream(batch), at).some(({ terms }) => {
        const procedure = terms && procedureAt(keyOf(terms.procedure))
        return procedure !== undefined && stepsBefore(procedure, holdings).has(step)
      })
      return isBefore && resolutions.at(stream, at).some((one) => papersOf(one).includes(sha256))
    })
  const beside = {
    resolutions: (stream: string) => resolutions.at(stream, at),
    panels: (stream: string) => panels.at(stream, at),
  }
  return casesOf(elsewhere, file.unit).some((stream) =>
    cases.reads(stream, at).some((read) => {
      const files = filesMaybeSubmittedTo(read, holdings, beside)
      if (!files) return false
      if (files.has(sha256)) return true
      return file.of === 'office'
        ? isNoted(elsewhere, read, { sha256, holdings, who })
        : isRead(read, holdings) && isCited(elsewhere, read.state, { sha256, at })
    }),
  )
}

/** Whether a self-assessment was handed in that they read. */
const isRead = ({ state, commits }: CaseRead, holdings: readonly Holding[]): boolean =>
  permissionFor('read-dossier', holdings, { unit: state.unit }) !== undefined &&
  assessmentHandedIn(commits.flatMap(({ events }) => events)) !== undefined

/** Whether an indicator of the case had cited it by then: which versions were handed in a text says. */
const isCited = (
  { ofKind, dossiers }: Elsewhere,
  { batch, unit }: Pick<Case, 'batch' | 'unit'>,
  { sha256, at }: { readonly sha256: string; readonly at: string },
): boolean =>
  ofKind('dossier')
    .filter((stream) => stream.startsWith(answerStream(batch, unit, '')))
    .some((stream) =>
      dossiers
        .at(stream, at)
        .some(({ versions }) => versions.some(({ files }) => files.some((one) => digestOfUse(one) === sha256))),
    )

/** Whether a note cites it that they read: their own, or by a method that had ended, or of an assessment that was over. */
function isNoted(
  { ofKind, sheets, panels, batches }: Elsewhere,
  { state: { batch, unit, procedure, step, visit } }: CaseRead,
  { sha256, holdings, who: { by, received: at } }: Omit<Opening, 'file'>,
): boolean {
  if (!permissionFor('read-assessment', holdings, { unit })) return false
  const isCancelled = () => batches.at(batchStream(batch), at).some((one) => one.cancelled !== undefined)
  return ofKind('sheet').some((stream) => {
    const [, ofBatch, ofUnit, stay, method = '', scorer] = stream.split('/')
    if (ofBatch !== batch || ofUnit !== unit) return false
    const isPast = String(visit) !== stay || !stepOf(procedure, step, 'inquiry')
    const hasIt = (sheet: Sheet) => notesOf(sheet).some(({ files }) => files.some((one) => digestOfUse(one) === sha256))
    if (!sheets.at(stream, at).some(hasIt)) return false
    if (scorer === by || isPast) return true
    const now = panels.at(panelStream(batch, unit, visit), at)
    return now.some(({ ended, settled }) => settled !== undefined || ended.includes(method)) || isCancelled()
  })
}

const casesOf = ({ ofKind }: Elsewhere, unit: string | undefined): readonly string[] =>
  ofKind('case').filter((stream) => stream.split('/')[2] === unit)

/** With a bulletin of a batch in which a unit of theirs has a case. */
function isIssued(elsewhere: Elsewhere, { sha256, holdings, who: { received: at } }: Opening): boolean {
  const { bulletins, cases, ofKind } = elsewhere
  return ofKind('bulletins').some((stream) => {
    const [, batch = ''] = stream.split('/')
    const takesPart = holdings.some(
      ({ unit }) => unit !== undefined && cases.at(caseStream(batch, unit), at).some(({ visit }) => visit > 0),
    )
    const hasIt = () =>
      bulletins
        .at(stream, at)
        .some(({ all }) => all.some(({ files }) => files.some((one) => digestOfUse(one) === sha256)))
    return takesPart && hasIt()
  })
}
