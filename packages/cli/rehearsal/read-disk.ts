/** The ledger in the data folder of a county that is down. */
import { z } from 'zod/mini'
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import { type Commit, Head, type Ledger } from '#ledger/ledger.ts'
import { tablesOnDisk } from '../verify/tables-on-disk.ts'

/** As it lies there; nothing can be appended to it. */
export const ledgerOnDisk = async (data: string): Promise<Ledger> => ledgerOf((await tablesOnDisk(data))('ledger'))

export function ledgerOf(items: readonly unknown[]): Ledger {
  const streams = Map.groupBy<string, Commit>(
    z
      .array(storedCommit)
      .parse(items)
      .toSorted((a, b) => a.number - b.number),
    ({ stream }) => stream,
  )
  return {
    async read(stream) {
      const found = streams.get(stream) ?? []
      return { head: new Head(stream, found), commits: found }
    },
    append: () => Promise.reject(new Error('what lies on the disk is only read')),
    async *streams() {
      for (const [stream, all] of streams)
        yield { stream, number: all.at(-1)?.number ?? 0, hash: all.at(-1)?.hash ?? '' }
    },
  }
}
