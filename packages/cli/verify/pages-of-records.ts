/** Whether the public pages that stand are those of the records. */
import type { County } from '#county/county.ts'
import { type Organs, parseOrgans } from '#county/organs.ts'
import type { Finding } from '#verify/finding.ts'
import type { Records, Verified } from '#verify/verify-county.ts'
import { type StandingPages, wrongPages } from '#verify/verify-pages.ts'
import { expectedPages } from '../../../services/notice/pages/expected-pages.ts'
import { ledgerOf } from '../rehearsal/read-disk.ts'

/** As its functions know them. */
export const organsOf = ({ organs, training, malwareScan }: County): Organs =>
  parseOrgans(JSON.stringify({ ...organs, training, malwareScan }))

type Looking = { readonly records: Records; readonly pages: StandingPages; readonly organs: Organs }

/** @returns undefined where the ledger was altered: what it would publish is nobody's word */
export async function verifiedPages(
  { records, pages, organs }: Looking,
  { findings }: Verified,
): Promise<Finding[] | undefined> {
  if (findings.some(({ kind }) => kind === 'ledger')) return undefined
  const ledger = ledgerOf(records.ledger)
  const late = [...records.lagging]
  const lagging = new Set(late.length > 0 ? (await expectedPages({ ledger, organs }, late)).keys() : [])
  return wrongPages(pages, { pages: await expectedPages({ ledger, organs }), lagging })
}
