/** Whether the public pages that stand are those of the records. */
import { batchKind } from '#batch/batch.ts'
import type { County } from '#county/county.ts'
import { type Organs, parseOrgans } from '#county/organs.ts'
import { Altered } from '#ledger/altered.ts'
import { ContentMissing, type Contents, parseContent } from '#ledger/contents.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { keyOf, procedureAt, variantOf } from '#procedure/procedures.ts'
import type { Finding } from '#verify/finding.ts'
import type { Records, Verified } from '#verify/verify-county.ts'
import { type StandingPages, wrongPages } from '#verify/verify-pages.ts'
import { expectedPages } from '../../../services/notice/pages/expected-pages.ts'
import { ledgerOf } from '../rehearsal/read-disk.ts'

/** As its functions know them. */
export const organsOf = ({ organs, training, malwareScan }: County): Organs =>
  parseOrgans(JSON.stringify({ ...organs, training, malwareScan }))

type Looking = { readonly records: Records; readonly pages: StandingPages; readonly organs: Organs }
/** `count` of pages that were compared; `not`: why they were not, or not all, as a sentence. */
export type Compared = { readonly findings: readonly Finding[]; readonly count: number; readonly not?: string }
const none = (not: string): Compared => ({ findings: [], count: 0, not })

export async function verifiedPages(looking: Looking, verified: Pick<Verified, 'findings'>): Promise<Compared> {
  try {
    return await compared(looking, verified)
  } catch (error) {
    if (!(error instanceof Altered)) throw error
    return none('公开页面要用的内容不见了或者被改过，公开页面没有核对：页面由记录和内容生成。')
  }
}

async function compared(
  { records, pages, organs }: Looking,
  { findings }: Pick<Verified, 'findings'>,
): Promise<Compared> {
  if (findings.some(({ kind }) => kind === 'ledger')) return none('记录有改动，公开页面没有核对：页面由记录生成。')
  const ledger = ledgerOf(records.ledger)
  const made = { ledger, contents: contentsOf(records.bodies), organs }
  const unknown = await ofAnotherRelease(ledger)
  if (unknown) return none(`${unknown}，公开页面没有核对：请用当时的软件核对。`)
  const late = [...pages.late]
  const lagging = new Set(late.length > 0 ? (await expectedPages(made, late)).keys() : [])
  const wrong = await wrongPages(pages, { pages: await expectedPages(made), lagging })
  const waiting = pages.names.filter((name) => lagging.has(name)).length
  const not = `${waiting}个公开页面可能正在随刚才的办理更新，没有核对，请过几分钟再核对一次。`
  return { findings: wrong, count: pages.names.length - waiting, ...(waiting > 0 && { not }) }
}

/** Texts as they lie there. */
const contentsOf = ({ text }: Records['bodies']): Pick<Contents, 'get'> => ({
  get: async (sha256) => {
    const kept = await text(sha256)
    if (kept === undefined) throw new ContentMissing(sha256)
    return parseContent(sha256, kept)
  },
})

/** Says which batch goes by a procedure that this software does not have: its pages cannot be made. */
async function ofAnotherRelease(ledger: Ledger): Promise<string | undefined> {
  for await (const { stream } of ledger.streams()) {
    if (!stream.startsWith('batch/')) continue
    const { terms } = (await readStream(ledger, batchKind, stream)).state
    const known = terms && procedureAt(keyOf(terms.procedure))
    if (terms && (!known || variantOf(known).digest !== terms.procedure.digest))
      return `批次${stream.slice('batch/'.length)}所用的程序${keyOf(terms.procedure)}不是本软件所列的`
  }
  return undefined
}
