/** A file of an open call, by the address that its page prints. */
import { batchKind, batchStream } from '#batch/batch.ts'
import { filesOfCall, OF_CALLS } from '#batch/files-of-call.ts'
import type { callFileEndpoints } from '#contracts/public/call-files.ts'
import type { PageUse } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Link } from './link-file.ts'

type Deps = { readonly ledger: Ledger; readonly link: Link }

/**
 * Sends the browser on to where the bytes lie, for minutes; asked again it is sent on again. What is prepared only, or
 * was found bad since, nobody gets.
 */
export const giveCallFile =
  ({ ledger, link }: Deps): PageUse<typeof callFileEndpoints.giveCallFile> =>
  async ({ params: { batch, n } }) => {
    const { terms } = (await readStream(ledger, batchKind, batchStream(batch))).state
    const file = terms && filesOfCall(terms).find((one) => String(one.n) === n)
    if (!file) throw new Refused('unknown', '没有这份附件；请从创建通知的公开页面打开。')
    const { status, kept } = (await readStream(ledger, evidenceKind, evidenceStream(OF_CALLS, file.sha256))).state
    if (status !== 'kept' || !kept)
      throw new Refused('elsewhere', `附件“${file.name}”经核查已停止提供；需要的，请与通知写明的联系方式联系。`)
    const { name, sha256 } = file
    return { status: 302, html: '', headers: { location: await link({ sha256, name, contentType: kept.contentType }) } }
  }
