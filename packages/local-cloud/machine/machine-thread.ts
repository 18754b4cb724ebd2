import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import FakeTimers from '@sinonjs/fake-timers'
import { StateMachine } from 'aws-local-stepfunctions'
import { z } from 'zod/mini'
import { AwsError, asError } from '#local-cloud/wire/aws-error.ts'
import { connect } from '#local-cloud/wire/calls.ts'
import { End, type Execution, Name, Start, Status } from './machine-messages.ts'
import { Tokens } from './machine-tokens.ts'

/**
 * The engine alone in its thread, on fake timers. Nothing here does I/O: all it waits for are timers and messages,
 * so its answer to `nextDue` comes after every call it made because of anything sent to it before.
 */
const Data = z.object({ now: z.number(), machines: z.record(z.string(), z.string()) })
const { now, machines: definitions } = Data.parse(workerData)
const clock = FakeTimers.install({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
const DAY = 86_400_000
/** AWS remembers the name of a closed execution this long, and lets none run longer than a year. */
const NAME_BLOCKED_MS = 90 * DAY
const LONGEST_MS = 365 * DAY

type Running = Execution & { abort: () => void }
const machines = new Map(
  Object.entries(definitions).map(([arn, text]) => [
    arn,
    {
      definition: JSON.parse(text),
      // What is compiled was checked against the schema of the language where it is compiled (`to-asl.test.ts`); once
      // more at each start takes half of the start.
      engine: new StateMachine(JSON.parse(text), { validationOptions: { noValidate: true } }),
    },
  ]),
)
const executions = new Map<string, Running>()
const tokens = new Tokens()
let transitions = 0
if (!parentPort) throw new Error('the machine runs in a thread of its own')

const call = connect(parentPort, {
  start(message) {
    const { arn, machineArn, name, input } = Start.parse(message)
    const known = executions.get(arn)
    if (known?.status === 'RUNNING' && known.input === input) return known.startDate
    if (known && (known.stopDate === undefined || clock.now - known.stopDate < NAME_BLOCKED_MS))
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
    begin(arn, machineArn, name, input)
    return clock.now
  },
  stop(message) {
    const { arn, error, cause } = End.parse(message)
    const execution = found(arn)
    if (execution.status === 'RUNNING') close(execution, 'ABORTED', { error, cause })
    return execution.stopDate
  },
  describe: (message) => described(found(Name.parse(message).arn)),
  list(message) {
    const { machineArn, status } = z.object({ machineArn: z.string(), status: z.optional(Status) }).parse(message)
    const of = [...executions.values()].filter(
      (one) => one.machineArn === machineArn && (!status || one.status === status),
    )
    return of.map(described).sort((a, b) => b.startDate - a.startDate)
  },
  machineOf(message) {
    const { token } = z.object({ token: z.string() }).parse(message)
    return executions.get(tokens.executionOf(token) ?? '')?.machineArn
  },
  succeed(message) {
    const { token, output } = z.object({ token: z.string(), output: z.string() }).parse(message)
    tokens.take(token).resolve(JSON.parse(output))
  },
  fail(message) {
    const {
      token,
      error = 'States.TaskFailed',
      cause = '',
    } = z.object({ token: z.string(), error: z.optional(z.string()), cause: z.optional(z.string()) }).parse(message)
    tokens.take(token).reject(new AwsError(error, cause))
  },
  tick(to) {
    clock.tick(z.number().parse(to) - clock.now)
    for (const execution of executions.values())
      if (execution.status === 'RUNNING' && clock.now - execution.startDate >= LONGEST_MS)
        close(execution, 'TIMED_OUT', { error: 'States.Timeout' })
  },
  nextDue: () =>
    Math.min(...timers().map(({ callAt }) => callAt), ...running().map(({ startDate }) => startDate + LONGEST_MS)),
  counts: () => ({ transitions, executions: executions.size, running: running().length }),
})

const Timer = z.object({ callAt: z.number() })
const timers = () =>
  [
    ...(z
      .object({ timers: z.optional(z.instanceof(Map)) })
      .parse(clock)
      .timers?.values() ?? []),
  ].map((timer) => Timer.parse(timer))
const running = () => [...executions.values()].filter(({ status }) => status === 'RUNNING')
const described = ({ abort: _, ...execution }: Running): Execution => execution

function found(arn: string): Running {
  const execution = executions.get(arn)
  if (!execution) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
  return execution
}

function begin(arn: string, machineArn: string, name: string, input: string) {
  const machine = machines.get(machineArn)
  if (!machine) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`)
  const { result, eventLogs, abort } = machine.engine.run(JSON.parse(input), {
    overrides: { taskResourceLocalHandlers: tasks(machine.definition, machineArn) },
    context: {
      Execution: { Id: arn, Name: name },
      StateMachine: { Id: machineArn },
      Task: {
        // The engine reads it once per task; a getter makes each one new.
        get Token() {
          return tokens.make(randomUUID(), arn)
        },
      },
    },
  })
  const execution: Running = { arn, machineArn, name, input, status: 'RUNNING', startDate: clock.now, abort }
  executions.set(arn, execution)
  void call('changed', described(execution))
  result.then(
    (output) => close(execution, 'SUCCEEDED', { output: JSON.stringify(output) }),
    (thrown) => {
      const error = asError(thrown)
      const inner = asError(error.cause ?? error)
      const status = error.name === 'ExecutionTimeoutError' ? 'TIMED_OUT' : 'FAILED'
      close(execution, status, { error: inner.name, cause: inner.message })
    },
  )
  void follow(arn, eventLogs)
}

function close(
  execution: Running,
  status: Execution['status'],
  how: { output?: string | undefined; error?: string | undefined; cause?: string | undefined },
) {
  if (execution.status !== 'RUNNING') return
  Object.assign(execution, how, { status, stopDate: clock.now })
  execution.abort()
  tokens.forget((wait) => wait.execution === execution.arn)
  void call('changed', described(execution))
}

type Definition = {
  States: Record<
    string,
    { Type: string; Resource?: string; Branches?: Definition[]; Iterator?: Definition; ItemProcessor?: Definition }
  >
}
const TaskInput = z.object({ FunctionName: z.string(), Payload: z._default(z.record(z.string(), z.unknown()), {}) })

/** What each Task state does, also inside branches: call the function, and where it is a callback, wait for the token. */
function tasks({ States }: Definition, machineArn: string): Record<string, (input: unknown) => Promise<never>> {
  const all = Object.entries(States).map(([name, state]) => {
    const inner = [...(state.Branches ?? []), state.Iterator, state.ItemProcessor].filter((part) => part !== undefined)
    if (state.Type !== 'Task') return Object.assign({}, ...inner.map((part) => tasks(part, machineArn)))
    const [, callback] = /^arn:[\w-]+:states:::lambda:invoke(\.waitForTaskToken)?$/.exec(state.Resource ?? '') ?? [
      undefined,
      'unknown',
    ]
    if (callback === 'unknown')
      throw new Error(
        `the local machine knows lambda:invoke and its waitForTaskToken, not ${state.Resource} (in ${name})`,
      )
    const act = async (input: unknown) => {
      const { FunctionName, Payload } = TaskInput.parse(input)
      const wait = callback ? tokens.claim(Object.values(Payload), name) : undefined
      if (callback && !wait) throw new Error(`${name} is a callback task but passes no $$.Task.Token in its Payload`)
      const answer = await call('invoke', { machineArn, functionArn: FunctionName, payload: Payload })
      return wait ? wait.promise : { ExecutedVersion: '$LATEST', Payload: answer, StatusCode: 200 }
    }
    return { [name]: act }
  })
  return Object.assign({}, ...all)
}

/** Counts transitions; a task that failed or timed out no longer takes an answer. An unread log would only grow. */
async function follow(arn: string, log: AsyncGenerator<{ type: string; state?: { name: string } }>) {
  for await (const { type, state } of log) {
    if (type === 'StateEntered') transitions++
    if (type === 'StateFailed') tokens.forget((wait) => wait.execution === arn && wait.state === state?.name)
  }
}
