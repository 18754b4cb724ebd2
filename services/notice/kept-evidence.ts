import { nameOfUse } from '#evidence/cited-file.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs } from '#rows/known.ts'

export type OfOffice = Parameters<typeof ownersFor>[0]
/** A file as the office keeps it for a purpose. */
export type Found = { readonly owner: string; readonly name: string; readonly contentType?: string | undefined }

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
    if (row?.status === 'kept') return { owner, name: name ?? row.name, contentType: row.contentType }
  }
  for (const owner of owners) {
    const { state } = await readStream(ledger, evidenceKind, evidenceStream(owner, used))
    if (state.promised && is(state))
      return { owner, name: name ?? state.promised.name, contentType: state.kept?.contentType }
  }
  return undefined
}

/**
 * @param sentBy who must have sent it themselves, where citing a file opens it to whoever reads what cites it. One that
 *   another sent is answered as one that nobody did: a digest is no proof of having the file.
 * @throws Refused naming `field` unless the office has kept that file for that purpose
 */
export async function keptByOffice(
  ledger: Ledger,
  used: string,
  purpose: OfOffice,
  field: string,
  known: Known,
  sentBy?: string,
) {
  const found = await foundByOffice(ledger, used, purpose, known)
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
  return { ...found, contentType: found.contentType }
}

async function senderOf(ledger: Ledger, owner: string, used: string): Promise<string | undefined> {
  return (await readStream(ledger, evidenceKind, evidenceStream(owner, used))).state.promised?.by
}
