/** Whether ledger, lists and daily roots agree once the county is down. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import { verifyRoots } from '#ledger/verify-roots.ts'
import { rowOf } from '#rows/row-of.ts'
import type { Check } from './check.ts'
import { ledgerOnDisk, rootsOnDisk, rowsOnDisk } from './read-disk.ts'

export async function checkRecords(data: string): Promise<Check[]> {
  const ledger = await ledgerOnDisk(data)
  const roots = await rootsOnDisk(data)
  const rows = await rowsOnDisk(data)
  const streams = await Array.fromAsync(ledger.streams(), ({ stream }) => stream)
  const broken = await verifyRoots(ledger, [])
  const unlike = (await verifyRoots(ledger, roots)).filter(({ date }) => date !== undefined)

  const behind: string[] = []
  for (const stream of streams) {
    const { commits } = await ledger.read(stream)
    const wanted = rowOf(stream, commits)
    if (!isDeepStrictEqual(rows.get(stream), wanted))
      behind.push(`${stream}（${numberOf(rows.get(stream))}/${commits.length}）`)
  }
  const stray = [...rows.keys()].filter((stream) => !streams.includes(stream))
  const sentences = (findings: typeof broken) => findings.map(({ sentence }) => sentence)
  return [
    { what: `${streams.length}个记录流的校验链都完整`, wrong: streams.length > 0 ? sentences(broken) : ['没有记录流'] },
    {
      what: `${roots.length}份每日摘要首尾相接，与记录相符`,
      wrong: roots.length > 0 ? sentences(unlike) : ['没有每日摘要'],
    },
    { what: `${rows.size}行列表都与记录一致`, wrong: [...behind, ...stray.map((stream) => `${stream}没有记录`)] },
  ]
}

const numberOf = (row: unknown): number => z.object({ number: z.number() }).safeParse(row).data?.number ?? 0
