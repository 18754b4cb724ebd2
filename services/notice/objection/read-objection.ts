import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Evidence, evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { noteOn } from '#evidence/kinds.ts'
import { recordOpening } from '#evidence/record-opening.ts'
import { noteOfScan } from '#evidence/scan.ts'
import { holdSent } from '#evidence/sent-file.ts'
import type { Contents } from '#ledger/contents.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { BLOCKED, Blocked, ERASED, type PersonalData, type Persons, type Why } from '#persons/persons.ts'
import { NOTHING_KNOWN } from '#rows/known.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { mustBeAllowed, mustBeApartFrom } from '../allowed-at-step.ts'
import { noticeStepOf } from '../notice/notice-step.ts'
import { publishedNotice } from '../notice/read-notices.ts'
import type { Link, Sized } from './attachments.ts'
import { type Attached, objectionText } from './objection-content.ts'
import { receiptLine } from './receipt-line.ts'

type Deps = {
  readonly ledger: Ledger
  readonly contents: Contents
  readonly persons: Pick<Persons, 'read'>
  readonly link: Link
  readonly sizeOf: Sized
  readonly organs: Pick<Organs, 'malwareScan'>
}

/** What an objection says and who sent it; that it was read, by whom and why, is logged. */
export const readObjection =
  ({ ledger, contents, persons, link, sizeOf, organs }: Deps): UseCase<typeof noticeEndpoints.readObjection> =>
  async ({ params: { batch, n, objection }, caller, received }) => {
    const found = await publishedNotice(ledger, batch, n)
    mustBeAllowed('read-objection', caller, await noticeStepOf(ledger, batch, found.shown.step))
    const { content, objector, about } = receiptLine(found, objection)
    const asking = { command: 'read-objection', caller, received, known: NOTHING_KNOWN } as const
    await mustBeApartFrom(ledger, [about], asking)
    const { summary, files } = objectionText.parse(await contents.get(content))
    const scans = organs.malwareScan ? await scansOf({ ledger, sizeOf }, files, received) : undefined
    const opened = files.filter((file) => isOpen(scans?.get(file)))
    // What was opened is on record before it is shown; the text counts as well.
    const seen = { owner: officeFor('objection'), objection }
    await recordOpening(ledger, opened.length > 0 ? opened.map(({ sha256 }) => ({ ...seen, sha256 })) : [seen], {
      by: caller.person,
      received,
    })
    const why = { purpose: `办理异议${objection}`, by: caller.person }
    const who = objector && (await whoObjected(persons, objector.id, why))
    const linked = async (file: Attached) => {
      const scan = scans?.get(file)
      if (scan !== undefined && !isOpen(scan)) return { name: file.name, note: noteOfScan(scan) ?? NOT_OPENED }
      const note = noteOn(file.name, file.contentType)
      return { name: file.name, url: await link(file), ...(note && { note }) }
    }
    return {
      summary,
      ...(who?.name && { name: who.name }),
      ...(who?.contact && { contact: who.contact }),
      files: await Promise.all(files.map(linked)),
    }
  }

const NOT_OPENED = '没有通过核验，不能打开。'
const isOpen = (scan: Evidence['status'] | undefined): boolean => scan === undefined || scan === 'kept'

type Scanning = Pick<Deps, 'ledger' | 'sizeOf'>

/**
 * What the county's scanner says of each file of an objection. Of what came with the public form it is asked when the
 * office first wants to open it: a stranger is not told what it thinks, and nobody opens it before.
 */
async function scansOf(
  deps: Scanning,
  files: readonly Attached[],
  received: string,
): Promise<ReadonlyMap<Attached, Evidence['status']>> {
  return new Map(
    await Promise.all(files.map(async (file) => [file, (await scanOf(deps, file, received)).status] as const)),
  )
}

async function scanOf({ ledger, sizeOf }: Scanning, file: Attached, received: string): Promise<Evidence> {
  const { from, owner = OFFICE, sha256, object = sha256, contentType } = file
  const stream = evidenceStream(from === 'evidence' ? owner : officeFor('sent'), sha256)
  const first = await readStream(ledger, evidenceKind, stream)
  if (from === 'evidence' || first.state.status !== 'unknown') return first.state
  const decide = holdSent({ object, contentType, size: await sizeOf(file) }, received)
  const by = ACTORS.verifier
  return (await execute(ledger, evidenceKind, { stream, command: 'hold sent', by, decide, first })).state
}

/** What was erased, or is blocked, hides nothing else of the objection. */
async function whoObjected(persons: Deps['persons'], id: string, why: Why): Promise<PersonalData> {
  try {
    return (await persons.read(id, why)) ?? { name: ERASED }
  } catch (error) {
    if (error instanceof Blocked) return { name: BLOCKED }
    throw error
  }
}
