import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'

/** @throws Refused naming `field` unless the office has kept that file */
export async function keptByOffice(ledger: Ledger, sha256: string, field: string) {
  const { promised, kept, status } = (await readStream(ledger, evidenceKind, evidenceStream(OFFICE, sha256))).state
  if (status !== 'kept' || !promised || !kept)
    throw new Refused('incomplete', '所附文件还没有收到、正在核验或未通过核验。', {
      [field]: '请等文件核验通过后再提交，或重新上传',
    })
  return { name: promised.name, contentType: kept.contentType }
}
