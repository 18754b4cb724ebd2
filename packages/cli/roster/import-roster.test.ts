import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { COLUMNS } from '#roster-file/roster-columns.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from '../../../services/roster/first-administrator.ts'
import { rosterUses } from '../../../services/roster/roster-uses.ts'
import { importRosterCommand } from './import-roster.ts'

const issuer = 'https://login.example'
const at = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let server: Server
let folder: string
let printed: string[]
let asked: number
/** What the command line ends with. */
let more: string[]
/** Happens before the API gets a request. */
let before: (path: string) => Promise<void>

/** The real handler behind HTTP; the token is the login. */
beforeEach(async () => {
  asked = 0
  more = []
  before = async () => {}
  ledger = memoryLedger(() => new Date(at))
  const login = { issuer, subject: 'admin' }
  const handler = serve(
    rosterEndpoints,
    rosterUses({ ledger, rows: memoryRows(ledger), persons: memoryPersons(() => {}), issuer }),
    {
      ledger,
      log: () => {},
      callerOf: callerOrFirstAdministrator({ ledger, rows: memoryRows(ledger), login }),
    },
  )
  server = createServer(async (request, response) => {
    asked++
    await before(request.url ?? '')
    const answer = await send(handler, {
      method: request.method === 'GET' ? 'GET' : 'POST',
      path: request.url ?? '',
      ...(request.method !== 'GET' && { body: await text(request) }),
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
  return importRosterCommand([
    file,
    '--api',
    `http://127.0.0.1:${port}/`,
    '--token-file',
    join(folder, 'token'),
    ...more,
  ])
}

const SAME = '文件中的内容此前都已录入，本次没有改动。'
const scope = (inScope: string) => `单位,dazhuang,大庄镇人民政府,乡镇,,${inScope},,,,,,`

it('sends the demonstration county; sent again, nothing changes', async () => {
  expect(await runFile('counties/sixian.roster.csv')).toBe(0)
  expect(printed.slice(1)).toEqual([
    '  单位：新增或更新16，未变0',
    '  人员：新增或更新55，未变0',
    '  岗位：新增或更新60，未变0',
  ])
  printed = []
  expect(await runFile('counties/sixian.roster.csv')).toBe(0)
  expect(printed.slice(1)).toEqual([
    '  单位：新增或更新0，未变16',
    '  人员：新增或更新0，未变55',
    '  岗位：新增或更新0，未变60',
    SAME,
  ])
})
it('says of the same file from two at once how much of it the other one has written', async () => {
  const lines = ['单位,caogou,草沟镇人民政府,乡镇,,是,,,,,,', '人员,r001,李四,,,,,,,,,']
  const both = await Promise.all([run(...lines), run(...lines)])
  expect(both).toEqual([0, 0])
  const counted = printed.filter((line) => /^ {2}(单位|人员)/.test(line))
  const sum = (pattern: RegExp) => counted.reduce((all, line) => all + Number(pattern.exec(line)?.[1] ?? 0), 0)
  expect([counted.length, sum(/新增或更新(\d+)/), sum(/未变(\d+)/)]).toEqual([4, 2, 2])
  printed = []
  expect(await run(...lines)).toBe(0)
  expect(printed.at(-1)).toBe(SAME)
})

it('registers a unit that nobody knows by the name alone, and knows it again', async () => {
  const line = '单位,jutuan,县剧团（单位名称）,乡镇,,是,,,,,,'
  expect(await run(line)).toBe(0)
  const { commits } = await ledger.read('unit/jutuan')
  expect(commits[0]?.events).toMatchObject([{ name: '县剧团' }])
  printed = []
  expect(await run(line)).toBe(0)
  expect(printed.at(-1)).toBe(SAME)
})

it('puts back what another import had changed', async () => {
  await run(scope('是'))
  for (const inScope of ['否', '是']) {
    const said = await run(scope(inScope)).catch((error: Error) => error.message)
    expect(said).toContain(`由${inScope === '否' ? '在' : '不在'}创建范围内改为`)
    more = ['--confirm', /--confirm (\w+)再/.exec(String(said))?.[1] ?? '']
    expect(await run(scope(inScope))).toBe(0)
    more = []
  }
  expect((await ledger.read('unit/dazhuang')).commits).toHaveLength(3)
})

it('registers units before those under them, wherever they stand', async () => {
  expect(
    await run('单位,yunguan,运管所,二级机构,jiaotong,否,,,,,,', '单位,jiaotong,县交通运输局,行政执法部门,,是,,,,,,'),
  ).toBe(0)
})

it('sends nothing when a line is wrong, and says all of them', async () => {
  await expect(run(scope('是'), scope('大概'), '人员,r1,,,,,,,,,,')).rejects.toThrow(
    /有3处错误，一行都没有写入：\n {2}第3行：“编号”列与第2行重复[\s\S]*第3行：“创建范围”列是“大概”[\s\S]*第4行：“名称”列没有填/,
  )
  expect(asked).toBe(0)
})

const streams = async () => (await Array.fromAsync(ledger.streams())).map(({ stream, number }) => `${stream} ${number}`)

it('writes nothing where the county would refuse a line, however late', async () => {
  const people = Array.from(
    { length: 60 },
    (_, n) => `人员,r${n}0,王${'一二三四五六'[n % 6]}${'甲乙丙丁戊己庚辛壬癸'[n % 10]},,,,l${n},,,,,`,
  )
  await expect(run(scope('是'), ...people, '岗位,nobody,,,,,,,会议秘书,,2018-01-01,')).rejects.toThrow(
    /有1处县里不能登记，一行都没有写入：\n {2}第63行：名册里没有这个人；请先登记人员。$/,
  )
  expect(await streams()).toEqual([])
})

describe('a line with somebody else’s account', () => {
  const xu = '人员,r002,许志成,,,,legal,,,,,'
  const jiang = '人员,r001,蒋思远,,,,clerk,,,,,'
  const moved = '人员,r001,蒋思远,,,,legal,,,,,'
  const code = async (...lines: string[]) => {
    const { message } = await run(...lines).then(
      () => Promise.reject(new Error('it was taken')),
      (error: Error) => error,
    )
    return [message, / --confirm (\w+) |--confirm (\w+)再/.exec(message)?.[2] ?? ''] as const
  }
  beforeEach(() => run(xu, jiang))

  it('is listed and not written, until exactly that is confirmed', async () => {
    const before = await streams()
    const [message, confirm] = await code(moved)
    expect(message).toContain(
      '一行都没有写入。请逐条核对：\n' +
        '  第2行：账号“legal”由许志成（r002）改归蒋思远（r001），许志成（r002）从此不能用它登录。\n' +
        '  第2行：蒋思远（r001）改用账号“legal”，不能再用原来的账号登录。\n',
    )
    more = ['--confirm', '12345678']
    expect((await code(moved))[1]).toBe(confirm)
    expect(await streams()).toEqual(before)
    // What was confirmed is this list and no longer one.
    more = ['--confirm', confirm]
    expect((await code(moved, '人员,r002,许志诚,,,,,,,,,'))[1]).not.toBe(confirm)
    expect(await streams()).toEqual(before)
    expect(await run(moved)).toBe(0)
    expect(await run(moved)).toBe(0)
    more = []
    expect(await run(moved)).toBe(0)
  })

  it('is nothing to confirm where it is their own, or nobody’s', async () => {
    expect(await run(xu, jiang, '人员,r003,严书琴,,,,head,,,,,')).toBe(0)
  })
})

it('stops where the roster has changed since it was checked, and says what is written', async () => {
  const lines = Array.from({ length: 90 }, (_, n) => `人员,r${n}0,王一,,,,l${n},,,,,`)
  // Somebody else gets an account of the second part, behind the check's back.
  before = async (path) => {
    if (!path.endsWith('/lines')) return
    await execute(ledger, loginKind, {
      ...{ stream: loginStream(issuer, 'l60'), command: 'another-import', by: 'somebody' },
      decide: linkLogin('p-9', { by: 'somebody', received: at }),
    })
  }
  await expect(run(...lines)).rejects.toThrow(/核对无误，但写到第62行停下了，以上各项已经写入：账号“l60”由p-9改归/)
  // The first part, and the third one where it was under way beside the second.
  expect(printed.join('\n')).toMatch(/ {2}人员：新增或更新(40|50)，未变0/)
})

it('sends no other part once one is refused', async () => {
  const lines = Array.from({ length: 400 }, (_, n) => `人员,r${n}0,王一,,,,l${n},,,,,`)
  let written = 0
  before = async (path) => {
    if (!path.endsWith('/lines')) return
    written++
    await execute(ledger, loginKind, {
      ...{ stream: loginStream(issuer, 'l0'), command: 'another-import', by: 'somebody' },
      decide: linkLogin('p-9', { by: 'somebody', received: at }),
    })
  }
  await expect(run(...lines)).rejects.toThrow('写到第2行停下了')
  expect(written).toBeLessThanOrEqual(3)
})

const SECURITY = ['人员,r009,安一,,,,an,,,,,', '岗位,r009,,,,,,,安全管理员,,2018-01-01,']

it('appoints administrators last, wherever they stand, since the first one’s right ends there', async () => {
  const lines = Array.from({ length: 90 }, (_, n) => `人员,r${n}0,王一,,,,l${n},,,,,`)
  expect(await run('人员,r001,李四,,,,li,,,,,', '岗位,r001,,,,,,,系统管理员,,2018-01-01,', ...lines, ...SECURITY)).toBe(
    0,
  )
})

it('says how much of it waits for somebody else’s approval, and that is no change any more when sent again', async () => {
  await run('人员,r001,李四,,,,li,,,,,', ...SECURITY, '岗位,r001,,,,,,,系统管理员,,2018-01-01,')
  writeFileSync(join(folder, 'token'), 'li')
  const file = ['人员,r001,李四,,,,li-new,,,,,', '人员,r002,赵五,,,,zhao,,,,,', '岗位,r002,,,,,,,会议秘书,,2018-01-01,']
  const asked = await run(...file).catch((error: Error) => error.message)
  more = ['--confirm', /--confirm (\w+)再/.exec(String(asked))?.[1] ?? '']
  printed = []
  expect(await run(...file)).toBe(0)
  expect(printed.at(-1)).toBe('其中账号和岗位3项要由另一名管理员在工作台“名册”的“审批”中批准后才生效。')
  printed = []
  expect(await run(...file)).toBe(0)
  expect(printed.slice(-3)).toEqual(['  人员：新增或更新0，未变2', '  岗位：新增或更新0，未变1', SAME])
})

it('says what it reads otherwise than it stands', async () => {
  await run('人员,r001,王　伟,,,,,,,,,', '人员,r002,李\u200b四,,,,,,,,,')
  expect(printed.slice(1, 3)).toEqual([
    '  第2行：名称“王 伟”按“王伟”登记。',
    '  第3行：名称“李四”中有看不见的字符，已去掉。',
  ])
})

it('refuses an address that would carry the token in the open, and an unreadable command', async () => {
  const of = (...args: string[]) => importRosterCommand(args)
  await expect(of('a.csv', '--api', 'http://shifan.example', '--token-file', 't')).rejects.toThrow('不是https')
  await expect(of('a.csv')).rejects.toThrow('用法')
  await expect(of('a.csv', '--what')).rejects.toThrow('用法')
  await expect(of('a.csv', '--api', 'https://shifan.example', '--token-file', 't')).rejects.toThrow('无法读取文件a.csv')
})

it('keeps what a line leaves empty, and gives a right back only when that is confirmed', async () => {
  const phone = (cell: string) => `人员,r001,王芳,,,,clerk,${cell},,,,`
  const held = (to: string) => `岗位,r001,,,,,,,创建单位经办人,dazhuang,2018-01-01,${to}`
  await run(scope('是'), phone('0557-7021234'), held('2018-09-30'))
  printed = []
  expect(await run(scope('是'), phone(''), held(''))).toBe(0)
  expect(printed.slice(1)).toEqual([
    '  单位：新增或更新0，未变1',
    '  人员：新增或更新0，未变1',
    '  岗位：新增或更新0，未变1',
    SAME,
  ])
  const before = await streams()
  await expect(run(scope('是'), phone('删除'), held('删除'))).rejects.toThrow(
    /更改已有的单位、人员或账号2处[\s\S]*登记的电话将删去[\s\S]*原在2018年9月30日结束，改为不写结束日期，权限随之延续/,
  )
  await expect(run(scope('是'), phone(''), held('2018-12-31'))).rejects.toThrow('改为2018年12月31日结束')
  expect(await streams()).toEqual(before)
})

it('writes nothing of what takes a right, gives it twice or writes over a number, until that is confirmed', async () => {
  const held = (from: string, to: string) => `岗位,r001,,,,,,,创建单位经办人,dazhuang,${from},${to}`
  const person = (phone: string) => `人员,r001,王芳,,,,clerk,${phone},,,,`
  await run(scope('是'), person('13955571234'), held('2018-01-01', ''))
  const before = await streams()
  const changes = [person('13955575678'), held('2018-01-02', '2018-02-28')]
  const said = await run(...changes).catch((error: Error) => error.message)
  expect(said).toMatch(
    /2处，一行都没有写入[\s\S]*第2行：王芳（r001）登记的电话由尾号1234改为尾号5678[\s\S]*第3行：.*两次并存/,
  )
  await expect(run(held('2018-01-01', '2018-03-01'))).rejects.toThrow('改为2018年3月1日结束，权限到这一天为止')
  expect(await streams()).toEqual(before)
  more = ['--confirm', /--confirm (\w+)再/.exec(String(said))?.[1] ?? '']
  expect(await run(...changes)).toBe(0)
})

it('ends no last administrator’s right, and takes the next one’s from the same file, however far apart', async () => {
  const keeper = (id: string, from: string, to = '') => `岗位,${id},,,,,,,系统管理员,,${from},${to}`
  await run('人员,r001,李四,,,,li,,,,,', keeper('r001', '2018-01-01'), ...SECURITY)
  writeFileSync(join(folder, 'token'), 'li')
  await expect(run(keeper('r001', '2018-01-01', '2018-03-31'))).rejects.toThrow(
    /有1处县里不能登记[\s\S]*李四（r001）是最后一名系统管理员/,
  )
  const lines = Array.from({ length: 90 }, (_, n) => `人员,s${n}0,王一,,,,l${n},,,,,`)
  const next = ['人员,r002,赵五,,,,zhao,,,,,', keeper('r002', '2018-04-01')]
  const file = [keeper('r001', '2018-01-01', '2018-03-31'), ...lines, ...next]
  const said = await run(...file).catch((error: Error) => error.message)
  expect(said).toContain('1处，一行都没有写入')
  more = ['--confirm', /--confirm (\w+)再/.exec(String(said))?.[1] ?? '']
  expect(await run(...file)).toBe(0)
})

it('takes no file of a header alone', async () => {
  await expect(run()).rejects.toThrow(/第1行：只有表头，下面没有单位、人员或岗位；请填写后再导入。$/)
  expect(asked).toBe(0)
})

it('lists a unit that may be one that is there, and writes it where that is confirmed', async () => {
  const unit = (id: string, name: string) => `单位,${id},${name},乡镇,,是,,,,,,`
  await run(unit('dazhuang', '大庄镇人民政府'))
  const before = await streams()
  const said = await run(unit('dazhuang2', '大庄镇政府')).catch((error: Error) => error.message)
  expect(said).toMatch(/有1个单位疑似重复登记，一行都没有写入[\s\S]*第2行：疑似同一单位：“大庄镇政府”，名册已有/)
  expect(await streams()).toEqual(before)
  more = ['--confirm', /--confirm (\w+)再/.exec(String(said))?.[1] ?? '']
  expect(await run(unit('dazhuang2', '大庄镇政府'))).toBe(0)
})
