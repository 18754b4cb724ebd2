import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixtureCloud } from '../fixtures/fixture-cloud.ts'
import type { LocalCloud } from '../local-cloud.ts'
import type { Answered, Ran } from '../time/hooks.ts'

const { boot, ask, heard, reports, own, logOf } = fixtureCloud()

test('a call of a function that has answered is refused', async () => {
  await ask('dangle')
  await expect.poll(() => logOf('main').includes('after it had answered')).toBe(true)
  expect(logOf('main')).not.toContain('came through')
})

test('a function that takes longer than its timeout fails by name, and the next call finds a new thread', async () => {
  await ask('count')
  const { status, body } = await ask('hang')
  expect([status, body]).toEqual([500, { message: 'Internal Server Error' }])
  expect(reports.join('\n')).toMatch(/Task timed out after 2.00 seconds \(fixture-use-probe/)
  expect((await ask('count')).body).toBe(1)
})

test('two calls that come at once run beside one another in environments of their own, a third waits', async () => {
  const at = await boot('beside')
  const atOnce = async (calls: number) => {
    const told = await Promise.all(Array.from({ length: calls }, () => ask('slow', {}, at)))
    return told.map(({ body }) => body).sort((a, b) => a.began - b.began)
  }
  // Both have to be there: a start may take longer than the call.
  await atOnce(2)
  const [first, next, last] = await atOnce(3)
  expect([first, next, last].map(({ calls }) => calls).sort()).toEqual([2, 2, 3])
  expect(next.began).toBeLessThan(first.ended)
  expect(last.began).toBeGreaterThanOrEqual(Math.min(first.ended, next.ended))
  await at.close()
})

test('a thread without a call for a while gives its memory back; the next call finds a new one', async () => {
  const at = await boot('idle', { hooks: { idleMs: 200 } })
  const counted = async (where: LocalCloud) => {
    const first = await ask('count', {}, where)
    await new Promise((later) => setTimeout(later, 1_000))
    return [first.body, (await ask('count', {}, where)).body]
  }
  const [[before, after], idle] = await Promise.all([counted(own.cloud), counted(at)])
  expect(after).toBe(before + 1)
  expect(idle).toEqual([1, 1])
  await at.close()
})

test('each request that a function sends is told once, with the bytes of both bodies; each call with its CPU', async () => {
  const [told, ran]: [Answered[], Ran[]] = [[], []]
  const at = await boot('told', { hooks: { answered: (one) => told.push(one), ran: (one) => ran.push(one) } })
  // The machine's thread has come up by then: a function would wait for it no longer than its timeout.
  await at.settle()
  const asked = [
    await ask('insert', { stream: 'told', text: '示'.repeat(100) }, at),
    await ask('overwrite', { stream: 'told' }, at),
    await ask('upload', { key: 'once/told', text: 'abc' }, at),
    await ask('start', { name: 'told', text: 'x' }, at),
  ]
  expect(asked.map(({ status }) => status)).toEqual([200, 409, 409, 200])
  await at.settle()
  const [probe] = ran.map(({ functionName }) => functionName)
  const byProbe = told.filter(({ functionName }) => functionName === probe)
  expect(byProbe.map(({ operation }) => operation)).toEqual([
    'ExecuteStatement',
    'PutItem',
    'PutObject',
    'StartExecution',
  ])
  expect(byProbe[0]).toMatchObject({ asked: expect.toSatisfy((bytes: number) => bytes > 300), answered: 12 })
  expect(byProbe[2]).toMatchObject({ asked: 3, answered: expect.toSatisfy((bytes: number) => bytes > 100) })
  expect(ran.filter(({ functionName }) => functionName === probe)).toHaveLength(4)
  expect(ran.every(({ cpuMs }) => cpuMs > 0 && cpuMs < 10_000)).toBe(true)
  await at.close()
})

test('a function that ends its process fails alone', async () => {
  expect((await ask('exit')).status).toBe(500)
  expect(reports.join('\n')).toContain('Runtime exited with error: exit status 3')
  expect((await ask('count')).body).toBe(1)
})

test('a function has exactly the variables of the template and of the Lambda runtime', async () => {
  const { body } = await ask('environment')
  const own = Object.keys(body).filter((name) => !name.startsWith('AWS_'))
  expect(own.sort()).toEqual(['FILES', 'HEARD', 'LANG', 'MACHINE', 'NOTES', 'TZ'])
  expect(body.MACHINE).toBe('arn:aws-cn:states:cn-north-1:123456789012:stateMachine:waiting')
})

test('a poison record ends in the failures bucket, and those around it arrive', async () => {
  own.cloud.switchConsumer('follow', false)
  for (const stream of ['calm-1', 'poison', 'calm-2', 'collapse', 'calm-3']) await ask('insert', { stream })
  expect(await heard('calm')).toEqual([])
  own.cloud.switchConsumer('follow', true)
  expect((await heard('calm')).map(({ id }) => id).sort()).toEqual(['calm-1/1', 'calm-2/1', 'calm-3/1'])
  const given = reports.filter((sentence) =>
    sentence.includes('gave up on 1 records of notes (RetryAttemptsExhausted)'),
  )
  expect(given).toHaveLength(2)
  const bucket = readdirSync(join(own.folder, 'main', 'buckets')).find((name) => name.includes('failures'))!
  expect(readdirSync(join(own.folder, 'main', 'buckets', bucket, 'objects'))).toHaveLength(2)
})

test('a consumer is not called for records that its mapping filters out', async () => {
  await ask('insert', { stream: 'not-followed' })
  await ask('insert', { stream: 'followed' })
  expect((await heard('followed')).map(({ id }) => id)).toEqual(['followed/1'])
})

test('an uploaded object is told to the rule whose pattern fits its key', async () => {
  await ask('upload', { key: 'evidence/a', text: 'x' })
  await ask('upload', { key: 'elsewhere/b', text: 'x' })
  expect((await heard('aws.s3')).map(({ id }) => id)).toEqual(['aws.s3 evidence/a'])
})
