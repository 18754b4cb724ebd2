import { nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs } from '#rows/known.ts'

/**
 * What a row says is kept is kept; of all else the ledger knows more.
 * @throws Refused naming `field` unless the office has kept that file
 */
export async function keptByOffice(ledger: Ledger, used: string, field: string, known: Known) {
  const stated = nameOfUse(used)
  const stream = evidenceStream(OFFICE, used)
  const row = knownAs(known, 'evidence', stream)
  if (row?.status === 'kept') return { name: stated ?? row.name, contentType: row.contentType }
  const { promised, kept, status } = (await readStream(ledger, evidenceKind, stream)).state
  if (status !== 'kept' || !promised || !kept)
    throw new Refused('incomplete', '所附文件还没有收到、正在核验或未通过核验。', {
      [field]: '请等文件核验通过后再提交，或重新上传',
    })
  return { name: stated ?? promised.name, contentType: kept.contentType }
}
