import { cpSync, globSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Sentence } from '#typed/sentence.ts'
import { start } from '../start/start.ts'
import { CASE, get, LEDGER, makeStore, put, take, UNIT, VIEWS, withTables } from './fixtures/small-store.ts'
import { mustBeWhole } from './must-be-whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-whole-'))
const whole = join(folder, 'whole')
beforeAll(async () => {
  await makeStore(whole)
  for (const [name, text] of [
    ['instant', '1525000000000'],
    ['offset', '-260000000000'],
    ['executions', '["a",{}]\n["a"'],
    ['undelivered', ''],
    ['consumers', '["x","y"]\n'],
  ] as const)
    writeFileSync(join(whole, name), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

let copies = 0
async function damaged(damage: (data: string) => unknown): Promise<string> {
  const data = join(folder, `${++copies}`)
  cpSync(whole, data, { recursive: true })
  await damage(data)
  return data
}
const silent = (sentence: string) => expect.fail(`it said ${sentence}`)

it('lets a county begin on what was written, also where a kill broke a line off', async () => {
  await mustBeWhole(whole, silent)
})

it.each<[string, (data: string) => unknown, string]>([
  [
    'an altered commit',
    (data) =>
      withTables(data, async (ask) =>
        put(ask, LEDGER, { ...(await get(ask, LEDGER, { stream: CASE, number: 2 })), by: 'x' }),
      ),
    '第2次提交的by被改过',
  ],
  [
    'a commit that is gone',
    (data) => withTables(data, (ask) => take(ask, LEDGER, { stream: CASE, number: 2 })),
    '第2次提交缺失',
  ],
  ['no list of the database', (data) => unlinkSync(join(data, 'tables/CURRENT')), '缺少数据库的文件CURRENT'],
  [
    'a database that ends its process',
    (data) => writeFileSync(globSync(join(data, 'tables/MANIFEST*'))[0]!, 'x'),
    '数据库已损坏，无法读取',
  ],
  ['no tables', (data) => rmSync(join(data, 'tables'), { recursive: true }), '缺少tables文件夹'],
  [
    'no bucket',
    (data) => rmSync(globSync(join(data, 'buckets/*contents1'))[0]!, { recursive: true }),
    '没有存储桶contents',
  ],
  [
    'a bucket’s entry',
    (data) => writeFileSync(globSync(join(data, 'buckets/*roots1/objects/*.json'))[0]!, '{'),
    '的登记',
  ],
  [
    'a file that is gone',
    (data) => unlinkSync(globSync(join(data, 'buckets/*evidence1/bodies/*'))[0]!),
    '的正文不见了',
  ],
  ['no instant', (data) => writeFileSync(join(data, 'instant'), 'soon'), '文件instant无法读取'],
  ['executions', (data) => writeFileSync(join(data, 'executions'), '["a",{\n["b",{}]\n'), '文件executions无法读取'],
])('stops `start` in a sentence, without a stack: %s', async (_what, damage, sentence) => {
  const refused = start(['--data', await damaged(damage), '--port', '24599'])
  await expect(refused).rejects.toThrow(Sentence)
  await expect(refused).rejects.toThrow(sentence)
})

it('only says that a list differs: newer software may make another one of the same commits', async () => {
  const data = await damaged((at) =>
    withTables(at, async (ask) => put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), name: '别名' })),
  )
  const said: string[] = []
  await mustBeWhole(data, (sentence) => said.push(sentence))
  expect(said).toEqual([expect.stringContaining('列表有1处与记录不符，记录本身无误')])
})
