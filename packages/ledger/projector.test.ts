import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTable, type Engine, engines } from '../../test/contract/dynamo-engine.ts'
import type { Commit, Ledger } from './ledger.ts'
import { memoryLedger } from './memory-ledger.ts'
import { type ProjectedRow, projector } from './projector.ts'

type Shown = ProjectedRow & { list: string; order: string; title: string }
const row =
  (shape: number) =>
  (stream: string, commits: readonly Commit[]): Shown | undefined =>
    stream.startsWith('login/')
      ? undefined
      : { stream, number: commits.length, shape, list: 'batch/2018-2', order: stream, title: `第${commits.length}版` }

describe.each(engines)('the projector on %s', (_name, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
    await createTable(engine.connect(), 'views', { stream: 'S' })
  })
  afterAll(() => engine.close())

  const write = async (ledger: Ledger, stream: string) =>
    ledger.append((await ledger.read(stream)).head, [{ type: 'added' }], `c${Math.random()}`, 'wang')
  const shown = async (stream: string) =>
    (await engine.connect().send(new GetCommand({ TableName: 'views', Key: { stream } }))).Item
  const setUp = (shape = 1) => {
    const ledger = memoryLedger(() => new Date(0))
    const on = (from: Ledger, version = shape) =>
      projector({ ledger: from, row: row(version), client: engine.connect(), table: 'views' })
    return { ledger, on, project: on(ledger) }
  }

  it('writes a row, and nothing when asked again', async () => {
    const { ledger, project } = setUp()
    await write(ledger, 'case/a')
    expect(await project('case/a')).toBe(true)
    expect(await project('case/a')).toBe(false)
    const expected = { stream: 'case/a', number: 1, shape: 1, list: 'batch/2018-2', order: 'case/a', title: '第1版' }
    expect(await shown('case/a')).toEqual(expected)
  })

  it('writes nothing for a stream nobody wrote, or that stands on no list', async () => {
    const { ledger, project } = setUp()
    await write(ledger, 'login/x')
    expect([await project('case/none'), await project('login/x')]).toEqual([false, false])
    expect([await shown('case/none'), await shown('login/x')]).toEqual([undefined, undefined])
  })

  it('never puts an older row over a newer one', async () => {
    const { ledger, on, project } = setUp()
    await write(ledger, 'case/b')
    const old = await ledger.read('case/b')
    await write(ledger, 'case/b')
    const slow: Ledger = { ...ledger, read: async () => old }
    expect(await project('case/b')).toBe(true)
    expect(await on(slow)('case/b')).toBe(false)
    expect(await shown('case/b')).toMatchObject({ number: 2, title: '第2版' })
  })

  it('replaces a row of the same commits once the row has another shape, and not back', async () => {
    const { ledger, on } = setUp()
    await write(ledger, 'case/c')
    expect(await on(ledger, 1)('case/c')).toBe(true)
    expect(await on(ledger, 2)('case/c')).toBe(true)
    expect(await on(ledger, 1)('case/c')).toBe(false)
    expect(await shown('case/c')).toMatchObject({ shape: 2 })
  })
})
