import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executionName, inputOf, type Machine } from './machine.ts'
import { memoryMachine } from './memory-machine.ts'
import { sfnMachine } from './sfn-machine.ts'

const ARN = 'arn:aws-cn:states:cn-north-1:123456789012:stateMachine:procedure'
type Opened = { machine: Machine; running(): string[]; waiting: Set<string>; end(name: string): void; close(): void }

/** The Step Functions API as its documentation describes it, as much as we use. */
async function documented(): Promise<Opened> {
  const executions = new Map<string, { input: string; open: boolean }>()
  const waiting = new Set<string>()
  const operations: Record<string, (input: Record<string, string>) => object> = {
    StartExecution({ name = '', input = '', stateMachineArn }) {
      expect(stateMachineArn).toBe(ARN)
      const known = executions.get(name)
      if (known && !(known.open && known.input === input)) return { __type: 'ExecutionAlreadyExists' }
      executions.set(name, { input, open: true })
      return { executionArn: name, startDate: 0 }
    },
    SendTaskSuccess({ taskToken = '', output }) {
      if (taskToken === 'forbidden') return { __type: 'AccessDeniedException' }
      expect(output).toBe('{}')
      return waiting.delete(taskToken) ? {} : { __type: 'TaskTimedOut' }
    },
  }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString()
    const answer = operations[String(request.headers['x-amz-target']).split('.')[1]!]!(JSON.parse(body))
    response.statusCode = '__type' in answer ? 400 : 200
    response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  return {
    machine: sfnMachine({ client, arn: ARN }),
    running: () => [...executions].filter(([, { open }]) => open).map(([name]) => name),
    waiting,
    end: (name) => executions.set(name, { input: '', open: false }),
    close: () => void server.close(),
  }
}

async function memory(): Promise<Opened> {
  const machine = memoryMachine()
  const { waiting, end, running } = machine
  return { machine, running: () => [...running.keys()], waiting, end, close: () => {} }
}

describe.each([
  ['in memory', memory],
  ['Step Functions', documented],
])('a machine %s', (name, open) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  it('starts an execution once, however often it is asked', async () => {
    const { machine, running } = opened
    expect(await machine.start('a-g1', 'case/b/a')).toBe('running')
    expect(await machine.start('a-g1', 'case/b/a')).toBe('running')
    expect(running().filter((one) => one === 'a-g1')).toHaveLength(1)
  })

  it('says that a name is over', async () => {
    const { machine, running, end } = opened
    await machine.start('c-g1', 'case/b/c')
    end('c-g1')
    expect(await machine.start('c-g1', 'case/b/c')).toBe('over')
    expect(running()).not.toContain('c-g1')
  })

  it('does not take the execution of one case for that of another', async () => {
    const { machine } = opened
    await machine.start('d-g1', 'case/b/d')
    expect(await machine.start('d-g1', 'case/b-d/g1')).toBe('over')
  })

  it('ends a wait, and minds none that is over', async () => {
    const { machine, waiting } = opened
    waiting.add('t1')
    await machine.answer('t1')
    expect(waiting.has('t1')).toBe(false)
    await machine.answer('t1')
    await machine.answer('never known')
  })

  it.runIf(name === 'Step Functions')('passes any other failure on', async () => {
    await expect(opened.machine.answer('forbidden')).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})

describe('the name of an execution', () => {
  it('names batch, unit and generation', () => {
    expect(executionName('case/2018-2/dazhuang', 3)).toBe('case-2018-2-dazhuang-g3')
    expect(inputOf('case/2018-2/dazhuang')).toBe('{"case":"case/2018-2/dazhuang"}')
  })

  it.each(['case/2018-2/大庄镇', `case/2018-2/${'x'.repeat(80)}`, 'case/2018 2/a'])(
    'refuses %s with a sentence',
    (stream) => {
      expect(() => executionName(stream, 1)).toThrow(/流程名称.*不可用/)
    },
  )
})
