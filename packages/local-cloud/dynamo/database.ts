import { EventEmitter, once } from 'node:events'
import dynalite from 'dynalite'
import { z } from 'zod/mini'
import { AwsError } from '#local-cloud/wire/aws-error.ts'

export type Ask = (operation: string, input: object) => Promise<Record<string, unknown>>
export type Database = { ask: Ask; close(): Promise<void> }

const Output = z.record(z.string(), z.unknown())
const Failure = z.object({ __type: z.string(), message: z.optional(z.string()), Message: z.optional(z.string()) })
/** dynalite wants these present and checks none of them. */
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': 'any',
  authorization: 'AWS4-HMAC-SHA256 Credential=front/0/0/0/0, SignedHeaders=any, Signature=any',
}

/** dynalite without a port: nobody can go round the front, and a call costs no socket. */
export function database(path: string): Database {
  const server = dynalite({ path, createTableMs: 0 })
  return {
    async ask(operation, input) {
      const { status, body } = await new Promise<{ status: number; body: string }>((done) => {
        const request = Object.assign(new EventEmitter(), {
          method: 'POST',
          url: '/',
          headers: { ...headers, 'x-amz-target': `DynamoDB_20120810.${operation}` },
        })
        const response = {
          statusCode: 200,
          setHeader() {},
          end(body: string) {
            done({ status: this.statusCode, body })
          },
        }
        server.emit('request', request, response)
        request.emit('data', Buffer.from(JSON.stringify(input)))
        request.emit('end')
      })
      const output = Output.parse(JSON.parse(body))
      if (status === 200) return output
      const failure = Failure.parse(output)
      throw new AwsError(failure.__type.split('#').at(-1) ?? failure.__type, failure.message ?? failure.Message)
    },
    async close() {
      // Its own close ends the store only when the server listens.
      await once(server.listen(0, '127.0.0.1'), 'listening')
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}
