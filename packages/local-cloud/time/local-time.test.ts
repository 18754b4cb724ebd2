import { expect, test } from 'vitest'
import { beginning, DAY, fixtureCloud, HOUR } from '../fixtures/fixture-cloud.ts'

const { boot, ask, heard, tokenOf, own } = fixtureCloud()

test('the hand on the clock: over HTTP, for pages of its own origin only', async () => {
  const { origin } = own.cloud.addresses
  const advance = (body: object, headers = {}) =>
    fetch(`${origin}/_local/advance`, { method: 'POST', body: JSON.stringify(body), headers })
  const before = own.cloud.now()
  expect((await advance({ by: 'next' }, { origin: 'https://elsewhere.invalid' })).status).toBe(403)
  expect(await (await advance({ by: 'next' })).json()).toMatchObject({ flowing: false })
  // The first one may have been due at this very instant.
  await advance({ by: 'next' })
  expect(own.cloud.now()).toBeGreaterThan(before)
  const back = await advance({ to: '2020-01-01T00:00:00Z' })
  expect([back.status, await back.json()]).toEqual([500, { message: expect.stringContaining('时间只能向前') }])
  expect((await fetch(`${origin}/_local/nothing`)).status).toBe(404)
})

test('a wait ends by its token, by its time, or by being stopped; names of closed executions stay taken', async () => {
  // Nothing that fires each hour of ninety days is of interest here.
  const at = await boot('waits', { hooks: { skipSchedule: () => true } })
  const began = at.now()
  for (const name of ['answered', 'late', 'stopped']) await ask('start', { name }, at)
  expect((await ask('start', { name: 'answered' }, at)).status).toBe(200)
  expect((await ask('start', { name: 'answered', text: 'other' }, at)).body.name).toBe('ExecutionAlreadyExists')
  const token = await tokenOf('answered', at)
  expect((await ask('answer', { token }, at)).status).toBe(200)
  expect((await ask('answer', { token }, at)).body.name).toBe('TaskTimedOut')
  await ask('stop', { name: 'stopped' }, at)
  expect((await ask('answer', { token: await tokenOf('stopped', at) }, at)).body.name).toBe('TaskTimedOut')
  await at.settle()
  expect((await ask('describe', { name: 'late' }, at)).body.status).toBe('RUNNING')
  expect(await at.nextDeadline()).toBe(began + 10 * DAY)
  await at.advanceBy('deadline')
  expect(at.now()).toBe(began + 10 * DAY)
  const ended = (await heard('aws.states', at)).map(({ id, note }) => [id, note])
  expect(ended.sort()).toEqual([
    ['aws.states answered', 'SUCCEEDED'],
    ['aws.states late', 'FAILED'],
    ['aws.states stopped', 'ABORTED'],
  ])
  expect((await ask('start', { name: 'answered' }, at)).body.name).toBe('ExecutionAlreadyExists')
  await at.advanceTo(began + 90 * DAY)
  expect((await ask('start', { name: 'answered' }, at)).status).toBe(200)
  await at.close()
})

test('several machines run side by side, and a role says which of them it may start and answer', async () => {
  await ask('start', { name: 'side' })
  expect((await ask('start', { name: 'side', machine: 'apart' })).status).toBe(200)
  const running = (await own.cloud.executions()).filter(({ name }) => name === 'side')
  expect(running.map(({ machineArn, status }) => [machineArn.split(':').at(-1), status]).sort()).toEqual([
    ['apart', 'RUNNING'],
    ['waiting', 'RUNNING'],
  ])
  const token = await tokenOf('apart side')
  expect((await ask('answer', { token })).body.message).toMatch(
    /not authorized to perform: states:SendTaskSuccess on resource: .*:stateMachine:apart/,
  )
  expect((await ask('answer', { token: await tokenOf('side') })).status).toBe(200)
  await own.cloud.settle()
  const now = (await own.cloud.executions()).filter(({ name }) => name === 'side')
  expect(now.map(({ machineArn, status }) => [machineArn.split(':').at(-1), status]).sort()).toEqual([
    ['apart', 'RUNNING'],
    ['waiting', 'SUCCEEDED'],
  ])
  expect((await ask('start', { name: 'side', machine: 'closed' })).body.message).toMatch(
    /not authorized to perform: states:StartExecution on resource: .*:stateMachine:closed/,
  )
})

test('a schedule fires at each of its instants, and what it calls reads that instant', async () => {
  const at = await boot('schedule')
  await at.advanceTo(beginning + 2.5 * HOUR)
  const fired = (await heard('aws.events', at)).map(({ id }) => id.slice('aws.events '.length)).sort()
  expect(fired).toEqual(['2026-02-28T16:00:00Z', '2026-02-28T17:00:00Z', '2026-02-28T18:00:00Z'])
  expect((await ask('now', {}, at)).body).toBe(new Date(beginning + 2.5 * HOUR).toISOString())
  await at.close()
})

test('records a stream has kept for more than a day are gone', async () => {
  const at = await boot('forgotten')
  at.switchConsumer('follow', false)
  await ask('insert', { stream: 'old' }, at)
  await at.advanceTo(beginning + 2 * DAY)
  await ask('insert', { stream: 'new' }, at)
  at.switchConsumer('follow', true)
  expect((await heard('', at)).map(({ id }) => id).filter((id) => !id.startsWith('aws'))).toEqual(['new/1'])
  await at.close()
})

test('shuffled streams deliver every record at least once, those of one item in order', async () => {
  let seed = 7
  const shuffle = () => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed / 0x7fffffff
  }
  const at = await boot('shuffled', { hooks: { shuffle } })
  await Promise.all(Array.from({ length: 30 }, (_, n) => ask('insert', { stream: `s${n}` }, at)))
  const counts = (await heard('s', at)).map(({ note }) => Number(note))
  expect(counts).toHaveLength(30)
  await at.close()
})

test('time that flows goes on from where it was left, and across a restart', async () => {
  const first = await boot('flowing', { flowing: true })
  await expect.poll(() => first.now(), { timeout: 20_000 }).toBeGreaterThan(beginning)
  await first.advanceTo(beginning + DAY)
  await first.close()
  const second = await boot('flowing', { flowing: true })
  await expect.poll(() => second.now(), { timeout: 20_000 }).toBeGreaterThan(beginning + DAY)
  expect(second.now()).toBeLessThan(beginning + DAY + HOUR)
  await second.close()
})
