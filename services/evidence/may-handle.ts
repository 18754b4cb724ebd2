/** Whether somebody may send or open one file: the edge knew whose it is and what for, the ledger knows the rest. */
import { bulletinsKind, bulletinsStream } from '#batch/bulletins/bulletins.ts'
import { caseStream } from '#case/case.ts'
import { assessmentHandedIn } from '#case/handed-in.ts'
import { manifest } from '#dossier/manifest.ts'
import { filesOfItems, givenTo } from '#dossier/spread/files-of-given.ts'
import type { Caller } from '#edge/use-case.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { type FileOwner, fileOwner, OF_MEETINGS, PURPOSES, type Purpose } from '#evidence/file-owner.ts'
import type { Contents } from '#ledger/contents.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Permission } from '#procedure/permission.ts'
import { permissionFor, permissionsFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { filesOfNotesRead, filesOfNotesShut, sentBy } from '#rows/looked-up/noted-files.ts'
import { type BatchRow, type CaseRow, type ExtensionRow, LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { filesSubmittedTo, papersOfMeetings, readCaseOf, stepsBefore } from '#steps/submitted-to.ts'

/** `contents`: what a self-assessment pins says which files it cites. */
export type HandlingDeps = { readonly ledger: Ledger; readonly rows: Rows; readonly contents: Pick<Contents, 'get'> }
export type Asking = { readonly caller: Caller; readonly received: string }
/**
 * Which files of an owner somebody may open besides those that they sent themselves: all, or those of these digests.
 * `shut`: of whatever they would, what is somebody else's note yet.
 */
export type Openable = { readonly digests: 'all' | ReadonlySet<string>; readonly shut: ReadonlySet<string> }
const NONE: ReadonlySet<string> = new Set()
export const isOpenTo = (
  { digests, shut }: Openable,
  person: string,
  { sha256, by }: { readonly sha256: string; readonly by?: string | undefined },
): boolean => by === person || ((digests === 'all' || digests.has(sha256)) && !shut.has(sentBy(by, sha256)))

/** The edge has let nobody through for whom there is no row. */
const rowsFor = (command: 'read-evidence' | 'upload-evidence', { holdings }: Caller, file: FileOwner) =>
  permissionsFor(command, holdings, { unit: file.unit, file })

const fileOf = (owner: string): FileOwner => {
  const file = fileOwner(owner)
  if (!file) throw new Error(`the edge let “${owner}” through as an owner of files`)
  return file
}

export async function openable(deps: HandlingDeps, { caller }: Asking, owner: string): Promise<Openable> {
  const file = fileOf(owner)
  const allowing = rowsFor('read-evidence', caller, file)
  if (allowing.some(({ only }) => only === undefined))
    return { digests: 'all', shut: await shutFiles(deps, caller, file) }
  const isAllowed = (where: Permission['only']) => allowing.some(({ only }) => only === where)
  const found = await Promise.all([
    isAllowed('laidBefore') ? submittedFiles(deps, caller, file) : [],
    isAllowed('issued') ? issuedFiles(deps, caller) : [],
    isAllowed('given') ? givenFiles(deps, caller, file) : [],
  ])
  const digests = new Set(found.flatMap((files) => [...files]))
  // Without any there is nothing to be shut.
  return { digests, shut: digests.size > 0 ? await shutFiles(deps, caller, file) : NONE }
}

/** What is sent in assessing is kept with what else the office keeps on a unit. */
const isOnCase = ({ of, purpose }: FileOwner): boolean => of === 'office' && purpose === 'case'

async function shutFiles(deps: HandlingDeps, { person }: Caller, file: FileOwner): Promise<ReadonlySet<string>> {
  const { unit } = file
  if (!isOnCase(file) || unit === undefined) return NONE
  const batches = await batchesWhere(deps.rows, unit, hasOpenCase)
  return new Set(
    (await Promise.all(batches.map((batch) => filesOfNotesShut(deps, batch, { unit, caller: person })))).flat(),
  )
}

/**
 * Whoever sent a file opens it, and of everybody else it is asked where it was laid before whom.
 * @throws Refused
 */
export async function mustOpen(
  deps: HandlingDeps,
  asking: Asking,
  owner: string,
  sha256: string,
  sender: string | undefined,
): Promise<void> {
  if (sender === asking.caller.person) return
  const may = await openable(deps, asking, owner)
  if (isOpenTo(may, asking.caller.person, { sha256, by: sender })) return
  const file = fileOf(owner)
  if (may.shut.has(sentBy(sender, sha256)))
    throw new Refused('forbidden', '这是考核组成员记录指标情况所附的文件，该考核方式结束后可以查看。')
  const { purpose } = file
  if (rowsFor('read-evidence', asking.caller, file).every(({ only }) => only === 'given'))
    throw new Refused(
      'forbidden',
      '这份材料不是您上传的，也没有用在分给您的自评指标中，不能查看；请向本单位经办人了解。',
    )
  if (purpose === 'objection')
    throw new Refused('forbidden', '异议材料只在办理这件异议时查看；请从公示页面打开这件异议。')
  if (purpose === 'bulletin')
    throw new Refused('forbidden', '这份附件没有随情况交流发给本单位参加的批次，不能查看；请从情况交流页面打开。')
  if (isOnCase(file))
    throw new Refused(
      'forbidden',
      '这份材料没有列入交您考核的记录，不能查看；考核组其他成员记录指标情况所附的文件，在该方式结束后可以查看。',
    )
  throw new Refused(
    'forbidden',
    `这份${PURPOSES[purpose]}没有提请您的会议审议，也没有交您考核，不能查看；请向法制办经办人了解。`,
  )
}

/**
 * Of whoever sends only what belongs to what they were given: which files of others they may use. Bytes that are here
 * are not sent again, so that they would use somebody else's.
 */
export const usable = async (deps: HandlingDeps, asking: Asking, owner: string): Promise<Openable> =>
  rowsFor('upload-evidence', asking.caller, fileOf(owner)).every(({ only }) => only === 'given')
    ? openable(deps, asking, owner)
    : { digests: 'all', shut: NONE }

/** @throws Refused for whoever may send files to this owner at other times, but not now */
export async function mustSend(deps: HandlingDeps, { caller, received }: Asking, owner: string): Promise<void> {
  const file = fileOf(owner)
  const allowing = rowsFor('upload-evidence', caller, file)
  if (allowing.some(({ only }) => only === undefined)) return
  const unit = file.unit ?? ''
  for (const { only } of allowing) {
    if (only === 'entering' && (await mayBeEntered(deps, unit, received))) return
    if (only === 'laidBefore' && (await isAssessed(deps, caller, unit))) return
    if (only === 'given' && (await hasBeenGiven(deps, caller, unit))) return
  }
  throw new Refused('forbidden', WHY_NOT[allowing[0]?.only ?? 'sent'])
}
const WHY_NOT: Readonly<Record<NonNullable<Permission['only']>, string>> = {
  entering: '该单位现在没有可以填写的表格，不能代为上传材料；请核对单位和办理环节。',
  laidBefore: '该单位的申报件现在没有交您考核，不能上传考核记录；请核对单位和办理环节。',
  sent: '您不能上传这类材料；请由有权人员办理。',
  issued: '您不能上传这类材料；请由有权人员办理。',
  owned: '您不能上传这类材料；请由有权人员办理。',
  theirs: '您不能上传这类材料；请由有权人员办理。',
  given: '现在没有分给您的自评指标，不能上传材料；应由您填写的，请本单位经办人分派。',
}

const batchesOf = async (rows: Rows): Promise<readonly BatchRow[]> => rowsOf(rows, 'batch', LISTS.batches)

/** What stands of a unit in a batch, by the rows; undefined where it has not begun. */
type Standing = CaseRow | ExtensionRow | undefined
/**
 * Batches where it is worth reading what the unit has there: they grow by five a year, and a unit has a case in few of
 * them and hardly ever an open one. The rows lag by a moment, so the ledger is asked again of each that is left.
 */
async function batchesWhere(
  rows: Rows,
  unit: string,
  isWorth: (standing: Standing, batch: BatchRow) => boolean,
): Promise<readonly BatchRow[]> {
  const batches = await batchesOf(rows)
  const found = await rows.many(batches.map(({ batch }) => caseStream(batch, unit)))
  return batches.filter((batch) => {
    const row = found.get(caseStream(batch.batch, unit))
    return isWorth(row?.kind === 'case' || row?.kind === 'extension' ? row : undefined, batch)
  })
}
const hasCase = (standing: Standing): standing is CaseRow => standing?.kind === 'case'
const hasOpenCase = (standing: Standing): boolean => hasCase(standing) && !standing.ended

const isOfMeetings = (purpose: Purpose): boolean => OF_MEETINGS.some((one) => one === purpose)

async function submittedFiles(deps: HandlingDeps, caller: Caller, file: FileOwner): Promise<Set<string>> {
  const { ledger, rows } = deps
  const { holdings } = caller
  const found = await Promise.all(
    isOfMeetings(file.purpose)
      ? (await batchesOf(rows)).map(({ batch, procedure }) =>
          papersOfMeetings(ledger, batch, stepsBefore(procedureOf(procedure), holdings)),
        )
      : (await batchesWhere(rows, file.unit ?? '', hasCase)).map((batch) => filesOfCase(deps, caller, batch, file)),
  )
  return new Set(found.flatMap((files) => [...files]))
}

/**
 * What was laid before them of one case; of the self-assessment what was handed in cites, for whoever reads it, and of
 * the assessment what the notes cite that they read.
 */
async function filesOfCase(
  deps: HandlingDeps,
  { holdings, person }: Caller,
  batch: BatchRow,
  file: FileOwner,
): Promise<readonly string[]> {
  const { unit = '' } = file
  const read = await readCaseOf(deps.ledger, batch.batch, unit)
  const { isSubmitted, files } = await filesSubmittedTo(deps.ledger, read, holdings)
  if (!isSubmitted) return [...files]
  if (isOnCase(file))
    return permissionFor('read-assessment', holdings, { unit })
      ? [...files, ...(await filesOfNotesRead(deps, batch, read, person))]
      : [...files]
  if (!permissionFor('read-dossier', holdings, { unit })) return [...files]
  const handed = assessmentHandedIn(read.commits.flatMap(({ events }) => events))
  const pins = handed ? manifest.parse(await deps.contents.get(handed.manifest)).pins : []
  return [...files, ...pins.flatMap((pin) => pin.files)]
}

/** What came with the bulletins of the batches in which a unit of the caller's has a case, as the bulletins' own page asks. */
async function issuedFiles({ ledger, rows }: HandlingDeps, { holdings }: Caller): Promise<Set<string>> {
  const units = [...new Set(holdings.flatMap(({ unit }) => unit ?? []))]
  const batches = await Promise.all(units.map((unit) => batchesWhere(rows, unit, hasCase)))
  const ids = [...new Set(batches.flat().map(({ batch }) => batch))]
  const each = ids.map(async (batch) => (await readStream(ledger, bulletinsKind, bulletinsStream(batch))).state.all)
  const issued = (await Promise.all(each)).flat()
  return new Set(issued.flatMap(({ files }) => files.map(digestOfUse)))
}

/** What the indicators cite that somebody was given, in every batch in which the unit has a case. */
async function givenFiles(
  { ledger, rows }: HandlingDeps,
  { person }: Caller,
  { unit = '' }: FileOwner,
): Promise<Set<string>> {
  const each = (await batchesWhere(rows, unit, hasCase)).map(async ({ batch }) =>
    filesOfItems(ledger, { batch, unit }, await givenTo(ledger, { batch, unit }, person)),
  )
  return new Set((await Promise.all(each)).flatMap((files) => [...files]))
}

/** Whether somebody has been given an indicator of a case that is still open. */
async function hasBeenGiven({ ledger, rows }: HandlingDeps, { person }: Caller, unit: string): Promise<boolean> {
  const each = (await batchesWhere(rows, unit, hasOpenCase)).map(async ({ batch }) =>
    givenTo(ledger, { batch, unit }, person),
  )
  return (await Promise.all(each)).some((items) => items.size > 0)
}

/** Whether the unit may fill something in in a batch, so that the office may enter its paper. */
async function mayBeEntered({ ledger, rows }: HandlingDeps, unit: string, received: string): Promise<boolean> {
  const open = await batchesWhere(rows, unit, (standing, { cancelled, dates, procedure }) => {
    if (cancelled) return false
    if (hasCase(standing)) return hasOpenCase(standing)
    const lateFrom = standing?.lateFrom ?? dates[procedureOf(procedure).start]
    return lateFrom === undefined || received < lateFrom
  })
  const each = open.map(async ({ batch, dates, procedure }) => {
    const { state } = await readCaseOf(ledger, batch, unit)
    if (state.visit > 0) return stepOf(state.procedure, state.step, 'entry') !== undefined
    // A longer date of the one unit stands in its own stream.
    const lateFrom = state.dates[procedureOf(procedure).start] ?? dates[procedureOf(procedure).start]
    return lateFrom === undefined || received < lateFrom
  })
  return (await Promise.all(each)).includes(true)
}

/** Whether the case of the unit stands at an assessment in which somebody sits. */
async function isAssessed({ ledger, rows }: HandlingDeps, { holdings }: Caller, unit: string): Promise<boolean> {
  const each = (await batchesWhere(rows, unit, hasOpenCase)).map(async ({ batch }) => {
    const { state } = await readCaseOf(ledger, batch, unit)
    return (
      stepOf(state.procedure, state.step, 'inquiry') !== undefined &&
      stepsBefore(state.procedure, holdings).has(state.step)
    )
  })
  return (await Promise.all(each)).includes(true)
}
