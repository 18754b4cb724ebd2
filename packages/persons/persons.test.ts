import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTable, engines } from '../../test/contract/dynamo-engine.ts'
import { dynamoPersons } from './dynamo-persons.ts'
import { memoryPersons } from './memory-persons.ts'
import { BLOCKED, ERASED, type Log, type Persons } from './persons.ts'

type Opened = { persons: (log: Log) => Persons; close(): Promise<void> }
const all: [string, () => Promise<Opened>][] = [
  [
    'memory',
    async () => {
      let log: Log = () => {}
      const one = memoryPersons((line) => log(line))
      return {
        persons: (given) => {
          log = given
          return one
        },
        close: async () => {},
      }
    },
  ],
  ...engines.map(([name, open]): [string, () => Promise<Opened>] => [
    name,
    async () => {
      const engine = await open()
      const client = engine.connect()
      const table = `persons-${randomUUID()}`
      await createTable(client, table, { id: 'S' })
      return { persons: (log) => dynamoPersons({ client, table, log }), close: engine.close }
    },
  ]),
]

const zhang = { name: '张建国', phone: '13855571234', email: 'zhang@example.cn' }
const why = { purpose: '核对联系人', by: 'p-wang' }

describe.each(all)('%s persons', (_name, open) => {
  let opened: Opened
  let persons: Persons
  let lines: string[]
  beforeAll(async () => {
    opened = await open()
  })
  beforeEach(() => {
    lines = []
    persons = opened.persons((line) => lines.push(line))
  })
  afterAll(() => opened.close())

  it('gives back what it remembers, and logs who read it and why, never what', async () => {
    const { id } = await persons.remember('contact', zhang)
    expect(await persons.read(id, why)).toEqual(zhang)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { event: 'personal data read', id, purpose: '核对联系人', by: 'p-wang' },
    ])
    for (const value of Object.values(zhang)) expect(lines.join()).not.toContain(value)
  })

  it('logs a read of an id that nobody has', async () => {
    expect(await persons.read('nobody', why)).toBeUndefined()
    expect(lines).toHaveLength(1)
  })

  it('tells nothing by id or digest: the same person twice is two of each', async () => {
    const [one, two] = [await persons.remember('contact', zhang), await persons.remember('contact', zhang)]
    expect(one.id).not.toBe(two.id)
    expect(one.digest).not.toBe(two.digest)
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('remembers one command once, and answers its retry the same', async () => {
    const once = `case/2018-2/dazhuang|${randomUUID()}`
    const told = await Promise.all([1, 2, 3].map(() => persons.remember('contact', zhang, { once })))
    expect(new Set(told.map(({ id }) => id)).size).toBe(1)
    expect(new Set(told.map(({ digest }) => digest)).size).toBe(1)
    const other = await persons.remember('contact', zhang, { once: `case/2018-2/xiaoliang|${randomUUID()}` })
    expect(other.id).not.toBe(told[0]!.id)
  })

  it('tells which rows there are and for what they were kept, and nothing that they say', async () => {
    const [stream, at] = ['case/2018-2/dazhuang', '2018-05-01T00:00:00.000Z']
    const once = randomUUID()
    const { id } = await persons.remember('contact', zhang, { once, stream, at })
    const { id: older } = await persons.remember('contact', zhang)
    const { id: gone } = await persons.remember('contact', zhang)
    await persons.erase(gone)
    await persons.block(older)
    const all = new Map((await Array.fromAsync(persons.all())).map((one) => [one.id, one]))
    expect(all.get(id)).toEqual({ id, kind: 'contact', stream, at })
    expect(all.get(older)).toEqual({ id: older, kind: 'contact' })
    expect(all.has(gone)).toBe(false)
    expect(lines).toEqual([])
  })

  it('verifies a digest of exactly these data until they are erased', async () => {
    const { id, digest } = await persons.remember('contact', zhang)
    const other = await persons.remember('contact', { ...zhang, phone: '13855571235' })
    expect(await persons.verify(id, digest)).toBe(true)
    expect(await persons.verify(id, other.digest)).toBe(false)
    await persons.erase(id)
    expect(await persons.verify(id, digest)).toBeUndefined()
    expect(lines).toEqual([])
  })

  it('has nothing of an erased person, and does not remember it again', async () => {
    const once = randomUUID()
    const { id } = await persons.remember('contact', zhang, { once })
    await persons.erase(id)
    await persons.erase(id)
    expect(await persons.read(id, why)).toBeUndefined()
    await persons.remember('contact', zhang, { once })
    await persons.block(id)
    expect(await persons.read(id, why)).toBeUndefined()
    expect((await persons.names([id])).get(id)).toBe(ERASED)
  })

  it('refuses the use of what is blocked, but can still prove it', async () => {
    const { id, digest } = await persons.remember('contact', zhang, { eraseAfter: '2020-01-01' })
    await persons.block(id, '2019-12-31')
    await persons.block(id)
    await expect(persons.read(id, why)).rejects.toThrow('这份个人信息已封存')
    expect(lines).toHaveLength(1)
    expect((await persons.names([id])).get(id)).toBe(BLOCKED)
    expect(await persons.verify(id, digest)).toBe(true)
    await persons.erase(id)
    expect(await persons.read(id, why)).toBeUndefined()
  })

  it('gives what is blocked to whoever works on what is open again, and to nobody what was erased', async () => {
    const { id } = await persons.remember('contact', zhang)
    await persons.block(id)
    await expect(persons.read(id, why)).rejects.toThrow('已封存')
    expect(await persons.read(id, { ...why, inUse: true })).toEqual(zhang)
    await persons.erase(id)
    expect(await persons.read(id, { ...why, inUse: true })).toBeUndefined()
  })

  it('lets what was blocked be used again, but not what was erased', async () => {
    const { id } = await persons.remember('staff', zhang)
    await persons.block(id)
    await persons.unblock(id)
    await persons.unblock(id)
    expect(await persons.read(id, why)).toEqual(zhang)
    expect((await persons.names([id])).get(id)).toBe(zhang.name)
    await persons.erase(id)
    await persons.unblock(id)
    expect(await persons.read(id, why)).toBeUndefined()
  })

  it('says how rows stand, and nothing of one that nobody has', async () => {
    const [used, blocked, erased] = await Promise.all([1, 2, 3].map(() => persons.remember('contact', zhang)))
    await persons.block(blocked!.id)
    await persons.erase(erased!.id)
    const ids = [used!.id, blocked!.id, erased!.id, 'nobody', used!.id]
    expect([...(await persons.states(ids))].toSorted()).toEqual(
      [
        [used!.id, 'used'],
        [blocked!.id, 'blocked'],
        [erased!.id, 'erased'],
      ].toSorted(),
    )
    expect((await persons.states([])).size).toBe(0)
    expect(lines).toEqual([])
  })

  it('leaves an unknown id unknown', async () => {
    const id = randomUUID()
    await persons.block(id)
    await persons.unblock(id)
    await persons.erase(id)
    expect(await persons.read(id, why)).toBeUndefined()
    const later = await persons.remember('contact', zhang, { once: id })
    expect(await persons.read(later.id, why)).toEqual(zhang)
  })

  it('names many people without a log line', async () => {
    const kept = await Promise.all(
      Array.from({ length: 130 }, (_, i) => persons.remember('staff', { name: `经办人${i}`, phone: '0557-7021234' })),
    )
    const nameless = await persons.remember('objector', { phone: '0557-7021234' })
    const ids = kept.map(({ id }) => id)
    const names = await persons.names([...ids, ids[0]!, nameless.id, 'nobody'])
    expect(ids.map((id) => names.get(id))).toEqual(ids.map((_, i) => `经办人${i}`))
    expect([names.get(nameless.id), names.get('nobody'), names.size]).toEqual([ERASED, ERASED, 132])
    expect((await persons.names([])).size).toBe(0)
    expect(lines).toEqual([])
  })
})
