import { Worker } from 'node:worker_threads'
import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { DurableMap } from '#local-cloud/time/durable-map.ts'
import type { Timed } from '#local-cloud/time/virtual-time.ts'
import type { Work } from '#local-cloud/time/work.ts'
import { type Call, connect } from '#local-cloud/wire/calls.ts'
import { Execution, Invocation } from './machine-messages.ts'

type Deps = {
  template: Template
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  permit: Permit
  work: Work
  now: number
  /** An execution began or ended. What it begins must count as work before it returns; resolves when who listens was told. */
  changed: (execution: Execution) => Promise<unknown>
  /** On disk: executions that have begun and of whose end nobody has been told, by their ARN. */
  running: DurableMap<Execution>
}
export type Machine = Timed & {
  arns: readonly string[]
  call: Call
  /** After a stop: begins those again that ran, from their beginning. */
  startAgain(): Promise<void>
  counts(): Promise<{ transitions: number; executions: number; running: number }>
  close(): Promise<void>
}

const Properties = z.object({ DefinitionString: z.string() })
const Counts = z.object({ transitions: z.number(), executions: z.number(), running: z.number() })
const nameIn = (arn: string) => arn.split(':').at(-1) ?? ''

/** All declared state machines in one thread with a clock of its own; the definition is the template's text, byte for byte. */
export function startMachine({ template, invoke, permit, work, now, changed, running }: Deps): Machine {
  const machines = template
    .all('AWS::StepFunctions::StateMachine', Properties)
    .map((machine) => [template.arn(machine), machine.properties.DefinitionString] as const)
  const worker = new Worker(new URL('machine-thread.ts', import.meta.url), {
    name: 'state-machine',
    env: {},
    workerData: { now, machines: Object.fromEntries(machines) },
  })
  const call = connect(worker, {
    invoke: (message) => {
      const { machineArn, functionArn, payload } = Invocation.parse(message)
      return work.during(`${nameIn(machineArn)} calls ${nameIn(functionArn)}`, async () => {
        permit(nameIn(machineArn), 'lambda:InvokeFunction', functionArn)
        return invoke(nameIn(functionArn), payload)
      })
    },
    changed: (message) => {
      const execution = Execution.parse(message)
      if (execution.status === 'RUNNING') running.put([[execution.arn, execution]])
      const told = changed(execution)
      if (execution.status !== 'RUNNING') void told.then(() => running.remove([execution.arn]))
    },
  })
  return {
    arns: machines.map(([arn]) => arn),
    call,
    nextDue: async () => Number(await call('nextDue')),
    tick: (instant) => call('tick', instant),
    startAgain: async () => {
      for (const [known, { arn, machineArn, name, input }] of running.entries()) {
        if (machines.some(([machine]) => machine === machineArn)) await call('start', { arn, machineArn, name, input })
        else running.remove([known])
      }
    },
    counts: async () => Counts.parse(await call('counts')),
    close: async () => {
      await worker.terminate()
    },
  }
}
