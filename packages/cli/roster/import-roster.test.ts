import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from '../../../services/roster/first-administrator.ts'
import { rosterUses } from '../../../services/roster/roster-uses.ts'
import { importRosterCommand } from './import-roster.ts'
import { COLUMNS } from './roster-columns.ts'

const issuer = 'https://login.example'
const at = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let server: Server
let folder: string
let printed: string[]
let asked: number

/** The real handler behind HTTP; the token is the login. */
beforeEach(async () => {
  asked = 0
  ledger = memoryLedger(() => new Date(at))
  const login = { issuer, subject: 'admin' }
  const handler = serve(rosterEndpoints, rosterUses({ ledger, persons: memoryPersons(() => {}), issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows: memoryRows(ledger), login }),
  })
  server = createServer(async (request, response) => {
    asked++
    const answer = await send(handler, {
      method: 'POST',
      path: request.url ?? '',
      body: await text(request),
      at,
      key: String(request.headers['idempotency-key']),
      login: { issuer, subject: String(request.headers.authorization).replace('Bearer ', '') },
    })
    response.writeHead(answer.status).end(answer.text)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  folder = mkdtempSync(join(tmpdir(), 'shifan-roster-'))
  writeFileSync(join(folder, 'token'), 'admin\n')
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await new Promise((done) => server.close(done))
})

const run = (...lines: string[]) => {
  const file = join(folder, '名册.csv')
  writeFileSync(file, [COLUMNS.join(','), ...lines].join('\r\n'))
  return runFile(file)
}
const runFile = (file: string) => {
  const { port } = server.address() as AddressInfo
  return importRosterCommand([file, '--api', `http://127.0.0.1:${port}/`, '--token-file', join(folder, 'token')])
}

const scope = (inScope: string) => `单位,dazhuang,大庄镇人民政府,乡镇,,${inScope},,,,,,`

it('sends the demonstration county; sent again, nothing changes', async () => {
  expect(await runFile('counties/sixian.roster.csv')).toBe(0)
  expect(printed.slice(1)).toEqual([
    '  单位：新增或更新16，未变0',
    '  人员：新增或更新52，未变0',
    '  岗位：新增或更新57，未变0',
  ])
  printed = []
  expect(await runFile('counties/sixian.roster.csv')).toBe(0)
  expect(printed.slice(1)).toEqual([
    '  单位：新增或更新0，未变16',
    '  人员：新增或更新0，未变52',
    '  岗位：新增或更新0，未变57',
  ])
})

it('puts back what another import had changed', async () => {
  for (const inScope of ['是', '否', '是']) await run(scope(inScope))
  expect((await ledger.read('unit/dazhuang')).commits).toHaveLength(3)
})

it('registers units before those under them, wherever they stand', async () => {
  expect(
    await run('单位,yunguan,运管所,二级机构,jiaotong,是,,,,,,', '单位,jiaotong,县交通运输局,行政执法部门,,是,,,,,,'),
  ).toBe(0)
})

it('sends nothing when a line is wrong, and says all of them', async () => {
  await expect(run(scope('是'), scope('大概'), '人员,r1,,,,,,,,,,')).rejects.toThrow(
    /有3处错误，一行都没有发送：\n {2}第3行：“编号”列与第2行重复[\s\S]*第3行：“创建范围”列是“大概”[\s\S]*第4行：“名称”列没有填/,
  )
  expect(asked).toBe(0)
})

it('stops at the line that the API refuses, with its sentence', async () => {
  await expect(run(scope('是'), '岗位,nobody,,,,,,,会议秘书,,2018-01-01,')).rejects.toThrow(
    '第3行办理未成功，余下各行没有发送：名册里没有这个人；请先登记人员。',
  )
  expect(printed).toContain('  单位：新增或更新1，未变0')
})

it('sends no other line once one is refused, and names the first of those under way', async () => {
  const lines = Array.from({ length: 20 }, (_, n) => `岗位,nobody-${n},,,,,,,会议秘书,,2018-01-01,`)
  await expect(run(...lines)).rejects.toThrow('第2行办理未成功')
  expect(asked).toBeLessThanOrEqual(4)
})

it('refuses an address that would carry the token in the open, and an unreadable command', async () => {
  const of = (...args: string[]) => importRosterCommand(args)
  await expect(of('a.csv', '--api', 'http://shifan.example', '--token-file', 't')).rejects.toThrow('不是https')
  await expect(of('a.csv')).rejects.toThrow('用法')
  await expect(of('a.csv', '--what')).rejects.toThrow('用法')
  await expect(of('a.csv', '--api', 'https://shifan.example', '--token-file', 't')).rejects.toThrow('读不到文件a.csv')
})
