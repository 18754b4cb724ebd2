/** The public pages that stand against those that the ledger would have published. */
import { isDeepStrictEqual } from 'node:util'
import type { Finding } from './finding.ts'

export type StandingPages = {
  readonly names: readonly string[]
  /** Streams of whose news pages may not have heard yet. */
  readonly late: ReadonlySet<string>
  text(name: string): Promise<string | undefined>
}
type Expected = {
  readonly pages: ReadonlyMap<string, string>
  /** Pages that may still wait for news. */
  readonly lagging: ReadonlySet<string>
}

/** Each page that is gone, says something else, or that nothing has published. */
export async function wrongPages(
  { names, text }: Omit<StandingPages, 'late'>,
  { pages, lagging }: Expected,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of [...new Set([...pages.keys(), ...names])].toSorted()) {
    if (lagging.has(name)) continue
    const [wanted, is] = [pages.get(name), names.includes(name) ? await text(name) : undefined]
    if (wanted === undefined) findings.push(told(name, '没有任何记录会发布它；请查明由来，并与备份核对'))
    else if (is === undefined) findings.push(told(name, `不见了；${AGAIN}`))
    else if (!isSame(is, wanted))
      findings.push(told(name, `与记录应有的不同，被改过，或是由以前版本的软件发布的；${AGAIN}`))
  }
  return findings
}

const AGAIN = '请与备份核对，查明原因后重新发布'
const told = (name: string, how: string): Finding => ({
  kind: 'page',
  field: name,
  sentence: `公开页面${name}${how}。`,
})

/** What an index keeps for itself has its batches in the order in which there was news of them. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true
  try {
    return isDeepStrictEqual(JSON.parse(a), JSON.parse(b))
  } catch {
    return false
  }
}
