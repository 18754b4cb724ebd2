import { SendTaskSuccessCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { inputOf, type Machine } from './machine.ts'

const NOBODY_WAITS = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

/**
 * Needs `states:StartExecution` to start and `states:SendTaskSuccess` to answer, both on every machine.
 * @param arns by the version that each runs, `name@version`
 */
export function sfnMachine({ client, arns }: { client: SFNClient; arns: Readonly<Record<string, string>> }): Machine {
  return {
    async start(version, name, stream) {
      const arn = Object.hasOwn(arns, version) ? arns[version] : undefined
      if (!arn)
        throw new Error(
          `there is no machine for ${version}, which ${stream} follows; the county's file must name that version for as long as a case of it is open.`,
        )
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: inputOf(stream) }))
        return 'running'
      } catch (error) {
        // The same name and input as a running execution is answered as a success.
        if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return 'over'
        throw error
      }
    },
    async answer(token) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))
        return true
      } catch (error) {
        if (error instanceof Error && NOBODY_WAITS.has(error.name)) return false
        throw error
      }
    },
  }
}
