import { Worker } from 'node:worker_threads'
import { z } from 'zod/mini'
import { type Call, connect } from './calls.ts'
import { Execution, Invocation } from './machine-messages.ts'
import type { Permit } from './permissions.ts'
import type { Template } from './template.ts'
import type { Timed } from './virtual-time.ts'
import type { Work } from './work.ts'

type Deps = {
  template: Template
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  permit: Permit
  work: Work
  now: number
  /** An execution began or ended. What it begins must count as work before it returns. */
  changed: (execution: Execution) => void
}
export type Machine = Timed & {
  arns: readonly string[]
  call: Call
  counts(): Promise<{ transitions: number; executions: number; running: number }>
  close(): Promise<void>
}

const Properties = z.object({ DefinitionString: z.string() })
const Counts = z.object({ transitions: z.number(), executions: z.number(), running: z.number() })
const nameIn = (arn: string) => arn.split(':').at(-1) ?? ''

/** All declared state machines in one thread with a clock of its own; the definition is the template's text, byte for byte. */
export function startMachine({ template, invoke, permit, work, now, changed }: Deps): Machine {
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
    changed: (message) => changed(Execution.parse(message)),
  })
  return {
    arns: machines.map(([arn]) => arn),
    call,
    nextDue: async () => Number(await call('nextDue')),
    tick: (instant) => call('tick', instant),
    counts: async () => Counts.parse(await call('counts')),
    close: async () => {
      await worker.terminate()
    },
  }
}
