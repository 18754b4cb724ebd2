import { z } from 'zod/mini'
import { faultOf, type Log, toConsole } from './log.ts'

const batch = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ stream: z.object({ S: z.string() }) }) }),
    }),
  ),
})
type Failures = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }

/**
 * A consumer of a table's stream: one record after the other, stopping at the first failure and reporting that one.
 * A record only names the stream that changed; what it is now, `act` reads itself.
 */
export const inOrder =
  (act: (stream: string) => Promise<void>, log: Log = toConsole) =>
  async (event: unknown): Promise<Failures> => {
    for (const { dynamodb } of batch.parse(event).Records) {
      const stream = dynamodb.Keys.stream.S
      try {
        await act(stream)
      } catch (error) {
        log({ stream, record: dynamodb.SequenceNumber, ...faultOf(error) })
        return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] }
      }
    }
    return { batchItemFailures: [] }
  }
