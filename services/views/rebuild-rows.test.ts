import { PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { projector } from '#ledger/projector.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { createViews } from '#rows/fixtures/create-views.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { rowOf } from '#rows/row-of.ts'
import type { Rows } from '#rows/rows.ts'
import { type Engine, openDynalite } from '../../test/contract/dynamo-engine.ts'
import { countRepairs } from './count-repairs.ts'
import { write } from './fixtures/small-county.ts'
import { rebuildRows } from './rebuild-rows.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openDynalite()
})
afterAll(() => engine.close())

let tables = 0
async function setUp() {
  const client = engine.connect()
  const table = `views-${tables++}`
  await createViews(client, table)
  const ledger = memoryLedger(() => new Date(0))
  const from = (read: Ledger) => projector({ ledger: read, row: rowOf, client, table })
  return {
    ledger,
    rows: dynamoRows({ client, table }),
    from,
    project: from(ledger),
    put: (Item: object) => client.send(new PutCommand({ TableName: table, Item: { ...Item } })),
  }
}

const rename = (ledger: Ledger, unit: string, name: string) =>
  write(ledger, `unit/${unit}`, { type: 'registered', unit, name, kind: 'town', inScope: true })
const listed = async (rows: Rows) =>
  (await Array.fromAsync(rows.list('units'))).toSorted((a, b) => a.stream.localeCompare(b.stream))

it('ends at the same rows whatever the order and number of pokes', async () => {
  const unit = fc.constantFrom('a', 'b', 'c')
  const doing = fc.oneof(
    fc.record({ does: fc.constant('write' as const), unit }),
    fc.record({ does: fc.constant('poke' as const), unit }),
    fc.record({ does: fc.constant('read now, write late' as const), unit }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 25 }), async (story) => {
      const { ledger, rows, project, from } = await setUp()
      const late: (() => Promise<boolean>)[] = []
      for (const [i, { does, unit }] of story.entries()) {
        const stream = `unit/${unit}`
        if (does === 'write') await rename(ledger, unit, `第${i}名`)
        else if (does === 'poke') await project(stream)
        else {
          const old = await ledger.read(stream)
          late.push(() => from({ ...ledger, read: async () => old })(stream))
        }
      }
      await Promise.all(['c', 'a', 'b', 'a'].map((last) => project(`unit/${last}`)))
      for (const put of late) await put()
      expect(await listed(rows)).toEqual(await listed(memoryRows(ledger)))
    }),
    { numRuns: 25 },
  )
})

it('puts again what lags, counts it, and finds nothing the next time', async () => {
  const { ledger, rows, project } = await setUp()
  await rename(ledger, 'a', '甲')
  await rename(ledger, 'b', '乙')
  await write(ledger, 'login/x', { type: 'linked', person: 'p1' })
  await project('unit/a')
  await rename(ledger, 'a', '甲甲')
  expect(await rebuildRows({ ledger, rows, project })).toEqual({ looked: 3, repaired: 2, altered: 0 })
  expect(await listed(rows)).toEqual(await listed(memoryRows(ledger)))
  expect(await rebuildRows({ ledger, rows, project })).toEqual({ looked: 3, repaired: 0, altered: 0 })
})

it('leaves the row of a stream that was altered as it is, counts it, and puts all others', async () => {
  const { ledger, rows, from, project } = await setUp()
  await rename(ledger, 'a', '甲')
  await project('unit/a')
  await rename(ledger, 'a', '甲甲')
  await rename(ledger, 'b', '乙')
  const altered = alteredLedger(ledger, 'unit/a')
  const counted = await rebuildRows({ ledger: altered, rows, project: from(altered) })
  expect(counted).toEqual({ looked: 2, repaired: 1, altered: 1 })
  expect((await listed(rows)).map((row) => [row.stream, row.number])).toEqual([
    ['unit/a', 1],
    ['unit/b', 1],
  ])
})

it('replaces a row of an older shape', async () => {
  const { ledger, rows, project, put } = await setUp()
  await rename(ledger, 'a', '甲')
  await put({ stream: 'unit/a', number: 1, shape: 0, list: 'units', order: '甲' })
  expect(await rebuildRows({ ledger, rows, project })).toEqual({ looked: 1, repaired: 1, altered: 0 })
  expect(await listed(rows)).toEqual(await listed(memoryRows(ledger)))
})

it('counts as a metric that an alarm can watch', () => {
  expect(countRepairs({ looked: 7, repaired: 2 }, new Date(5))).toMatchObject({
    _aws: { Timestamp: 5, CloudWatchMetrics: [{ Namespace: 'Shifan', Dimensions: [[]] }] },
    RowsLooked: 7,
    RowsRepaired: 2,
  })
})
