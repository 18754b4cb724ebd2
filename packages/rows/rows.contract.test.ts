import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { type Engine, openDynalite } from '../../test/contract/dynamo-engine.ts'
import { dynamoRows } from './dynamo-rows.ts'
import { createViews } from './fixtures/create-views.ts'
import { memoryRows } from './memory-rows.ts'
import { SHAPE } from './row.ts'
import { rowOf } from './row-of.ts'
import { type Rows, rowsOf, unitNames } from './rows.ts'

let engine: Engine
let client: DynamoDBDocumentClient
const at = '2018-04-01T01:00:00.000Z'

beforeAll(async () => {
  engine = await openDynalite()
  client = engine.connect()
})
afterAll(() => engine.close())

let tables = 0
/** The rows of a ledger as the table would hold them. */
async function dynamo(ledger: Ledger): Promise<Rows> {
  const table = `views-${tables++}`
  await createViews(client, table)
  for await (const { stream } of ledger.streams()) {
    const row = rowOf(stream, (await ledger.read(stream)).commits)
    if (row) await client.send(new PutCommand({ TableName: table, Item: row }))
  }
  return dynamoRows({ client, table })
}

async function withUnits(ids: readonly string[]): Promise<Ledger> {
  const ledger = memoryLedger(() => new Date(at))
  for (const id of ids)
    await execute(ledger, unitKind, {
      stream: unitStream(id),
      command: `register ${id}`,
      by: 'admin',
      decide: registerUnit(id, { name: `单位${id}`, kind: 'town', inScope: true }, { by: 'admin', received: at }),
    })
  return ledger
}

const kinds: [string, (ledger: Ledger) => Promise<Rows>][] = [
  ['memory', async (ledger) => memoryRows(ledger)],
  ['dynamo', dynamo],
]

describe.each(kinds)('%s rows', (_name, open) => {
  it('get one row, or none', async () => {
    const rows = await open(await withUnits(['a']))
    expect(await rows.get('unit/a')).toMatchObject({ kind: 'unit', unit: 'a', name: '单位a', number: 1 })
    expect(await rows.get('unit/b')).toBeUndefined()
  })

  it('get many at once, more than one request takes, and leave out what has no row', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => `u${n}`)
    const rows = await open(await withUnits(ids))
    const found = await rows.many(['unit/nobody', ...ids, ...ids].map((id) => (id.includes('/') ? id : `unit/${id}`)))
    expect([...found.keys()].toSorted()).toEqual(ids.map((id) => `unit/${id}`).toSorted())
    expect(found.get('unit/u119')).toMatchObject({ kind: 'unit', name: '单位u119' })
    expect(await rows.many([])).toEqual(new Map())
  })

  it('list in order, of that list only', async () => {
    const rows = await open(await withUnits(['c', 'a', 'b']))
    expect((await rowsOf(rows, 'unit', 'units')).map(({ unit }) => unit)).toEqual(['a', 'b', 'c'])
    expect(await Array.fromAsync(rows.list('people'))).toEqual([])
    expect((await unitNames(rows)).get('b')).toBe('单位b')
  })

  it('take a beginning, a start and an end', async () => {
    const rows = await open(await withUnits(['a1', 'a2', 'a3', 'b1']))
    const units = async (span: Parameters<Rows['list']>[1]) =>
      (await rowsOf(rows, 'unit', 'units', span)).map(({ unit }) => unit)
    expect(await units({ prefix: '单位a' })).toEqual(['a1', 'a2', 'a3'])
    expect(await units({ from: '单位a2' })).toEqual(['a2', 'a3', 'b1'])
    expect(await units({ prefix: '单位a', from: '单位a2' })).toEqual(['a2', 'a3'])
    expect(await units({ limit: 2 })).toEqual(['a1', 'a2'])
    expect(await units({ prefix: '单位a', from: '单位a2', limit: 1 })).toEqual(['a2'])
  })

  it('say how far each was made', async () => {
    const rows = await open(await withUnits(['a', 'b']))
    const marks = (await Array.fromAsync(rows.marks())).toSorted((x, y) => x.stream.localeCompare(y.stream))
    expect(marks).toEqual([
      { stream: 'unit/a', number: 1, shape: SHAPE },
      { stream: 'unit/b', number: 1, shape: SHAPE },
    ])
  })
})

it('reads a list longer than one page', async () => {
  const table = `views-${tables++}`
  await createViews(client, table)
  for (let n = 0; n < 8; n++)
    await client.send(
      new PutCommand({
        TableName: table,
        Item: {
          stream: `title/u${n}/2018-2`,
          number: 1,
          shape: 1,
          list: 'register',
          order: `2018-12-0${n}`,
          kind: 'title',
          unit: `u${n}`,
          batch: '2018-2',
          on: `2018-12-0${n}`,
          at: '2018-12-09T01:00:00.000Z',
          act: 'resolution/2018-2/executiveMeeting',
          changedAt: '2018-12-09T01:00:00.000Z',
          padding: '长'.repeat(120_000),
        },
      }),
    )
  expect(await rowsOf(dynamoRows({ client, table }), 'title', 'register')).toHaveLength(8)
})

it('leaves out a row of a shape it does not know', async () => {
  const table = `views-${tables++}`
  await createViews(client, table)
  const old = { stream: 'unit/a', number: 1, shape: 0, list: 'units', order: 'a', kind: 'unit', called: 'a' }
  await client.send(new PutCommand({ TableName: table, Item: old }))
  const rows = dynamoRows({ client, table })
  expect(await Array.fromAsync(rows.list('units'))).toEqual([])
  expect(await Array.fromAsync(rows.marks())).toEqual([{ stream: 'unit/a', number: 1, shape: 0 }])
})
