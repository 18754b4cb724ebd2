import type { Ledger } from '#ledger/ledger.ts'
import type { Row } from './row.ts'
import { rowOf } from './row-of.ts'
import type { Rows } from './rows.ts'

/** Rows for tests: made from the ledger at every reading, so they never lag. */
export function memoryRows(ledger: Ledger): Rows {
  const get = async (stream: string) => rowOf(stream, (await ledger.read(stream)).commits)
  async function* all(): AsyncIterable<Row> {
    for await (const { stream } of ledger.streams()) {
      const row = await get(stream)
      if (row) yield row
    }
  }
  return {
    get,
    async many(streams) {
      const found = await Promise.all([...new Set(streams)].map(get))
      return new Map(found.flatMap((row) => (row ? [[row.stream, row]] : [])))
    },
    async *list(list, { prefix = '', from = '', limit = Number.POSITIVE_INFINITY } = {}) {
      const found = (await Array.fromAsync(all())).filter(
        (row) => row.list === list && row.order.startsWith(prefix) && row.order >= from,
      )
      yield* found.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).slice(0, limit)
    },
    async *marks() {
      for await (const { stream, number, shape } of all()) yield { stream, number, shape }
    },
  }
}
