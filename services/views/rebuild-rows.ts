import { eachApart } from '#ledger/altered.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { SHAPE } from '#rows/row.ts'
import type { Rows } from '#rows/rows.ts'

type Rebuilding = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly project: (stream: string) => Promise<boolean>
}

export type Rebuilt = {
  readonly looked: number
  readonly repaired: number
  /** Streams that were altered: their rows stay as they are. */
  readonly altered: number
}

/** Puts every row again that lags behind its stream or was made in an older shape. */
export async function rebuildRows({ ledger, rows, project }: Rebuilding): Promise<Rebuilt> {
  // The ledger first: what is appended while we look is the stream consumer's, and no lag.
  const streams = await Array.fromAsync(ledger.streams())
  const made = new Map<string, number>()
  for await (const { stream, number, shape } of rows.marks()) if (shape >= SHAPE) made.set(stream, number)
  let repaired = 0
  const altered = await eachApart(streams, async ({ stream, number }) => {
    if ((made.get(stream) ?? 0) < number && (await project(stream))) repaired++
  })
  return { looked: streams.length, repaired, altered: altered.length }
}
