import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SFNClient } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executionName, inputOf, type Machine } from './machine.ts'
import { memoryMachine } from './memory-machine.ts'
import { sfnMachine } from './sfn-machine.ts'

const arn = (name: string) => `arn:aws-cn:states:cn-north-1:123456789012:stateMachine:${name}`
const SHORT = 'creation-short@1'
const ARNS = { [SHORT]: arn('creation-short-v1'), 'creation-2018@1': arn('creation-2018-v1') }
type Opened = {
  machine: Machine
  running(): string[]
  on(name: string): string | undefined
  waiting: Set<string>
  end(name: string): void
  close(): void
}

/** The Step Functions API as its documentation describes it, as much as we use. */
async function documented(): Promise<Opened> {
  const executions = new Map<string, { input: string; open: boolean; on?: string }>()
  const waiting = new Set<string>()
  const operations: Record<string, (input: Record<string, string>) => object> = {
    StartExecution({ name = '', input = '', stateMachineArn: on = '' }) {
      const known = executions.get(name)
      if (known && !(known.open && known.input === input)) return { __type: 'ExecutionAlreadyExists' }
      executions.set(name, { input, open: true, on })
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
    machine: sfnMachine({ client, arns: ARNS }),
    running: () => [...executions].filter(([, { open }]) => open).map(([name]) => name),
    on: (name) => Object.entries(ARNS).find(([, arn]) => arn === executions.get(name)?.on)?.[0],
    waiting,
    end: (name) => executions.set(name, { input: '', open: false }),
    close: () => void server.close(),
  }
}

async function memory(): Promise<Opened> {
  const machine = memoryMachine()
  const { waiting, end, running, versions } = machine
  return {
    machine,
    running: () => [...running.keys()],
    on: (name) => versions.get(name),
    waiting,
    end,
    close: () => {},
  }
}

describe.each([
  ['in memory', memory],
  ['Step Functions', documented],
])('a machine %s', (_name, open) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  it('starts an execution once, however often it is asked', async () => {
    const { machine, running } = opened
    expect(await machine.start(SHORT, 'a-g1', 'case/b/a')).toBe('running')
    expect(await machine.start(SHORT, 'a-g1', 'case/b/a')).toBe('running')
    expect(running().filter((one) => one === 'a-g1')).toHaveLength(1)
  })

  it('starts an execution on the machine of its version', async () => {
    const { machine, on } = opened
    await machine.start(SHORT, 'e-g1', 'case/b/e')
    await machine.start('creation-2018@1', 'f-g1', 'case/b/f')
    expect([on('e-g1'), on('f-g1')]).toEqual([SHORT, 'creation-2018@1'])
  })

  it('says that a name is over', async () => {
    const { machine, running, end } = opened
    await machine.start(SHORT, 'c-g1', 'case/b/c')
    end('c-g1')
    expect(await machine.start(SHORT, 'c-g1', 'case/b/c')).toBe('over')
    expect(running()).not.toContain('c-g1')
  })

  it('does not take the execution of one case for that of another', async () => {
    const { machine } = opened
    await machine.start(SHORT, 'd-g1', 'case/b/d')
    expect(await machine.start(SHORT, 'd-g1', 'case/b-d/g1')).toBe('over')
  })

  it('ends a wait and says so, and minds none that is over', async () => {
    const { machine, waiting } = opened
    waiting.add('t1')
    expect(await machine.answer('t1')).toBe(true)
    expect(waiting.has('t1')).toBe(false)
    expect(await machine.answer('t1')).toBe(false)
    expect(await machine.answer('never known')).toBe(false)
  })
})

describe('a machine of Step Functions', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await documented()
  })
  afterAll(() => opened.close())

  it('refuses a version without a machine, by name', async () => {
    const { machine, running } = opened
    await expect(machine.start('creation-short@7', 'h-g1', 'case/b/h')).rejects.toThrow(
      /there is no machine for creation-short@7, which case\/b\/h follows/,
    )
    expect(running()).not.toContain('h-g1')
  })

  it('passes any other failure on', async () => {
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
