import type { Ledger } from '#ledger/ledger.ts'
import { SHAPE } from '#rows/row.ts'
import type { Rows } from '#rows/rows.ts'

type Rebuilding = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly project: (stream: string) => Promise<boolean>
}

/** Puts every row again that lags behind its stream or was made in an older shape. */
export async function rebuildRows({
  ledger,
  rows,
  project,
}: Rebuilding): Promise<{ looked: number; repaired: number }> {
  // The ledger first: what is appended while we look is the stream consumer's, and no lag.
  const streams = await Array.fromAsync(ledger.streams())
  const made = new Map<string, number>()
  for await (const { stream, number, shape } of rows.marks()) if (shape >= SHAPE) made.set(stream, number)
  let repaired = 0
  for (const { stream, number } of streams) if ((made.get(stream) ?? 0) < number && (await project(stream))) repaired++
  return { looked: streams.length, repaired }
}
