import { z } from 'zod/mini'

/** What crosses between the machine's thread and the fronts. Instants are virtual milliseconds. */
export const Status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'])
export const Start = z.object({ arn: z.string(), machineArn: z.string(), name: z.string(), input: z.string() })
export const Name = z.object({ arn: z.string() })
export const End = z.object({ arn: z.string(), error: z.optional(z.string()), cause: z.optional(z.string()) })
export const Execution = z.object({
  arn: z.string(),
  machineArn: z.string(),
  name: z.string(),
  input: z.string(),
  status: Status,
  startDate: z.number(),
  stopDate: z.optional(z.number()),
  output: z.optional(z.string()),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
})
export type Execution = z.infer<typeof Execution>
export const Invocation = z.object({ machineArn: z.string(), functionArn: z.string(), payload: z.unknown() })
