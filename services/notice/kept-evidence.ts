import type { Organs } from '#county/organs.ts'
import { nameOfUse } from '#evidence/cited-file.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { WHY_UNUSABLE } from '#evidence/scan.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'

export type OfOffice = Parameters<typeof ownersFor>[0]
/** A file as the office keeps it for a purpose. */
export type Found = {
  readonly owner: string
  readonly name: string
  readonly contentType?: string | undefined
  readonly status: Evidence['status']
}
type Scanning = { readonly ledger: Ledger; readonly organs: Pick<Organs, 'malwareScan'> }

/**
 * Under the name of its use; undefined unless the office has kept that file, or has begun to send it there where
 * `promised` is enough. What a row says is kept is kept; of all else the ledger knows more.
 */
export async function foundByOffice(
  ledger: Ledger,
  used: string,
  purpose: OfOffice,
  known: Known,
  is: (state: Evidence) => boolean = ({ status }) => status === 'kept',
): Promise<Found | undefined> {
  const name = nameOfUse(used)
  const owners = ownersFor(purpose)
  for (const owner of owners) {
    const row = knownAs(known, 'evidence', evidenceStream(owner, used))
    if (row?.status === 'kept') return { owner, name: name ?? row.name, contentType: row.contentType, status: 'kept' }
  }
  for (const owner of owners) {
    const { state } = await readStream(ledger, evidenceKind, evidenceStream(owner, used))
    if (state.promised && is(state))
      return { owner, name: name ?? state.promised.name, contentType: state.kept?.contentType, status: state.status }
  }
  return undefined
}

/**
 * @param sentBy who must have sent it themselves, where citing a file opens it to whoever reads what cites it. One that
 *   another sent is answered as one that nobody did: a digest is no proof of having the file.
 * @throws Refused naming `field` unless the office has kept that file for that purpose
 */
export async function keptByOffice(
  { ledger, organs }: Scanning,
  used: string,
  purpose: OfOffice,
  field: string,
  known: Known,
  sentBy?: string,
) {
  // Rows tell a moment later of what the county's scanner found bad.
  const found = await foundByOffice(ledger, used, purpose, organs.malwareScan ? NOTHING_KNOWN : known)
  const isTheirs =
    sentBy === undefined || (found !== undefined && (await senderOf(ledger, found.owner, used)) === sentBy)
  if (!found?.contentType || !isTheirs)
    throw new Refused(
      'incomplete',
      sentBy === undefined
        ? '所附文件还没有收到、正在核验或查毒，或者未通过核验。'
        : '所附文件不是由您上传，或者还没有收到、正在核验或查毒、未通过核验。',
      { [field]: '请等文件核验通过后再提交，或重新上传' },
    )
  const { owner, name, contentType } = found
  return { owner, name, contentType }
}

/**
 * What was brought with a preparation, or bound to a notice, and becomes part of what is decided now: in a county that
 * scans it may have been found bad since.
 * @throws Refused naming each such file
 */
export async function mustBeClean(
  { ledger, organs }: Scanning,
  uses: readonly string[],
  purpose: OfOffice,
  then: string,
): Promise<void> {
  if (!organs.malwareScan) return
  const all = await Promise.all(uses.map((used) => foundByOffice(ledger, used, purpose, NOTHING_KNOWN, () => true)))
  const wrong = all.flatMap((one) =>
    one && one.status !== 'kept' ? [`文件“${one.name}”${WHY_UNUSABLE[one.status]}`] : [],
  )
  if (wrong.length > 0) throw new Refused('conflict', `${wrong.join('。')}。${then}。`)
}

async function senderOf(ledger: Ledger, owner: string, used: string): Promise<string | undefined> {
  return (await readStream(ledger, evidenceKind, evidenceStream(owner, used))).state.promised?.by
}
