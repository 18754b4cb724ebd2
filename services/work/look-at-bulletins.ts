/** Everything that the page of a batch's bulletins needs, read once and handed on. */
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { type BulletinIssued, type Bulletins, bulletinsKind, bulletinsStream } from '#batch/bulletins/bulletins.ts'
import { type BulletinRead, type Received, receivedKind, receivedStream } from '#batch/bulletins/received.ts'
import { caseStream } from '#case/case.ts'
import type { BulletinsPage } from '#contracts/work/bulletins.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { personStream } from '#roster/person.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import { fileReferences } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { LISTS } from '#rows/row.ts'
import { openCases, rowsOf, unitNames } from '#rows/rows.ts'
import { inNameOrder } from '#typed/names.ts'
import type { WorkDeps } from './work-deps.ts'

export const BULLETIN_FILES = officeFor('bulletin')

/** What a unit of the batch has read of them. */
export type OwnReading = { readonly unit: string; readonly read: Read<BulletinRead, Received> }
export type LookedAtBulletins = {
  readonly terms: StandingCall
  readonly bulletins: Read<BulletinIssued, Bulletins>
  /** Of the caller's units that are in the batch; nobody's where the office looks. */
  readonly own: readonly OwnReading[]
  readonly known: Known
}

/** @throws Refused for whoever works for a unit that is not in the batch */
export async function lookAtBulletins(
  { ledger, rows }: Pick<WorkDeps, 'ledger' | 'rows'>,
  batch: string,
  caller: Caller,
): Promise<LookedAtBulletins> {
  const units = [...new Set(caller.holdings.flatMap(({ unit }) => unit ?? []))]
  const bulletins = await readStream(ledger, bulletinsKind, bulletinsStream(batch))
  const { all } = bulletins.state
  const known = await rows.many([
    batchStream(batch),
    ...units.map((unit) => caseStream(batch, unit)),
    ...[...new Set([...all.map(({ by }) => by), caller.person])].map(personStream),
    ...all.flatMap(({ files }) => files.map((used) => evidenceStream(BULLETIN_FILES, used))),
  ])
  const terms = await readTerms(ledger, batch, known)
  const inBatch = units.filter((unit) => knownAs(known, 'case', caseStream(batch, unit)))
  if (inBatch.length === 0 && !mayIssue(caller))
    throw new Refused('forbidden', '本单位没有参加这个批次，不能查看它的情况交流。')
  const own = await Promise.all(
    inBatch.map(async (unit) => ({ unit, read: await readStream(ledger, receivedKind, receivedStream(batch, unit)) })),
  )
  return { terms, bulletins, own, known }
}

export const mayIssue = ({ holdings }: Caller): boolean => permissionFor('issue-bulletin', holdings) !== undefined

/** The newest first; the office is told which units have read each. */
export async function showBulletins(
  deps: WorkDeps,
  batch: string,
  caller: Caller,
  { terms, bulletins, own, known }: LookedAtBulletins,
): Promise<BulletinsPage> {
  const { all } = bulletins.state
  const office = mayIssue(caller)
  const readers = office && all.length > 0 ? await readersOf(deps, batch) : []
  const people = [...all.map(({ by }) => by), ...readers.flatMap(({ read }) => read.map(({ by }) => by))]
  const nameOf = await namesOfPeople(deps, people, known)
  const shown = await Promise.all(
    all.map(async ({ at, by, title, text, files, corrects }, i) => {
      const n = i + 1
      const corrected = all.findLastIndex((one) => one.corrects === n) + 1
      const who = readers.map(({ name, read }) => ({ name, read: read.find((one) => one.n === n) }))
      return {
        ...{ n, at, by: nameOf(by), title, text },
        files: await fileReferences(deps, BULLETIN_FILES, files, known),
        ...(corrects !== undefined && { corrects }),
        ...(corrected > 0 && { corrected }),
        unread: own.some(({ read }) => !read.state.read.some((one) => one.n === n)),
        read: who.flatMap(({ name, read }) => (read ? [{ name, at: read.at, by: nameOf(read.by) }] : [])),
        notRead: who.flatMap(({ name, read }) => (read ? [] : [name])),
      }
    }),
  )
  return {
    batch: { id: batch, title: terms.title, trial: terms.trial },
    seen: all.length,
    mayIssue: office && !terms.cancelled,
    bulletins: shown.reverse(),
  }
}

/** The units that have an open case in the batch, by name, and what each has read. */
async function readersOf({ rows }: WorkDeps, batch: string) {
  const [cases, received, names] = await Promise.all([
    openCases(rows, batch),
    rowsOf(rows, 'received', LISTS.batch(batch), { prefix: 'received/' }),
    unitNames(rows),
  ])
  return inNameOrder(
    cases.map(({ unit }) => ({
      unit,
      name: names.get(unit) ?? unit,
      read: received.find((one) => one.unit === unit)?.read ?? [],
    })),
  )
}
