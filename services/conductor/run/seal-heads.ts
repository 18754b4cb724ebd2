import { dateOf } from '#calendar/deadline.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { type Roots, sealRoot } from '#ledger/root.ts'
import type { RootDigest } from '#ledger/root-digest.ts'

type Deps = { readonly ledger: Ledger; readonly roots: Roots; readonly now: () => Date; readonly by?: RootDigest }
export type Sealing = { readonly date: string; readonly streams: number; readonly sealed: boolean }

/** Takes today's root of the ledger, after the last one; on a day that has a root already there is nothing to do. */
export const sealHeads =
  ({ ledger, roots, now, by }: Deps) =>
  async (): Promise<Sealing> => {
    const date = dateOf(now().toISOString())
    const before = await roots.newest()
    if (before && before.date >= date) return { date, streams: before.heads.length, sealed: false }
    const root = sealRoot(date, await Array.fromAsync(ledger.streams()), before?.root ?? '', by)
    return { date, streams: root.heads.length, sealed: await roots.keep(root) }
  }
