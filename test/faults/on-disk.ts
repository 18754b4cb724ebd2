/** What lies in the data folder of a county that is down. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Commit } from '#ledger/ledger.ts'
import { ledgerOnDisk } from '../../packages/cli/rehearsal/read-disk.ts'

export type Ledger = ReadonlyMap<string, readonly Commit[]>
/** Every stream's commits, in order. */
export async function ledgerOf(data: string): Promise<Ledger> {
  const ledger = await ledgerOnDisk(data)
  const streams = (await Array.fromAsync(ledger.streams(), ({ stream }) => stream)).sort()
  return new Map(
    await Promise.all(streams.map(async (stream) => [stream, (await ledger.read(stream)).commits] as const)),
  )
}

/** Everything of a ledger that must be the same, stream by stream. */
export const hashes = (ledger: Ledger): Record<string, string[]> =>
  Object.fromEntries([...ledger].map(([stream, commits]) => [stream, commits.map(({ hash, at }) => `${at} ${hash}`)]))

/** Every object's address and the digest of its bytes. */
export const objectsOf = (data: string): string[] =>
  globSync(join(data, 'buckets/*/objects/*.json'))
    .map((path) => {
      const { key, etag } = JSON.parse(readFileSync(path, 'utf8'))
      return `${path.split('/').at(-3)}/${key} ${etag}`
    })
    .sort()

/** What `reconcile` counted, each time it ran: a line of the log. */
export const reconciled = (data: string): Record<'looked' | 'started' | 'woken' | 'applied', number>[] =>
  readFileSync(join(data, 'log'), 'utf8')
    .split('\n')
    .flatMap((line) => /reconcile[^:]*: (\{.*"service":"conductor".*\})$/.exec(line)?.slice(1) ?? [])
    .map((counts) => JSON.parse(counts))
