/**
 * Compiles a procedure to the state machine that is deployed; the same text runs on a laptop.
 *
 * The machine follows the ledger and remembers nothing. `arrive` answers where the case stands now:
 *   this step          → wait (bounded), then look again
 *   one of its targets → take that arc
 *   anything else      → resume: go to wherever the ledger stands
 * So a veto while five inquiries are open, a new definition, a crash and a lost wake-up are the same thing.
 */
import type { Arc, Definition, State, States, Task } from './asl.ts'
import type { Step } from './kinds.ts'
import { problemsOf } from './problems-of.ts'
import type { Procedure } from './procedure.ts'
import { targetsOf } from './ways.ts'

/** 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 s: a function is called for 8½ minutes before its execution gives up. */
const BACKOFF = { MaxAttempts: 8, IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 300 }
const ANY = ['States.ALL']
const RETRY = [{ ErrorEquals: ANY, ...BACKOFF }]
/** A wait that runs out is no failure: it is over. Everything else an Await meets is tried again. */
const RETRY_BUT_TIMEOUT = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 }, ...RETRY]
/** Said, since AWS would wait for ever and the local engine for a minute. */
const TASK_SECONDS = 60

/**
 * @param functionArn the ARN of a function by its name (`arrive`, `await`)
 * @param partition of the region: `aws`, `aws-cn`
 * @throws Error naming everything that keeps the procedure from being run
 */
export function toAsl(procedure: Procedure, functionArn: (name: string) => string, partition = 'aws'): Definition {
  const problems = problemsOf(procedure)
  if (problems.length > 0)
    throw new Error(`the procedure ${procedure.name} cannot be compiled: ${problems.join('; ')}.`)
  const { title, steps, endings } = procedure
  const task = tasks(functionArn, partition)
  return {
    Comment: title,
    StartAt: 'resume',
    States: joined(
      {
        resume: task.arrive('resume', 'resume-at', '按记录继续'),
        'resume-at': {
          Type: 'Choice',
          Choices: arcsTo([...Object.keys(steps), ...Object.keys(endings)]),
          Default: 'unknown-place',
        },
        'unknown-place': {
          Type: 'Fail',
          Error: 'UnknownPlace',
          Cause: 'the ledger stands at a step this definition does not have; a newer definition starts the case again',
        },
      },
      ...Object.entries(steps).map(([name, step]) => compiled(name, step, targetsOf(procedure, name), task)),
      ...Object.entries(endings).map(([name, ending]) => ({
        [enter(name)]: { Type: 'Pass', Next: name } as const,
        [name]: { Type: 'Succeed', Comment: ending.title } as const,
      })),
    ),
  }
}

const enter = (place: string): string => `enter-${place}`
const arcsTo = (places: readonly string[]): Arc[] =>
  places.map((place) => ({ Variable: '$.Payload.at', StringEquals: place, Next: enter(place) }))

/** A step only waits: what it opens is opened by the commands of people, under keys that name its visit. */
function compiled(name: string, { title }: Step, targets: readonly string[], task: Tasks): States {
  return joined(
    { [enter(name)]: { Type: 'Pass', Comment: title, Next: name } },
    // A step that leads to itself (a deferral) just waits again.
    waiting(name, title, arcsTo(targets), 'resume', task),
  )
}

/** Arrive, look where the case stands, wait for news of it or for its time, arrive again. */
const waiting = (step: string, title: string, arcs: readonly Arc[], otherwise: string, task: Tasks): States => ({
  [step]: task.arrive(step, `${step}-stands`, title),
  [`${step}-stands`]: {
    Type: 'Choice',
    Choices: [{ Variable: '$.Payload.at', StringEquals: step, Next: `${step}-await` }, ...arcs],
    Default: otherwise,
  },
  [`${step}-await`]: task.await(step, title),
})

type Tasks = ReturnType<typeof tasks>

function tasks(functionArn: (name: string) => string, partition: string) {
  const invoke = (name: string, payload: Readonly<Record<string, string>>, callback = false) => ({
    Type: 'Task' as const,
    Resource: `arn:${partition}:states:::lambda:invoke${callback ? '.waitForTaskToken' : ''}`,
    Parameters: { FunctionName: functionArn(name), Payload: { 'case.$': '$.case', ...payload } },
  })
  return {
    /**
     * Its answer lies at `$.Payload`, and Await passes it on under the same path: AWS reads the timeout from the
     * state's input, the local engine from what `Parameters` made of it.
     */
    arrive: (step: string, next: string, title: string): Task => ({
      ...invoke('arrive', { step }),
      Comment: title,
      ResultSelector: {
        'at.$': '$.Payload.at',
        'visit.$': '$.Payload.visit',
        'seen.$': '$.Payload.seen',
        'waitSeconds.$': '$.Payload.waitSeconds',
      },
      ResultPath: '$.Payload',
      TimeoutSeconds: TASK_SECONDS,
      Retry: RETRY,
      Next: next,
    }),
    /** Whatever ends it, the case is looked at again; a function that fails at once does so nine times in 8½ minutes. */
    await: (step: string, title: string): Task => ({
      ...invoke(
        'await',
        { step, 'seen.$': '$.Payload.seen', 'waitSeconds.$': '$.Payload.waitSeconds', 'token.$': '$$.Task.Token' },
        true,
      ),
      Comment: `等待：${title}`,
      ResultPath: null,
      TimeoutSecondsPath: '$.Payload.waitSeconds',
      Retry: RETRY_BUT_TIMEOUT,
      Catch: [{ ErrorEquals: ANY, ResultPath: null, Next: step }],
      Next: step,
    }),
  }
}

/** @throws Error when two parts of the machine would have the same name */
function joined(...parts: readonly States[]): States {
  const states: Record<string, State> = {}
  for (const [name, state] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(states, name)) throw new Error(`two states of the machine would be named ${name}; rename one.`)
    states[name] = state
  }
  return states
}
