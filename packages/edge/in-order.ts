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
 * A record only names the stream that changed; what it is now, `act` reads itself, so a stream's further records in one
 * call are dealt with by its first.
 */
export const inOrder =
  (act: (stream: string) => Promise<void>, log: Log = toConsole) =>
  async (event: unknown): Promise<Failures> => {
    const seen = new Set<string>()
    for (const { dynamodb } of batch.parse(event).Records) {
      const stream = dynamodb.Keys.stream.S
      if (seen.has(stream)) continue
      seen.add(stream)
      try {
        await act(stream)
      } catch (error) {
        log({ stream, record: dynamodb.SequenceNumber, ...faultOf(error) })
        return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] }
      }
    }
    return { batchItemFailures: [] }
  }

/**
 * A consumer that makes something of many streams: all streams of a call at once. When that fails, one after the other,
 * so that a poison record keeps back no more than itself.
 */
export const together =
  (act: (streams: readonly string[]) => Promise<void>, log: Log = toConsole) =>
  async (event: unknown): Promise<Failures> => {
    const streams = new Set(batch.parse(event).Records.map(({ dynamodb }) => dynamodb.Keys.stream.S))
    if (streams.size === 0) return { batchItemFailures: [] }
    try {
      await act([...streams])
      return { batchItemFailures: [] }
    } catch (error) {
      log({ streams: streams.size, ...faultOf(error) })
      return inOrder((stream) => act([stream]), log)(event)
    }
  }
