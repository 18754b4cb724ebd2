import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod/mini'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { AwsError, asError } from './aws-error.ts'

/** Answers whose key signed a request. @throws AwsError when the signature is not theirs */
export type Verify = (request: IncomingMessage, body: Buffer) => string | Promise<string>
export type AwsRequest = { caller: string; operation: string; input: Record<string, unknown> }

const Input = z.record(z.string(), z.unknown())

/** The protocol DynamoDB and Step Functions share. */
export function awsJson(
  verify: Verify,
  told: Hooks['answered'],
  answer: (request: AwsRequest) => Promise<unknown>,
): Server {
  return createServer(async (request, response) => {
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.')
    let [functionName, asked] = ['', 0]
    const send = (status: number, body: unknown) => {
      const text = JSON.stringify(body)
      told?.({ functionName, operation, asked, answered: Buffer.byteLength(text) })
      // With its length it goes out in one piece; in chunks it would be four.
      const headers = { 'content-type': 'application/x-amz-json-1.0', 'content-length': Buffer.byteLength(text) }
      response.writeHead(status, headers).end(text)
    }
    try {
      const body = await buffer(request)
      const caller = await verify(request, body)
      functionName = caller
      asked = body.length
      send(200, (await answer({ caller, operation, input: Input.parse(JSON.parse(body.toString())) })) ?? {})
    } catch (thrown) {
      const { name, message } = asError(thrown)
      const details = thrown instanceof AwsError ? thrown.details : {}
      const ours = thrown instanceof AwsError
      send(ours ? 400 : 500, { ...details, __type: ours ? name : 'InternalServerError', message })
    }
  })
}
