import { SendTaskSuccessCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { inputOf, type Machine } from './machine.ts'

const NOBODY_WAITS = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

/** Needs `states:StartExecution` to start and `states:SendTaskSuccess` to answer, both on the machine. */
export function sfnMachine({ client, arn }: { client: SFNClient; arn: string }): Machine {
  return {
    async start(name, stream) {
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
      } catch (error) {
        if (!(error instanceof Error && NOBODY_WAITS.has(error.name))) throw error
      }
    },
  }
}
