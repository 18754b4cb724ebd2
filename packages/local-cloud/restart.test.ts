import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginning, fixtureCloud } from './fixtures/fixture-cloud.ts'
import { changedSinceLeft } from './time/left-whole.ts'

const { boot, ask, heard, tokenOf, own } = fixtureCloud()

test('after a restart a consumer is told of what it had not dealt with and of nothing else, and time does not go back', async () => {
  const first = await boot('restart')
  await ask('insert', { stream: 'told' }, first)
  expect(await heard('told', first)).toHaveLength(1)
  await ask('delete', { name: 'told/1' }, first)
  first.switchConsumer('follow', false)
  await ask('insert', { stream: 'untold', number: 1 }, first)
  await ask('insert', { stream: 'untold', number: 2 }, first)
  await first.advanceTo(beginning + 90_000)
  await first.close()
  const second = await boot('restart', { beginning: 0 })
  expect((await heard('', second)).map(({ id }) => id).filter((id) => id.includes('told'))).toEqual([
    'untold/1',
    'untold/2',
  ])
  expect(second.now()).toBe(beginning + 90_000)
  await second.close()
})

test.each(['beforeWrite', 'afterWrite'] as const)(
  'a kill at %s: what was written is told, and nothing else',
  async (when) => {
    // What lies on the disk at that instant is what a killed process leaves.
    const [data, killed] = [join(own.folder, when), join(own.folder, `${when}-killed`)]
    const copyOnce = ({ key }: { key: unknown }) => {
      if (JSON.stringify(key).includes('killed') && !existsSync(killed)) cpSync(data, killed, { recursive: true })
    }
    const first = await boot(when, { hooks: { [when]: copyOnce } })
    await ask('insert', { stream: 'killed' }, first)
    await first.close()
    const second = await boot(`${when}-killed`)
    expect(await heard('killed', second)).toHaveLength(when === 'afterWrite' ? 1 : 0)
    await second.close()
  },
)

test('a consumer whose code is another one is told of the newest of every partition', async () => {
  const first = await boot('recoded')
  await ask('insert', { stream: 'again', number: 1 }, first)
  await ask('insert', { stream: 'again', number: 2 }, first)
  expect(await heard('again', first)).toHaveLength(2)
  for (const name of ['again/1', 'again/2']) await ask('delete', { name }, first)
  await first.close()
  writeFileSync(join(own.folder, 'recoded', 'consumers'), '')
  const second = await boot('recoded')
  expect((await heard('again', second)).map(({ id }) => id)).toEqual(['again/2'])
  await second.close()
})

test('an execution that ran at a stop is begun again; one that had ended is not', async () => {
  const first = await boot('executions')
  await ask('start', { name: 'ended' }, first)
  await ask('start', { name: 'runs' }, first)
  await ask('answer', { token: await tokenOf('ended', first) }, first)
  await first.settle()
  await first.close()
  const second = await boot('executions')
  expect((await second.executions()).map(({ name, status }) => [name, status])).toEqual([['runs', 'RUNNING']])
  await ask('answer', { token: await tokenOf('runs', second) }, second)
  await second.settle()
  expect((await second.executions()).map(({ status }) => status)).toEqual(['SUCCEEDED'])
  await second.close()
})

test('what it leaves when it is ended in order is listed; nothing is while it runs, nor when it did not come up', async () => {
  const data = join(own.folder, 'left')
  const list = join(data, 'left')
  const first = await boot('left')
  await ask('insert', { stream: 'told' }, first)
  expect(existsSync(list)).toBe(false)
  await first.close()
  expect(Object.keys(JSON.parse(readFileSync(list, 'utf8')))).toEqual(
    expect.arrayContaining(['consumers', 'executions', 'secret', 'undelivered', 'tables/CURRENT']),
  )
  expect(changedSinceLeft(data)).toEqual([])
  writeFileSync(join(data, 'undelivered'), '["1 follow"]\n')
  expect(changedSinceLeft(data)).toEqual([{ file: 'undelivered', was: 0, is: 13 }])

  writeFileSync(join(data, 'executions'), 'odd\n')
  await expect(boot('left')).rejects.toThrow()
  expect(existsSync(list)).toBe(false)
})
