import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { verifySignature } from '#local-cloud/wire/sigv4.ts'
import { headersOf, targetOf } from '#local-cloud/wire/sigv4-canonical.ts'
import { SignatureRefused } from '#local-cloud/wire/sigv4-refused.ts'
import { type Answer, type Call, refuseUnknown } from './s3-call.ts'
import { type CorsRule, corsHeaders, preflight } from './s3-cors.ts'
import { errorXml, S3Error } from './s3-error.ts'
import { operationOf } from './s3-operations.ts'
import { storeBody } from './s3-put.ts'
import { BucketOnDisk, checkKey } from './s3-store.ts'
import { type Created, type WriteHooks, Writes } from './s3-writes.ts'

export type FrontOptions = {
  /** The folder on disk; one folder in it per bucket. */
  data: string
  buckets: readonly string[]
  credentials: (accessKey: string) => { secret: string; caller: string } | undefined
  /** Throws an error named AccessDenied… where the caller's role does not allow the action. A presigned request may come when the caller runs no more. */
  permit: (
    caller: string,
    action: string,
    resource: string,
    how: { presigned: boolean; headers: ReadonlySet<string> },
  ) => void
  arnOf: (bucket: string) => string
  /** Per bucket, as `corsRulesOf` reads them from the template. */
  cors: Readonly<Record<string, readonly CorsRule[]>>
  region: string
  /** Real time. */
  now: () => Date
  hooks?: WriteHooks
  answered?: Hooks['answered']
  /** Called for each new object, at least once: again by `announcePending` when a kill came before it had ended. */
  objectCreated: (created: Created) => unknown
}

export type S3Front = {
  server: Server
  /** A write of the house itself: no signature, no role; announced like any other. */
  putObject: (bucket: string, key: string, body: string | Uint8Array, contentType: string) => Promise<void>
  announcePending: () => number
  close: () => Promise<void>
}

/** S3 as the product uses it, path style, files on disk, and as strict as the real one: what it does not know it refuses. */
export async function s3Front(options: FrontOptions): Promise<S3Front> {
  const { data, cors, now } = options
  const buckets = new Map<string, BucketOnDisk>()
  for (const name of options.buckets) buckets.set(name, await BucketOnDisk.open(join(data, name)))
  const writes = new Writes(buckets, options.hooks ?? {}, options.objectCreated)
  const write: Call['write'] = (...change) => writes.write(...change)

  const bucketOf = (name: string) => {
    const bucket = buckets.get(name)
    if (!bucket) throw new S3Error('NoSuchBucket', `There is no bucket ${name || 'in the address'}.`)
    return bucket
  }

  const answer = async (request: IncomingMessage, headers: ReadonlyMap<string, string>): Promise<Answer> => {
    const { bucketName, key, query } = addressOf(request)
    if (request.method === 'OPTIONS') return { status: 200, headers: preflight(cors[bucketName] ?? [], headers) }
    const secretOf = (accessKey: string) => options.credentials(accessKey)?.secret
    const signed = verifySignature(request, { secretOf, region: options.region, service: 's3', now })
    const caller = options.credentials(signed.accessKey)?.caller ?? ''
    const parameters = new Map(query)
    const operation = operationOf(request.method ?? '', key, parameters)
    asked.set(request, { caller, operation: operation.name, ...(signed.presigned && { signed: true }) })
    refuseUnknown(operation, query, headers)
    const bucket = bucketOf(bucketName)
    const allow: Call['allow'] = (action, on) => {
      const arn = options.arnOf(bucketName)
      const how = { presigned: signed.presigned, headers: new Set(headers.keys()) }
      permitted(() => options.permit(caller, action, on === 'key' ? `${arn}/${key}` : arn, how))
    }
    const { payload } = signed
    return operation.act({ request, headers, query: parameters, bucketName, bucket, key, payload, allow, write, now })
  }

  const asked = new WeakMap<IncomingMessage, { caller: string; operation: string; signed?: true }>()
  let requests = 0
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const headers = headersOf(request.rawHeaders)
    const id = `local-${++requests}`
    let given: Answer
    try {
      given = await answer(request, headers)
    } catch (error) {
      given = refusal(request, error, id)
    }
    const shown =
      request.method === 'OPTIONS' ? {} : corsHeaders(rulesFor(request, cors), request.method ?? '', headers)
    const by = asked.get(request)
    if (by) {
      const { caller: functionName, ...what } = by
      const bytes = { asked: Number(headers.get('content-length') ?? 0), answered: bytesOf(request, given) }
      options.answered?.({ functionName, ...what, ...bytes })
    }
    await send(request, response, { ...given, headers: { ...given.headers, ...shown, 'x-amz-request-id': id } })
  }

  const server = createServer((request, response) => {
    // The client is gone; there is nobody to tell.
    handle(request, response).catch(() => response.destroy())
  })
  return {
    server,
    putObject: async (bucketName, key, body, contentType) => {
      checkKey(key)
      const bytes = Buffer.from(body)
      const headers = new Map([
        ['content-length', String(bytes.length)],
        ['content-type', contentType],
      ])
      const payload = 'UNSIGNED-PAYLOAD'
      await storeBody(Readable.from([bytes]), {
        headers,
        payload,
        bucket: bucketOf(bucketName),
        bucketName,
        key,
        write,
        now,
      })
    },
    announcePending: () => writes.announcePending(),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
      await writes.close()
    },
  }
}

const bytesOf = ({ method }: IncomingMessage, { headers, body = '' }: Answer): number =>
  method === 'HEAD' ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : Number(headers['content-length'] ?? 0)

function addressOf(request: IncomingMessage) {
  try {
    const { segments, query } = targetOf(request.url ?? '/')
    const [bucketName = '', ...rest] = segments
    return { bucketName, key: rest.join('/'), query }
  } catch {
    throw new S3Error('InvalidURI', `The address ${request.url} cannot be decoded.`)
  }
}

const rulesFor = (request: IncomingMessage, cors: FrontOptions['cors']) =>
  cors[/^\/([^/?]*)/.exec(request.url ?? '')?.[1] ?? ''] ?? []

function permitted(ask: () => void): void {
  try {
    ask()
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('AccessDenied'))
      throw new S3Error('AccessDenied', error.message)
    throw error
  }
}

function refusal(request: IncomingMessage, error: unknown, id: string): Answer {
  const known = error instanceof S3Error || error instanceof SignatureRefused
  if (!known && !request.destroyed) console.error(`${request.method} ${request.url}:`, error)
  const { name, status, message } = known ? error : new S3Error('InternalError', `It failed; see ${id} in the log.`)
  if (status === 304 || request.method === 'HEAD') return { status, headers: {} }
  const body = errorXml(name, message, request.url?.split('?')[0] ?? '/', id)
  return { status, headers: { 'content-type': 'application/xml' }, body }
}

async function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer) {
  // What a refused upload still sends is read and dropped: closing would reach the client before the reason does.
  request.resume()
  response.writeHead(status, headers)
  if (body instanceof Readable) await pipeline(body, response)
  else response.end(body)
}
