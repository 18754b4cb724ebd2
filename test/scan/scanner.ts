/** A malware scanner as a county has one: it asks what waits, reads it, and tells what it found. It knows HTTP and nothing else of us. */
import type { Client } from '#contracts/client.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import type { Verdict } from '#evidence/scan.ts'

export type Told = { readonly sha256: string; readonly verdict: Verdict; readonly status: string }

/**
 * Takes everything that waits now. The same verdict may be told twice: a command's id is the file's.
 * @param api as the machine that is logged in
 * @throws Error when a file cannot be read
 */
export async function scanWaiting(api: Client, scan: (bytes: Buffer) => Promise<Verdict>): Promise<Told[]> {
  const told: Told[] = []
  for (;;) {
    const { items } = await api(evidenceEndpoints.listScans)
    const next = items.filter(({ sha256 }) => !told.some((one) => one.sha256 === sha256))
    if (next.length === 0) return told
    for (const { owner, sha256, url = '' } of next) {
      if (sha256 === undefined) throw new Error(`${owner}: no digest for whoever scans`)
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(`${owner}/${sha256}: ${answer.status} ${await answer.text()}`)
      const verdict = await scan(Buffer.from(await answer.arrayBuffer()))
      const command = `scan-${owner}-${sha256.slice(0, 32)}-${verdict.clean ? 'clean' : 'bad'}`
      const { status } = await api(evidenceEndpoints.recordScan, { params: { owner, sha256 }, body: verdict, command })
      told.push({ sha256, verdict, status })
    }
  }
}
