import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetWhatWasLeft, noteWhatIsLeft } from '#local-cloud/time/left-whole.ts'
import { Sentence } from '#typed/sentence.ts'
import { OFFICER } from '#verify/rejudge/fixtures/county.ts'
import { start } from '../start/start.ts'
import { forged } from './fixtures/damage.ts'
import { CASE, get, LEDGER, makeStore, put, take, UNIT, VIEWS, withTables } from './fixtures/small-store.ts'
import { mustBeWhole } from './must-be-whole.ts'
import { verifyCommand } from './verify-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-whole-'))
const whole = join(folder, 'whole')
beforeAll(async () => {
  await makeStore(whole)
  for (const [name, text] of [
    ['instant', '1525307400000'],
    ['port', '24599'],
    ['secret', 'ab'.repeat(32)],
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
const log = (data: string): string => globSync(join(data, 'tables/*.log'))[0]!
/** The exit code of `shifan verify`, and what it said or refused with. */
async function verified(data: string): Promise<[number, string]> {
  let said = ''
  const code = await verifyCommand(['--data', data], (text) => {
    said = text
  }).catch((error: unknown) => {
    said = String(error)
    return error instanceof Sentence ? 1 : 2
  })
  return [code, said]
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
  ['no tables', (data) => rmSync(join(data, 'tables'), { recursive: true }), 'tables文件夹'],
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
  ['an instant that no clock has', (data) => writeFileSync(join(data, 'instant'), '9e15'), '文件instant无法读取'],
  ['no offset', (data) => writeFileSync(join(data, 'offset'), ''), '文件offset无法读取'],
  ['no secret', (data) => writeFileSync(join(data, 'secret'), ''), '文件secret无法读取'],
  ['executions', (data) => writeFileSync(join(data, 'executions'), '["a",{\n["b",{}]\n'), '文件executions无法读取'],
  ['consumers', (data) => writeFileSync(join(data, 'consumers'), '{}\n'), '文件consumers无法读取'],
  ['no log of the database', (data) => renameSync(log(data), `${log(data)}.old`), '没有表ledger'],
])('stops `start` in a sentence, without a stack, and `verify` says the same: %s', async (_what, damage, sentence) => {
  const data = await damaged(damage)
  const refused = start(['--data', data, '--port', '24599'])
  await expect(refused).rejects.toThrow(Sentence)
  await expect(refused).rejects.toThrow(sentence)
  expect(await verified(data)).toEqual([1, expect.stringContaining(sentence)])
})

it('says of a folder that has lost its time that it is damaged, which `start` takes for somebody else’s', async () => {
  const data = await damaged((at) => unlinkSync(join(at, 'instant')))
  expect(await verified(data)).toEqual([1, expect.stringContaining('缺少文件instant')])
})

describe('after a county was ended in order', () => {
  const ended = (damage: (data: string) => unknown) =>
    damaged(async (data) => {
      noteWhatIsLeft(data)
      await damage(data)
    })
  const cut = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))
  it('finds nothing where nothing was touched, nor after a kill, which leaves no list', async () => {
    expect((await verified(await ended(() => {})))[0]).toBe(0)
    const killed = await ended((data) => {
      writeFileSync(join(data, 'executions'), '')
      forgetWhatWasLeft(data)
    })
    expect((await verified(killed))[0]).toBe(0)
  })

  it.each<[string, (data: string) => unknown, string[]]>([
    ['cut executions', (data) => writeFileSync(join(data, 'executions'), ''), ['executions', '当时13字节，现为0字节']],
    ['cut consumers', (data) => writeFileSync(join(data, 'consumers'), ''), ['consumers', '现为0字节']],
    ['another secret', (data) => writeFileSync(join(data, 'secret'), 'cd'.repeat(32)), ['secret', '现为64字节']],
    ['no undelivered', (data) => unlinkSync(join(data, 'undelivered')), ['undelivered', '现在不见了']],
    ['another instant', (data) => writeFileSync(join(data, 'instant'), '1525000000001'), ['instant', '现为13字节']],
    ['no readable list', (data) => writeFileSync(join(data, 'left'), '{'), ['left', '文件left']],
    [
      'a last commit that went with the log of the database',
      (data) => truncateSync(log(data), statSync(log(data)).size - 40),
      ['tables/', '现为'],
    ],
  ])('names %s, and does not start', async (_what, damage, [file, how]) => {
    const data = await ended(damage)
    const [code, said] = await verified(data)
    expect([code, said]).toEqual([1, expect.stringContaining(`✗ ${file}`)])
    expect(said).toContain(how)
    await expect(start(['--data', data, '--port', '24599'])).rejects.toThrow(how)
  })

  it('names a log of the database that was cut in half, or says that the database cannot be read', async () => {
    const data = await ended((at) => cut(log(at)))
    expect(await verified(data)).toEqual([1, expect.stringMatching(/✗ tables\/.*log|没有表/)])
  })
})

it('misses the log of the database after a kill, too', async () => {
  // Opened once more, so that what was written has left the log.
  const data = await damaged(async (at) => {
    await withTables(at, async () => {})
    for (const path of globSync(join(at, 'tables/*.log'))) unlinkSync(path)
  })
  expect(await verified(data)).toEqual([1, expect.stringContaining('tables文件夹中没有数据库的日志')])
})

it('only says that a list differs: newer software may make another one of the same commits', async () => {
  const data = await damaged((at) =>
    withTables(at, async (ask) => put(ask, VIEWS, { ...(await get(ask, VIEWS, { stream: UNIT })), name: '别名' })),
  )
  const said: string[] = []
  await mustBeWhole(data, (sentence) => said.push(sentence))
  expect(said).toEqual([expect.stringContaining('列表有1处与记录不符，记录本身无误')])
})

it('only says what this release would not have decided: an older one may have', async () => {
  const data = await damaged((at) =>
    withTables(at, async (ask) => {
      const events = [{ type: 'registered', unit: 'ghost', name: '鬼镇人民政府', kind: 'town', inScope: true }]
      await forged(ask, 'unit/ghost', [], { by: OFFICER, events })
    }),
  )
  const said: string[] = []
  await mustBeWhole(data, (sentence) => said.push(sentence))
  expect(said).toEqual([
    expect.stringContaining('公开页面没有核对'),
    expect.stringMatching(/不是名册的管理员.*共1处按现在的规则办不成/),
  ])
})

it('only says that a day has no root, and stops at one that the next root misses', async () => {
  const without = (...days: string[]) =>
    damaged((at) => {
      writeFileSync(join(at, 'instant'), String(Date.parse('2018-05-03T08:30:00+08:00')))
      for (const path of globSync(join(at, 'buckets/*roots1/objects/*.json')))
        if (days.some((day) => readFileSync(path, 'utf8').includes(day))) unlinkSync(path)
    })
  const said: string[] = []
  await mustBeWhole(await without('05-02'), (sentence) => said.push(sentence))
  expect(said).toEqual([expect.stringContaining('2018年5月2日没有每日摘要：当天没有生成，或者后来被删去')])
  await expect(mustBeWhole(await without('05-01'), silent)).rejects.toThrow('2018年5月1日没有每日摘要：已被删去')
})

it('only says that a public page differs: newer software may write another one', async () => {
  const data = await damaged((at) => {
    for (const path of globSync(join(at, 'buckets/*site1/bodies/*'))) writeFileSync(path, '<p>别的</p>')
  })
  const said: string[] = []
  await mustBeWhole(data, (sentence) => said.push(sentence))
  expect(said).toEqual([expect.stringContaining('公开页面有7处与记录不符，记录本身无误')])
})
