import { beforeEach, describe, expect, it } from 'vitest'
import { type RosterBody, rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { rosterUses } from './roster-uses.ts'

const issuer = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let persons: ReturnType<typeof memoryPersons>
let readings: string[]
let clicks = 0

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  readings = []
  persons = memoryPersons((line) => readings.push(line))
  await write({ units: [dazhuang], people: [xu, jiang], appointments: [clerk] })
})

type Answer = { status: number; body: any }
const ask = (path: string, given: Partial<RosterBody> | object, key = `click-${clicks++}-long`): Promise<Answer> => {
  const rows = memoryRows(ledger)
  const handler = serve(rosterEndpoints, rosterUses({ ledger, rows, persons, issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows, login: { issuer, subject: 'admin' } }),
  })
  const login = { issuer, subject: 'admin' }
  const body = { units: [], people: [], appointments: [], ...given }
  return send(handler, { method: 'POST', path: `/api/roster/${path}`, body, at: AT, key, login }) as Promise<Answer>
}
const write = (given: Partial<RosterBody>, key?: string) => ask('lines', given, key)
const check = async (given: Partial<RosterBody>) => (await ask('check', given)).body
const me = async (subject: string) => {
  const handler = serve(rosterEndpoints, rosterUses({ ledger, rows: memoryRows(ledger), persons, issuer }), {
    ledger,
    log: () => {},
  })
  return (await send(handler, { path: '/api/me', at: AT, login: { issuer, subject } })) as Answer
}
const whole = async () => {
  const all: unknown[] = []
  for await (const { stream, number } of ledger.streams()) all.push(`${stream} ${number}`)
  return all.toSorted()
}

const dazhuang = { unit: 'dazhuang', name: '大庄镇人民政府', kind: 'town', inScope: true } as const
const caogou = { ...dazhuang, unit: 'caogou', name: '草沟镇人民政府' } as const
const xu = { person: 'r002', name: '许志成', login: 'legal' }
const jiang = { person: 'r001', name: '蒋思远', login: 'clerk' }
const clerk = { person: 'r001', appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } as const

describe('lines that are written together', () => {
  it('are units, people and what they are appointed to, each counted', async () => {
    const lines = {
      units: [
        { ...caogou, parent: 'chengguan' },
        { ...caogou, unit: 'chengguan', name: '城关镇' },
      ],
      people: [{ person: 'r003', name: '严书琴', login: 'head', phone: '0557-7021234' }, xu],
      appointments: [
        { person: 'r003', appointment: 'unitHead', unit: 'caogou', from: '2018-01-01' },
        { person: 'r003', appointment: 'unitHead', unit: 'chengguan', from: '2018-01-01' },
        clerk,
      ],
    } satisfies RosterBody
    expect(await write(lines)).toMatchObject({
      status: 200,
      body: {
        refused: [],
        units: { changed: 2, same: 0 },
        people: { changed: 1, same: 1 },
        appointments: { changed: 2, same: 1 },
      },
    })
    expect((await me('head')).body).toMatchObject({ name: '严书琴', appointments: [{}, {}] })
    // One commit for all lines about one person.
    expect((await ledger.read('person/r003')).commits).toHaveLength(1)
    const before = await whole()
    expect((await write(lines)).body).toMatchObject({
      units: { changed: 0 },
      people: { changed: 0 },
      appointments: { changed: 0, same: 3 },
    })
    expect(await whole()).toEqual(before)
  })

  it('are written once by a click that is repeated', async () => {
    const lines = { people: [{ person: 'r003', name: '严书琴' }], appointments: [{ ...clerk, person: 'r003' }] }
    const first = await write(lines, 'the-same-click')
    const before = await whole()
    expect(await write(lines, 'the-same-click')).toEqual(first)
    expect(await whole()).toEqual(before)
  })

  it('are not written at all where the county refuses one', async () => {
    const before = await whole()
    const { body } = await write({
      units: [caogou],
      people: [{ person: 'r003', name: '严书琴' }],
      appointments: [clerk, { ...clerk, person: 'nobody' }, { ...clerk, unit: 'nowhere' }],
    })
    expect(body.refused).toEqual([
      { list: 'appointments', at: 1, sentence: '名册里没有这个人；请先登记人员。' },
      { list: 'appointments', at: 2, sentence: '名册里没有编号为“nowhere”的单位；请先登记单位。' },
    ])
    expect(await whole()).toEqual(before)
  })
})

describe('a login', () => {
  it('of somebody else moves only when its line says whose it was, and is theirs no more', async () => {
    const before = await whole()
    const { body } = await write({ people: [{ ...jiang, login: 'legal' }] })
    expect(body.refused).toEqual([
      {
        list: 'people',
        at: 0,
        sentence:
          '账号“legal”由许志成（r002）改归蒋思远（r001），许志成（r002）从此不能用它登录；确要这样改，请核对后确认。',
      },
    ])
    expect(await whole()).toEqual(before)
    expect(
      (await write({ people: [{ ...jiang, login: 'legal', loginFrom: 'r003' } as never] })).body.refused,
    ).toHaveLength(1)
    expect((await write({ people: [{ ...jiang, login: 'legal', loginFrom: 'r002' } as never] })).body.refused).toEqual(
      [],
    )
    expect((await me('legal')).body).toMatchObject({ person: 'r001' })
  })

  it('that was replaced ends, and so do its rights', async () => {
    expect((await me('clerk')).body.appointments).toHaveLength(1)
    await write({ people: [{ ...jiang, login: 'new-clerk' }] })
    expect((await me('new-clerk')).body.appointments).toHaveLength(1)
    expect(await me('clerk')).toMatchObject({
      status: 403,
      body: { error: '这个账号已经停用，名册里您已改用其他账号；请用新账号登录，或联系系统管理员。' },
    })
    // Nobody's any more, it can be given to whomever.
    expect((await check({ people: [{ ...xu, login: 'clerk' }] })).changes.map(({ what }: any) => what)).toEqual([
      'replaced',
    ])
    await write({ people: [{ ...xu, login: 'clerk' }] })
    expect((await me('clerk')).body).toMatchObject({ person: 'r002' })
  })

  it('stays where the line names none, and comes back to whoever had it', async () => {
    await write({ people: [{ person: 'r001', name: '蒋思远' }] })
    expect((await me('clerk')).status).toBe(200)
    await write({ people: [{ ...jiang, login: 'other' }] })
    await write({ people: [jiang] })
    expect([(await me('clerk')).status, (await me('other')).status]).toEqual([200, 403])
  })

  it('is exchanged between two by one import', async () => {
    const people = [
      { ...jiang, login: 'legal', loginFrom: 'r002' },
      { ...xu, login: 'clerk', loginFrom: 'r001' },
    ]
    expect((await write({ people })).body).toMatchObject({ refused: [], people: { changed: 2 } })
    expect([(await me('clerk')).body.person, (await me('legal')).body.person]).toEqual(['r002', 'r001'])
  })
})

describe('the check of a roster', () => {
  it('says what it would change of whom, and writes nothing', async () => {
    const before = await whole()
    expect(
      await check({
        units: [{ ...dazhuang, name: '大庄乡人民政府' }],
        people: [{ person: 'r001', name: '王五', login: 'legal' }],
        appointments: [],
      }),
    ).toEqual({
      refused: [],
      changes: [
        { list: 'units', at: 0, what: 'renamed', sentence: '单位“dazhuang”由“大庄镇人民政府”改名为“大庄乡人民政府”' },
        { list: 'people', at: 0, what: 'renamed', sentence: '“r001”由蒋思远改名为王五，其岗位和账号随之归王五' },
        {
          ...{ list: 'people', at: 0, what: 'moved', from: 'r002' },
          sentence: '账号“legal”由许志成（r002）改归王五（r001），许志成（r002）从此不能用它登录',
        },
        { list: 'people', at: 0, what: 'replaced', sentence: '王五（r001）改用账号“legal”，不能再用原来的账号登录' },
      ],
    })
    expect(await whole()).toEqual(before)
  })

  it('lists what a unit is, under what, and whether it takes part, each by itself', async () => {
    await write({ units: [{ ...caogou, parent: 'dazhuang' }] })
    const { changes } = await check({ units: [{ ...caogou, kind: 'department', inScope: false }] })
    expect(changes).toEqual([
      ...[
        '的单位类别由“乡镇”改为“行政执法部门”',
        '的上级单位由“dazhuang”改为“无”',
        '由在创建范围内改为不在创建范围内',
      ].map((said) => ({ list: 'units', at: 0, what: 'changed', sentence: `单位“caogou”（草沟镇人民政府）${said}` })),
    ])
  })

  it('lists a right that is given back or taken, and none that stays', async () => {
    const of = async (to: string | null | undefined) =>
      (await check({ appointments: [{ ...clerk, ...(to !== undefined && { to }) }] })).changes
    const ended = { list: 'appointments', at: 0, what: 'shortened' }
    const right = '蒋思远（r001）的岗位“大庄镇人民政府创建单位经办人”'
    expect(await of('2018-09-30')).toEqual([
      { ...ended, sentence: `${right}原来没有结束日期，改为2018年9月30日结束，权限到这一天为止` },
    ])
    await write({ appointments: [{ ...clerk, to: '2018-09-30' }] })
    for (const to of [undefined, '2018-09-30']) expect([to, await of(to)]).toEqual([to, []])
    expect(await of('2018-03-01')).toEqual([
      { ...ended, sentence: `${right}原在2018年9月30日结束，改为2018年3月1日结束，权限到这一天为止` },
    ])
    const said = '蒋思远（r001）的岗位“大庄镇人民政府创建单位经办人”原在2018年9月30日结束，'
    const given = { list: 'appointments', at: 0, what: 'prolonged' }
    expect(await of('2018-12-31')).toEqual([{ ...given, sentence: `${said}改为2018年12月31日结束，权限随之延续` }])
    expect(await of(null)).toEqual([{ ...given, sentence: `${said}改为不写结束日期，权限随之延续` }])
  })

  it('lists a right that would stand twice since its first day is another one, and none that follows the other', async () => {
    const of = async (...appointments: object[]) => (await check({ appointments } as never)).changes
    const twice = { ...clerk, from: '2018-01-02', to: '2018-02-28' }
    expect(await of(twice)).toEqual([
      {
        ...{ list: 'appointments', at: 0, what: 'doubled' },
        sentence:
          '蒋思远（r001）的岗位“大庄镇人民政府创建单位经办人”已从2018年1月1日起登记，没有结束日期，再从2018年1月2日起登记一次，两次并存，原来的一次不因此改变；要改原来的一次，起始日期请写2018年1月1日',
      },
    ])
    const [ends, follows] = [
      { ...clerk, to: '2018-03-01' },
      { ...clerk, from: '2018-03-02' },
    ]
    for (const lines of [
      [ends, follows],
      [follows, ends],
    ])
      expect((await of(...lines)).map(({ what }: any) => what)).toEqual(['shortened'])
    expect(await of({ ...clerk, person: 'r002' }, { ...clerk, appointment: 'unitHead', from: '2018-01-02' })).toEqual(
      [],
    )
    // Of two new lines neither is registered yet, and it is said once.
    const fresh = { ...clerk, person: 'r002' }
    for (const lines of [
      [fresh, { ...fresh, from: '2018-01-02' }],
      [{ ...fresh, from: '2018-01-02' }, fresh],
    ])
      expect((await of(...lines)).map(({ sentence }: any) => sentence)).toEqual([
        '许志成（r002）的岗位“大庄镇人民政府创建单位经办人”在本次登记的内容里从2018年1月1日起登记，没有结束日期，又从2018年1月2日起登记一次，两次并存；只要一次的，请删去其中一行',
      ])
    // What stands twice already is no news.
    await write({ appointments: [twice] })
    expect(await of(twice, clerk)).toEqual([])
  })

  it('lists a telephone number in the place of another by their ends alone, and none that is the first or stays', async () => {
    const of = async (phone?: string) => (await check({ people: [{ ...jiang, phone }] })).changes
    expect(await of('13955571234')).toEqual([])
    await write({ people: [{ ...jiang, phone: '13955571234' }] })
    for (const phone of ['13955571234', undefined]) expect(await of(phone)).toEqual([])
    expect(await of('13955575678')).toEqual([
      {
        ...{ list: 'people', at: 0, what: 'rephoned' },
        sentence: '蒋思远（r001）登记的电话由尾号1234改为尾号5678的另一个号码',
      },
    ])
    await write({ people: [{ ...jiang, phone: '0557-7021234' }] })
    // The same number, set otherwise.
    for (const phone of ['05577021234', '0557 7021234']) expect(await of(phone)).toEqual([])
    expect((await of('0558-7021234')).map(({ sentence }: any) => sentence)).toEqual([
      '蒋思远（r001）登记的电话改为尾号1234的另一个号码，尾号与原来的相同',
    ])
    expect(readings.at(-1)).toContain('登记人员时核对是否有变动')
  })

  it('has nothing to say of what is there already, and of what is new', async () => {
    const lines = { units: [dazhuang, caogou], people: [jiang, xu, { person: 'r003', name: '严书琴' }] }
    expect(await check({ ...lines, appointments: [clerk, { ...clerk, person: 'r003', unit: 'caogou' }] })).toEqual({
      refused: [],
      changes: [],
    })
  })

  it('refuses every line that could not be written, taking those before it as written', async () => {
    const { refused } = await check({
      units: [
        { ...caogou, name: '大庄镇人民政府' },
        { ...caogou, unit: 'heita', parent: 'nowhere' },
        { ...caogou, unit: 'heita', name: '黑塔镇' },
      ],
      people: [jiang, { ...jiang, name: '蒋远' }, { person: 'r004', name: '李四', login: 'clerk' }],
      appointments: [
        { person: 'r004', appointment: 'unitClerk', unit: 'caogou', from: '2018-01-01' },
        { person: 'r004', appointment: 'officeHead', unit: 'caogou', from: '2018-01-01' },
        { person: 'r009', appointment: 'officeHead', from: '2018-01-01' },
      ],
    })
    expect(refused.map(({ list, at, sentence }: any) => `${list} ${at} ${sentence}`)).toEqual([
      'units 0 “大庄镇人民政府”已用编号“dazhuang”登记；请用那个编号，或改正名称。',
      'units 1 名册里没有编号为“nowhere”的单位；请先登记单位。',
      'units 2 编号“heita”与第2个重复；请删去其中一行。',
      'people 1 编号“r001”与第1个重复；请删去其中一行。',
      'people 2 账号“clerk”与第1个重复；请删去其中一行。',
      'appointments 1 岗位与单位不符：此岗位不属于某个单位，请把单位留空。',
      'appointments 2 名册里没有这个人；请先登记人员。',
    ])
  })

  it('knows a unit by its name in whatever way it is typed, and takes names that change hands', async () => {
    const named = async (...units: [string, string][]) =>
      (await check({ units: units.map(([unit, name]) => ({ ...caogou, unit, name })) })).refused.length
    expect(await named(['caogou', ' 大庄镇\u200b人民　政府'])).toBe(1)
    expect(await named(['dazhuang', '草沟镇人民政府'], ['caogou', '大庄镇人民政府'])).toBe(0)
    expect(await named(['a1', '县城管局（执法大队）'], ['a2', '县城管局(执法大队)'])).toBe(1)
  })

  it('refuses units that stand under themselves, by whatever way round', async () => {
    await write({
      units: [
        { ...caogou, parent: 'dazhuang' },
        { ...caogou, unit: 'heita', name: '黑塔镇', parent: 'caogou' },
      ],
    })
    const { refused } = await check({ units: [{ ...dazhuang, parent: 'heita' }] })
    expect(refused[0].sentence).toBe('单位“dazhuang”的上级单位一级级往上又回到它自己；请改正其中一行的上级单位。')
    const under = (unit: string, parent: string) => ({ ...caogou, unit, name: `泗县${unit}公司`, parent })
    expect((await check({ units: [under('ua', 'ub'), under('ub', 'ua')] })).refused).toHaveLength(2)
    expect((await check({ units: [under('ua', 'heita'), under('ub', 'ua')] })).refused).toEqual([])
  })

  it('says of a last day that has passed what to write, in the sentence itself', async () => {
    const { refused } = await check({ appointments: [{ ...clerk, to: '2018-02-01' }] })
    expect(refused.map(({ sentence }: any) => sentence)).toEqual([
      '岗位不能倒签结束：2018年2月1日已经过去，那以后他仍在任；结束日期请写今天或以后。',
    ])
  })

  it('refuses personal data that are blocked, before anything is written', async () => {
    const { state } = await execute(ledger, personKind, {
      ...{ stream: personStream('r001'), command: 'look-at-it', by: 'admin' },
      decide: appoint(clerk, { by: 'admin', received: AT }),
    })
    await persons.block(state.personal!.id)
    expect((await check({ people: [jiang] })).refused[0].sentence).toContain('已封存')
  })
})

describe('the right of the last administrator', () => {
  const keeper = { person: 'r001', appointment: 'administrator', from: '2018-01-01' } as const
  const other = { ...keeper, person: 'r002' } as const
  const security = { person: 'r008', appointment: 'securityAdministrator', from: '2018-01-01' } as const
  const ended = (to: string, one: object = keeper) => ({ ...one, to }) as never
  const of = async (...appointments: object[]) => (await check({ appointments } as never)).refused
  // The login that stands in goes on as nobody of them: what is refused is the line's.
  beforeEach(() =>
    write({
      people: [
        { ...jiang, login: 'admin' },
        { person: 'r008', name: '安全' },
      ],
      appointments: [keeper, security],
    }),
  )

  it('is not ended, today or later, and nothing of those lines is written', async () => {
    const before = await whole()
    for (const [to, said] of [
      ['2018-03-01', '2018年3月1日'],
      ['2018-12-31', '2018年12月31日'],
    ] as const)
      expect(await of(ended(to))).toEqual([
        {
          ...{ list: 'appointments', at: 0 },
          sentence: `蒋思远（r001）是最后一名系统管理员，${said}以后就没有人能登记名册；请先登记接任的系统管理员（有账号，不写结束日期），或者写在同一份名册里。`,
        },
      ])
    expect(
      (await write({ people: [{ ...xu, phone: '0557-7021234' }], appointments: [ended('2018-03-01')] })).body,
    ).toMatchObject({
      refused: [{ sentence: expect.stringContaining('最后一名系统管理员') }],
      people: { changed: 0 },
    })
    expect(await whole()).toEqual(before)
  })
  it('is ended where another one is there on the day after, of before or by the same lines', async () => {
    for (const lines of [
      [ended('2018-03-31'), { ...other, from: '2018-04-01' }],
      [other, ended('2018-03-01')],
    ])
      expect(await of(...lines)).toEqual([])
    expect(await of(ended('2018-03-31'), { ...other, from: '2018-04-02' })).toHaveLength(1)
    expect(await of(ended('2018-03-01'), ended('2018-03-01', other))).toHaveLength(1)
    const { commits } = await ledger.read('person/r002')
    expect((await write({ appointments: [other] })).body).toMatchObject({ waiting: 1, appointments: { changed: 1 } })
    expect((await ledger.read('person/r002')).commits).toHaveLength(commits.length + 1)
    // It waits for approval: until then it is of no use to anybody.
    expect(await of(ended('2018-03-01'))).toHaveLength(1)
  })
  it('is not ended for somebody who follows for some days only, or cannot log in', async () => {
    const until = async (...lines: object[]) => (await of(...lines)).map(({ sentence }: any) => sentence.split('，')[1])
    const from = { ...other, from: '2018-04-01' }
    expect(await until(ended('2018-03-31'), ended('2018-04-02', from))).toEqual([
      '2018年4月2日以后就没有人能登记名册；请先登记接任的系统管理员（有账号',
    ])
    expect(await until(ended('2018-03-31'), ended('2018-04-02', { ...keeper, from: '2018-04-01' }))).toEqual([
      expect.stringContaining('2018年4月2日以后'),
    ])
    expect(await until(ended('2018-03-31'), ended('2018-04-02', from), { ...other, from: '2018-04-03' })).toEqual([])
    await write({ people: [{ person: 'r003', name: '何英' }] })
    const noLogin = { ...from, person: 'r003' }
    expect(await until(ended('2018-03-31'), noLogin)).toEqual([expect.stringContaining('2018年3月31日以后')])
    const withLogin = { people: [{ person: 'r003', name: '何英', login: 'heying' }] }
    expect((await check({ ...withLogin, appointments: [ended('2018-03-31'), noLogin] } as never)).refused).toEqual([])
  })
  it('may have had a last day from the first, and other rights end as ever', async () => {
    expect(await of(ended('2018-12-31', other), ended('2018-03-01', clerk))).toEqual([])
  })
})

it.each([
  ['王　伟', '王伟'],
  ['王\n伟\u200b', '王伟'],
  ['⽅⺠', '方民'],
  ['买买提・艾力', '买买提·艾力'],
])('the name %j is kept as %s', async (typed, kept) => {
  await write({ people: [{ person: 'r003', name: typed }] })
  const [commit] = (await ledger.read('person/r003')).commits
  const [event] = commit!.events as { personal: { id: string } }[]
  expect((await persons.names([event!.personal.id])).get(event!.personal.id)).toBe(kept)
})

it.each([
  ['#N/A', '“#N/A”是表格公式的错误提示，不是名称；请填写名称'],
  ['王?', '“王?”中有无法显示的字，可能是表格另存时丢失的；请改正'],
  ['\u200b\u3000', '请填写姓名'],
  ['王'.repeat(31), '姓名最多30字，收到31字；请删减'],
])('the name %j is refused', async (name, sentence) => {
  const { status, body } = await write({ people: [{ person: 'r003', name }] })
  expect([status, Object.values(body.fields)]).toEqual([422, [sentence]])
})

it('of a rare character counts one, and its unit’s name is refused likewise', async () => {
  expect((await write({ people: [{ person: 'r003', name: '𠮷'.repeat(30) }] })).body.people.changed).toBe(1)
  expect((await write({ units: [{ ...caogou, name: '#REF!' }] })).status).toBe(422)
})

describe('what a line does not say', () => {
  const kept = async () => {
    const { commits } = await ledger.read('person/r002')
    const { events } = commits.at(-1)!
    const personal = (events as { personal?: { id: string } }[]).findLast((one) => one.personal)?.personal
    return persons.read(personal!.id, { purpose: 'test', by: 'admin' })
  }
  it('stays as it is kept: a telephone number, and an appointment’s last day', async () => {
    await write({ people: [{ ...xu, phone: '0557-7021234' }], appointments: [{ ...clerk, to: '2018-09-30' }] })
    expect((await write({ people: [xu], appointments: [clerk] })).body).toMatchObject({
      refused: [],
      people: { changed: 0, same: 1 },
      appointments: { changed: 0, same: 1 },
    })
    expect(await kept()).toMatchObject({ name: '许志成', phone: '0557-7021234' })
    expect((await write({ people: [{ ...xu, name: '许志诚' }] })).body.people).toEqual({ changed: 1, same: 0 })
    expect(await kept()).toMatchObject({ name: '许志诚', phone: '0557-7021234' })
  })
  it('is taken away where the line says so, which is listed before', async () => {
    await write({ people: [{ ...xu, phone: '0557-7021234' }], appointments: [{ ...clerk, to: '2018-09-30' }] })
    const lines = { people: [{ ...xu, phone: null }], appointments: [{ ...clerk, to: null }] }
    expect((await check(lines)).changes.map(({ what, sentence }: any) => `${what} ${sentence}`)).toEqual([
      'erased 许志成（r002）登记的电话将删去',
      expect.stringContaining('prolonged 蒋思远（r001）的岗位'),
    ])
    expect((await write(lines)).body).toMatchObject({ people: { changed: 1 }, appointments: { changed: 1 } })
    expect(await kept()).not.toHaveProperty('phone')
    expect((await me('clerk')).body.appointments).toHaveLength(1)
  })
  it('is a name of one person, at this edge as in a file', async () => {
    for (const name of ['王\ue863', '#SPILL!', '=A1', '张三、李四', '同上', '王■', '请假：何英', '县长'])
      expect([name, (await write({ people: [{ ...xu, name }] })).body.fields]).toEqual([
        name,
        { 'people.0.name': expect.stringContaining(`“${name}”`) },
      ])
  })
})
