import { describe, expect, it } from 'vitest'
import type { Caller } from '#edge/use-case.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { procedures, variantOf } from '#procedure/procedures.ts'
import type { Row } from '#rows/row.ts'
import { mustOpen, mustSend } from './may-handle.ts'

/** The latest procedure with an assessment: its team reads what was laid before it, and sends what it records. */
const procedure = variantOf(
  procedures.find(({ steps }) => Object.values(steps).some(({ kind }) => kind === 'inquiry'))!,
)
const caller = (appointment: string): Caller =>
  ({ person: 'li', holdings: [{ appointment, unit: undefined }] }) as unknown as Caller
const received = '2018-05-10T01:00:00.000Z'

async function* inTurn(rows: readonly object[]): AsyncGenerator<never> {
  for (const row of rows) yield row as never
}
/** Batches that are over, in each of which the unit had a case that has ended; `open` of them it still has. */
function county(batches: number, open = 0) {
  const all = Array.from({ length: batches }, (_, at) => `2017-${at + 1}`)
  const read: string[] = []
  const memory = memoryLedger(() => new Date(received))
  const batchRows = all.map((batch) => ({
    ...{ kind: 'batch', stream: `batch/${batch}`, batch, procedure },
    dates: { application: '2017-05-15T16:00:00.000Z' },
  }))
  const cases = new Map(
    all.map((batch, at) => [`case/${batch}/dazhuang`, { kind: 'case', ...(at >= open && { ended: 'refused' }) }]),
  )
  return {
    read,
    deps: {
      contents: memoryContents(),
      ledger: {
        ...memory,
        read: (stream: string, ...rest: []) => {
          read.push(stream)
          return memory.read(stream, ...rest)
        },
      },
      rows: {
        get: async () => undefined,
        many: async (streams: readonly string[]) =>
          new Map([...cases].filter(([stream]) => streams.includes(stream))) as unknown as Map<string, Row>,
        list: () => inTurn(batchRows),
        marks: () => inTurn([]),
      },
    },
  }
}

describe('what past batches cost', () => {
  it.each([10, 100])('nothing to whoever enters a paper or assesses, after %i of them', async (batches) => {
    for (const [appointment, owner, why] of [
      ['officeOfficer', 'dazhuang', '不能代为上传'],
      ['scorer', officeOn('dazhuang'), '没有交您考核'],
    ] as const) {
      const { deps, read } = county(batches)
      await expect(mustSend(deps, { caller: caller(appointment), received }, owner)).rejects.toThrow(why)
      expect(read).toEqual([])
    }
  })

  it('the ledger is asked of those where something stands', async () => {
    const { deps, read } = county(10, 2)
    await expect(mustSend(deps, { caller: caller('officeOfficer'), received }, 'dazhuang')).rejects.toThrow('代为上传')
    expect(new Set(read)).toEqual(new Set(['case/2017-1/dazhuang', 'case/2017-2/dazhuang']))
  })

  it('whoever sent a file opens it without a question', async () => {
    const { deps, read } = county(100)
    await mustOpen(deps, { caller: caller('scorer'), received }, 'dazhuang', 'a'.repeat(64), 'li')
    expect(read).toEqual([])
  })
})
