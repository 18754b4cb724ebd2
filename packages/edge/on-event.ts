import type { z } from 'zod/mini'
import { faultOf, type Log, toConsole } from './log.ts'

/** A function that is called with an event or a task's payload: parsed by `schema`, logged by name and milliseconds. */
export const onEvent =
  <Schema extends z.ZodMiniType, Result>(
    name: string,
    schema: Schema,
    act: (event: z.output<Schema>) => Promise<Result>,
    log: Log = toConsole,
  ) =>
  async (event: unknown): Promise<Result> => {
    const from = performance.now()
    const line = (more: object) => log({ event: name, ms: Math.round(performance.now() - from), ...more })
    try {
      const result = await act(schema.parse(event))
      line({ done: true })
      return result
    } catch (error) {
      // Whoever called retries, catches or alarms.
      line({ done: false, ...faultOf(error) })
      throw error
    }
  }
