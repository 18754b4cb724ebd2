/** A file of an open call, by the address that its page prints. */
import { batchKind, batchStream } from '#batch/batch.ts'
import { filesOfCall, OF_CALLS, STOPPED } from '#batch/files-of-call.ts'
import type { callFileEndpoints } from '#contracts/public/call-files.ts'
import { escapeHtml } from '#edge/http-answer.ts'
import type { Page, PageUse } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Link } from './link-file.ts'

type Deps = { readonly ledger: Ledger; readonly link: Link }

/**
 * Sends the browser on to where the bytes lie, for minutes; asked again it is sent on again. What is prepared only, or
 * was found bad since, nobody gets.
 */
export const giveCallFile =
  ({ ledger, link }: Deps): PageUse<typeof callFileEndpoints.giveCallFile> =>
  async ({ params }) => {
    const found = await findFile(ledger, params)
    return 'html' in found ? found : { status: 302, html: '', headers: { location: await link(found) } }
  }

/** The same without its bytes: what is signed for them is signed for one who gets them. */
export const lookForCallFile =
  ({ ledger }: Pick<Deps, 'ledger'>): PageUse<typeof callFileEndpoints.lookForCallFile> =>
  async ({ params }) => {
    const found = await findFile(ledger, params)
    return 'html' in found
      ? { ...found, html: '' }
      : { status: 200, html: '', headers: { 'content-type': found.contentType } }
  }

/** The file, or the page that says why nobody gets it. */
async function findFile(
  ledger: Ledger,
  { batch, n }: { readonly batch: string; readonly n: string },
): Promise<Parameters<Link>[0] | Page> {
  const { terms } = (await readStream(ledger, batchKind, batchStream(batch))).state
  if (!terms) return notGiven(404, '没有这份附件；请从创建通知的公开页面打开。')
  const file = filesOfCall(terms).find((one) => String(one.n) === n)
  if (!file) return notGiven(404, '这份通知没有这个序号的附件；请从创建通知的公开页面打开。', batch)
  const { status, kept } = (await readStream(ledger, evidenceKind, evidenceStream(OF_CALLS, file.sha256))).state
  if (status !== 'kept' || !kept) return notGiven(409, `附件“${file.name}”${STOPPED}`, batch)
  const { name, sha256 } = file
  return { sha256, name, contentType: kept.contentType }
}

/** @param batch whose page there is to go back to; left out where there is none */
const notGiven = (status: number, sentence: string, batch?: string): Page => ({
  status,
  html: `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>附件不能打开</title><h1>附件不能打开</h1><p>${escapeHtml(sentence)}</p>
<p>${batch === undefined ? '<a href="/public/index.html">公开页面</a>' : `<a href="/public/batches/${batch}.html">返回创建通知</a>`}</p></html>
`,
})
