/** The public pages that a ledger would have published, made anew: for whoever compares those that stand with them. */
import type { Organs } from '#county/organs.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { memoryPages } from './memory-pages.ts'
import { publishPages } from './publish-pages.ts'

type Deps = { readonly ledger: Ledger; readonly contents: Pick<Contents, 'get'>; readonly organs: Organs }

/**
 * By key. @param streams of which there is news: the pages that these would have changed; all where it is left out
 * @throws Altered where the ledger, or a text that a page shows, is not what was written: pages of such a one prove nothing
 */
export async function expectedPages(
  { ledger, contents, organs }: Deps,
  streams?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const site = memoryPages()
  const news = streams ?? (await Array.fromAsync(ledger.streams(), ({ stream }) => stream))
  await publishPages({ ledger, rows: memoryRows(ledger), contents, pages: site, organs })(news)
  return site.pages
}
