import type { Server } from 'node:http'
import { z } from 'zod/mini'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { awsJson, type Verify } from '#local-cloud/wire/aws-json.ts'
import type { Machine } from './machine.ts'
import { Execution, Status } from './machine-messages.ts'

type Deps = {
  machine: Machine
  permit: Permit
  verify: Verify
  /** Refuses callers that have answered already. */
  attending: (caller: string, operation: string, about: unknown) => void
  now: () => number
  answered: Hooks['answered']
}

const StartExecution = z.object({
  stateMachineArn: z.string(),
  name: z._default(z.string(), () => crypto.randomUUID()),
  input: z._default(z.string(), '{}'),
})
const On = z.object({ executionArn: z.string() })
const Stop = z.extend(On, { error: z.optional(z.string()), cause: z.optional(z.string()) })
const List = z.object({ stateMachineArn: z.string(), statusFilter: z.optional(Status) })
const Success = z.object({ taskToken: z.string(), output: z.string() })
const Failure = z.object({ taskToken: z.string(), error: z.optional(z.string()), cause: z.optional(z.string()) })
/** AWS refuses other names, and a case's stream has slashes. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/

/** As much of the Step Functions API as functions use, with the role's word. */
export function statesFront({ machine, permit, verify, attending, now, answered }: Deps): Server {
  const described = (execution: unknown) => {
    const { arn, machineArn, startDate, stopDate, ...rest } = Execution.parse(execution)
    const stopped = stopDate === undefined ? {} : { stopDate: stopDate / 1000 }
    return { executionArn: arn, stateMachineArn: machineArn, startDate: startDate / 1000, ...stopped, ...rest }
  }
  /** The role must be allowed on the machine that waits with the token; for one that nobody knows any more, on some machine. */
  const permittedToAnswer = async (token: string, permitted: (on: string) => void) => {
    const waiting = z.optional(z.string()).parse(await machine.call('machineOf', { token }))
    permittedOnSome(waiting ? [waiting] : machine.arns, permitted)
  }
  return awsJson(verify, answered, async ({ caller, operation, input }) => {
    attending(caller, operation, input)
    const permitted = (on: string) => permit(caller, `states:${operation}`, on)
    switch (operation) {
      case 'StartExecution': {
        const { stateMachineArn: machineArn, name, input: text } = StartExecution.parse(input)
        permitted(machineArn)
        if (!NAME.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`)
        const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`
        const startDate = z.number().parse(await machine.call('start', { arn, machineArn, name, input: text }))
        return { executionArn: arn, startDate: startDate / 1000 }
      }
      case 'SendTaskSuccess': {
        const { taskToken, output } = Success.parse(input)
        await permittedToAnswer(taskToken, permitted)
        await machine.call('succeed', { token: taskToken, output })
        return {}
      }
      case 'SendTaskFailure': {
        const { taskToken, error, cause } = Failure.parse(input)
        await permittedToAnswer(taskToken, permitted)
        await machine.call('fail', { token: taskToken, error, cause })
        return {}
      }
      case 'StopExecution': {
        const { executionArn, error, cause } = Stop.parse(input)
        permitted(executionArn)
        const stopDate = await machine.call('stop', { arn: executionArn, error, cause })
        return { stopDate: (typeof stopDate === 'number' ? stopDate : now()) / 1000 }
      }
      case 'DescribeExecution': {
        const { executionArn } = On.parse(input)
        permitted(executionArn)
        return described(await machine.call('describe', { arn: executionArn }))
      }
      case 'ListExecutions': {
        const { stateMachineArn, statusFilter } = List.parse(input)
        permitted(stateMachineArn)
        const found = await machine.call('list', { machineArn: stateMachineArn, status: statusFilter })
        return { executions: z.array(z.unknown()).parse(found).map(described) }
      }
      default:
        throw new AwsError('UnknownOperationException', `the local Step Functions does not know ${operation}`)
    }
  })
}

function permittedOnSome(arns: readonly string[], permitted: (on: string) => void) {
  const refusals = arns.flatMap((arn) => {
    try {
      permitted(arn)
      return []
    } catch (error) {
      return [error]
    }
  })
  if (refusals.length === arns.length) throw refusals[0]
}
