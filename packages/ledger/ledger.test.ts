import { randomUUID } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTable, type Engine, engines } from '../../test/contract/dynamo-engine.ts'
import { boundCommand } from './bound-command.ts'
import { verifyChain } from './chain.ts'
import { dynamoLedger } from './dynamo-ledger.ts'
import type { Kind } from './kind.ts'
import { execute, Head, type Ledger, MovedOn, readStream } from './ledger.ts'
import { memoryLedger } from './memory-ledger.ts'
import { Refused } from './refused.ts'
import { CommitTooLarge } from './sizes.ts'

type Added = { type: 'added'; n: number; text?: string }
const added = (n: number, text?: string): Added => ({ type: 'added', n, ...(text && { text }) })
const sum: Kind<Added, number> = {
  parse: (stored) => stored as Added,
  initial: 0,
  evolve: (total, { n }) => total + n,
}
const AT = '2018-05-15T15:59:59.999Z'
const now = () => new Date(AT)

type Opened = { ledger: Ledger; close(): Promise<void>; forge?: (item: object) => Promise<unknown> }
const memory = async (): Promise<Opened> => ({ ledger: memoryLedger(now), close: async () => {} })

/** A client that loses the answer to its first successful insert. */
function losing(engine: Engine) {
  const client = engine.connect()
  let lost = 0
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        if (commandName !== 'ExecuteStatementCommand' || lost > 0) return answer
        lost++
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', $retryable: {} })
      },
    { step: 'finalizeRequest', priority: 'low' },
  )
  return { client, lost: () => lost }
}

function dynamo(open: () => Promise<Engine>) {
  return async (): Promise<Opened & { engine: Engine; table: string }> => {
    const engine = await open()
    const client = engine.connect()
    const table = `ledger-${randomUUID()}`
    await createTable(client, table, { stream: 'S', number: 'N' })
    return {
      engine,
      table,
      ledger: dynamoLedger({ client, table, now }),
      forge: (Item) => client.send(new PutCommand({ TableName: table, Item })),
      close: engine.close,
    }
  }
}

const ledgers: [string, () => Promise<Opened>][] = [
  ['memory', memory],
  ...engines.map(([name, open]): [string, () => Promise<Opened>] => [name, dynamo(open)]),
]

describe.each(ledgers)('%s ledger', (_name, open) => {
  let opened: Opened
  let ledger: Ledger
  beforeAll(async () => {
    opened = await open()
    ledger = opened.ledger
  })
  afterAll(() => opened.close())

  const append = async (stream: string, events: Added[], command: string, by = '王经办') =>
    ledger.append((await ledger.read(stream)).head, events, command, by)

  it('knows nothing of a stream nobody wrote', async () => {
    expect((await ledger.read(randomUUID())).commits).toEqual([])
  })

  it('keeps commits in order, each with who asked and why, chained', async () => {
    const stream = `case/2018-2/大庄-${randomUUID()}`
    const first = await append(stream, [added(1), added(2, '创建申请')], 'click-1', 'wang')
    const second = await append(stream, [added(3)], 'click-2', 'li')
    const { commits } = await ledger.read(stream)
    expect(commits).toEqual([first, second])
    expect(commits).toMatchObject([
      {
        stream,
        number: 1,
        events: [added(1), added(2, '创建申请')],
        command: 'click-1',
        by: 'wang',
        at: AT,
        previous: '',
      },
      { stream, number: 2, events: [added(3)], command: 'click-2', by: 'li', at: AT, previous: first.hash },
    ])
    verifyChain(commits)
  })

  it('gives back what it was given: nested, empty, unusual and absent values', async () => {
    const stream = randomUUID()
    const odd = {
      type: 'odd',
      n: 0.1 + 0.2,
      big: 9007199254740991,
      minus: -0,
      empty: '',
      list: [],
      map: { 无: null, 甲: [true, 1e-7] },
    }
    await append(stream, [{ ...odd, gone: undefined } as never], 'c')
    const { commits } = await ledger.read(stream)
    expect(commits[0]?.events).toEqual([{ ...odd, minus: 0 }])
    expect(commits[0]?.events[0]).not.toHaveProperty('gone')
    verifyChain(commits)
  })

  it('refuses half a character, which no database gives back', async () => {
    await expect(append(randomUUID(), [added(1, '\ud83d')], 'c')).rejects.toThrow('surrogate')
  })

  it('refuses a second commit after the same head, whatever its size', async () => {
    const { head } = await ledger.read(randomUUID())
    await ledger.append(head, [added(1), added(2), added(3)], 'a', 'wang')
    await expect(ledger.append(head, [added(9)], 'b', 'li')).rejects.toBeInstanceOf(MovedOn)
    await expect(ledger.append(head, [added(1), added(2), added(3)], 'a', 'wang')).rejects.toBeInstanceOf(MovedOn)
    expect((await ledger.read(head.stream)).commits).toHaveLength(1)
  })

  it('takes no head that is a copy of one', async () => {
    const { head } = await ledger.read(randomUUID())
    await expect(async () => ledger.append({ ...head, number: 5 } as Head, [added(1)], 'a', 'b')).rejects.toThrow()
    await expect(async () => ledger.append(Object.create(Head.prototype), [added(1)], 'a', 'b')).rejects.toThrow()
    expect((await ledger.read(head.stream)).commits).toEqual([])
  })

  it('refuses a commit without events', async () => {
    await expect(append(randomUUID(), [], 'c')).rejects.toThrow('at least one event')
  })

  it('tells exactly one of many racing writers that each place is theirs', async () => {
    const stream = randomUUID()
    const decide = (total: number) => (total < 5 ? [added(1)] : [])
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, i) => execute(ledger, sum, { stream, command: `c${i}`, by: 'a', decide }, 50)),
    )
    // What the writers were told, not only what is left: a ledger that overwrites also ends with five.
    expect(told.flatMap(({ events }) => events)).toHaveLength(5)
    const { commits, state } = await readStream(ledger, sum, stream)
    expect([commits.length, state]).toEqual([5, 5])
    verifyChain(commits)
  })

  it('lets one of twenty writers of the same place win', async () => {
    const { head } = await ledger.read(randomUUID())
    const told = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => ledger.append(head, [added(i)], `c${i}`, 'a')),
    )
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(told.filter((one) => one.status === 'rejected' && one.reason instanceof MovedOn)).toHaveLength(19)
    const won = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect((await ledger.read(head.stream)).commits).toEqual(won)
  })

  it('decides one click once, however often it is asked', async () => {
    const stream = randomUUID()
    const ask = (n: number) =>
      execute(ledger, sum, { stream, command: 'same click', by: 'wang', decide: (total) => [added(total + n)] })
    const first = await ask(1)
    await append(stream, [added(7)], 'another click')
    const second = await ask(5)
    expect(first).toMatchObject({ events: [added(1)], state: 1 })
    expect(second).toMatchObject({ events: [added(1)], state: 8 })
    expect(second.commits).toHaveLength(2)
  })

  it('takes the same click for no other content: it is said, and nothing is decided', async () => {
    const stream = randomUUID()
    const ask = (content: string, by = 'wang') =>
      execute(ledger, sum, { stream, command: boundCommand('click-0001', content), by, decide: () => [added(1)] })
    const conflict = { code: 'conflict', message: expect.stringContaining('已经用于另一次办理') }
    await ask('甲')
    expect((await ask('甲')).events).toEqual([added(1)])
    await expect(ask('乙')).rejects.toMatchObject(conflict)
    await expect(ask('甲', 'li')).rejects.toMatchObject(conflict)
    expect((await ledger.read(stream)).commits).toHaveLength(1)
  })

  it('knows a click whose commit is from before content was kept with it', async () => {
    const stream = randomUUID()
    await append(stream, [added(4)], 'click-0001', 'wang')
    const ask = (click: string, by = 'wang') =>
      execute(ledger, sum, { stream, command: boundCommand(click, '甲'), by, decide: () => [added(1)] })
    expect(await ask('click-0001')).toMatchObject({ events: [added(4)], state: 4 })
    await expect(ask('click-0001', 'li')).rejects.toBeInstanceOf(Refused)
    expect(await ask('click-0002')).toMatchObject({ events: [added(1)], state: 5 })
  })

  it('gives a doubled click racing itself the same answer', async () => {
    const stream = randomUUID()
    const ask = () => execute(ledger, sum, { stream, command: 'click', by: 'wang', decide: (n) => [added(n + 1)] })
    const told = await Promise.all([ask(), ask(), ask()])
    expect(told.map(({ events }) => events)).toEqual([[added(1)], [added(1)], [added(1)]])
    expect((await ledger.read(stream)).commits).toHaveLength(1)
  })

  it('answers with the state and no events when there is nothing to do', async () => {
    const stream = randomUUID()
    await append(stream, [added(4)], 'a')
    const told = await execute(ledger, sum, { stream, command: 'b', by: 'wang', decide: () => [] })
    expect(told).toMatchObject({ events: [], state: 4 })
    expect((await ledger.read(stream)).commits).toHaveLength(1)
  })

  it('decides again on fresh state, and gives up as MovedOn after so many attempts', async () => {
    const stream = randomUUID()
    const seen: number[] = []
    let others = 0
    const busy: Ledger = {
      ...ledger,
      async append(...args) {
        await append(stream, [added(1)], `other ${++others}`)
        return ledger.append(...args)
      },
    }
    const ask = {
      stream,
      command: 'mine',
      by: 'wang',
      decide: (total: number) => {
        seen.push(total)
        return [added(100)]
      },
    }
    await expect(execute(busy, sum, ask, 3)).rejects.toBeInstanceOf(MovedOn)
    expect(seen).toEqual([0, 1, 2])
    expect((await execute(ledger, sum, ask, 1)).state).toBe(103)
  })

  it('passes on what a decision throws, and writes nothing', async () => {
    const stream = randomUUID()
    const decide = () => {
      throw new Refused('late', '已截止')
    }
    await expect(execute(ledger, sum, { stream, command: 'c', by: 'w', decide })).rejects.toThrow('已截止')
    expect((await ledger.read(stream)).commits).toEqual([])
  })

  it('never writes what could not be read back', async () => {
    const stream = randomUUID()
    const strict: Kind<Added, number> = {
      ...sum,
      parse: (stored) => {
        const { n } = stored as Added
        if (n < 0) throw new Error('negative')
        return added(n)
      },
    }
    const ask = (n: number) =>
      execute(ledger, strict, { stream, command: `c${n}`, by: 'w', decide: () => [added(n, '多余')] })
    await expect(ask(-1)).rejects.toThrow('negative')
    await ask(1)
    expect((await ledger.read(stream)).commits.map(({ events }) => events)).toEqual([[{ type: 'added', n: 1 }]])
  })

  it('reads a stream longer than one page', async () => {
    const stream = randomUUID()
    for (let i = 0; i < 6; i++) await append(stream, [added(i, 'x'.repeat(300_000))], `c${i}`)
    const { commits } = await ledger.read(stream)
    expect(commits.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    verifyChain(commits)
  })

  it('counts Chinese in bytes: 350 KB is refused, a little less is kept', async () => {
    const stream = randomUUID()
    await expect(append(stream, [added(1, '示'.repeat(120_000))], 'a')).rejects.toBeInstanceOf(CommitTooLarge)
    await expect(append(stream, [added(1, '示'.repeat(120_000))], 'a')).rejects.toThrow(
      /^这次提交的内容约352KB，超过一次可以保存的350KB/,
    )
    const text = '示'.repeat(119_000)
    await append(stream, [added(1, text)], 'a')
    expect((await ledger.read(stream)).commits[0]?.events).toEqual([added(1, text)])
  })

  it('refuses a stream key above 1024 bytes, and an empty one', async () => {
    await expect(ledger.read('县'.repeat(342))).rejects.toThrow('记录编号应为1至1024字节，收到1026字节')
    await expect(ledger.read('')).rejects.toBeInstanceOf(Refused)
    const stream = `${randomUUID()}${'县'.repeat(329)}`
    await append(stream, [added(1)], 'a')
    expect((await ledger.read(stream)).commits).toHaveLength(1)
  })

  it('names every stream once, with its newest number, over several pages', async () => {
    const lengths = [1, 4, 2]
    const streams = lengths.map((_, i) => `${randomUUID()}-${i}`)
    for (const [i, stream] of streams.entries())
      for (let n = 0; n < lengths[i]!; n++) await append(stream, [added(n, 'x'.repeat(250_000))], `c${n}`)
    const found = new Map<string, number>()
    for await (const { stream, number } of ledger.streams()) {
      expect(found.has(stream)).toBe(false)
      found.set(stream, number)
    }
    expect(streams.map((stream) => found.get(stream))).toEqual(lengths)
  })

  it('refuses to read a stream with a hole', async () => {
    if (!opened.forge) return
    const stream = randomUUID()
    const [first] = [await append(stream, [added(1)], 'a')]
    await opened.forge({ ...first, number: 3 })
    await expect(ledger.read(stream)).rejects.toThrow('第2次提交校验不通过：缺少这一次提交')
  })

  it('refuses to read what is not a commit', async () => {
    if (!opened.forge) return
    const stream = randomUUID()
    await opened.forge({ stream, number: 1, events: 'none' })
    await expect(ledger.read(stream)).rejects.toThrow()
  })
})

describe.each(engines)('%s ledger over a bad line', (_name, open) => {
  let opened: Opened & { engine: Engine; table: string }
  beforeAll(async () => {
    opened = await dynamo(open)()
  })
  afterAll(() => opened.close())

  it('believes its own commit when the answer to the write was lost, even on its only attempt', async () => {
    const { client, lost } = losing(opened.engine)
    const ledger = dynamoLedger({ client, table: opened.table, now })
    const stream = randomUUID()
    const ask = { stream, command: 'click', by: 'wang', decide: () => [added(1)] }
    expect(await execute(ledger, sum, ask, 1)).toMatchObject({ events: [added(1)], state: 1 })
    expect(lost()).toBe(1)
    expect((await ledger.read(stream)).commits).toHaveLength(1)
  })

  it('inserts by PartiQL and by nothing else', async () => {
    const client = opened.engine.connect()
    const sent: (string | undefined)[] = []
    client.middlewareStack.add((next, { commandName }) => (args) => {
      sent.push(commandName)
      return next(args)
    })
    const ledger = dynamoLedger({ client, table: opened.table, now })
    await execute(ledger, sum, { stream: randomUUID(), command: 'c', by: 'w', decide: () => [added(1)] })
    expect(sent).toEqual(['QueryCommand', 'ExecuteStatementCommand'])
  })
})
