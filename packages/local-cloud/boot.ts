import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { readAssembly } from '#local-cloud/assembly/assembly.ts'
import { Template } from '#local-cloud/assembly/template.ts'
import { database } from '#local-cloud/dynamo/database.ts'
import { dynamoFront } from '#local-cloud/dynamo/dynamo-front.ts'
import { Streams } from '#local-cloud/dynamo/streams.ts'
import { createTables, readTables } from '#local-cloud/dynamo/tables.ts'
import { Undelivered } from '#local-cloud/dynamo/undelivered.ts'
import { EventBus } from '#local-cloud/events/event-bus.ts'
import { executionChanged, objectCreated } from '#local-cloud/events/happenings.ts'
import { Functions } from '#local-cloud/functions/functions.ts'
import { type HttpApi, httpApi } from '#local-cloud/http/http-api.ts'
import { JwtAuthorizer } from '#local-cloud/http/jwt-authorizer.ts'
import { startMachine } from '#local-cloud/machine/machine.ts'
import { Execution } from '#local-cloud/machine/machine-messages.ts'
import { statesFront } from '#local-cloud/machine/states-front.ts'
import { bucketPolicies } from '#local-cloud/permissions/bucket-policies.ts'
import { invokePermissions } from '#local-cloud/permissions/invoke-permissions.ts'
import { permissions } from '#local-cloud/permissions/permissions.ts'
import { readBuckets } from '#local-cloud/s3/buckets.ts'
import { s3Front } from '#local-cloud/s3/s3-front.ts'
import { secretsFront } from '#local-cloud/secrets/secrets-front.ts'
import { DurableMap } from '#local-cloud/time/durable-map.ts'
import { FlowingTime } from '#local-cloud/time/flowing-time.ts'
import type { Write } from '#local-cloud/time/hooks.ts'
import { forgetWhatWasLeft, noteWhatIsLeft } from '#local-cloud/time/left-whole.ts'
import { VirtualTime } from '#local-cloud/time/virtual-time.ts'
import { VirtualTimers } from '#local-cloud/time/virtual-timers.ts'
import { Work } from '#local-cloud/time/work.ts'
import type { Verify } from '#local-cloud/wire/aws-json.ts'
import { credentials } from '#local-cloud/wire/credentials.ts'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'
import { verifySignature } from '#local-cloud/wire/sigv4.ts'
import { answerControl } from './control.ts'
import type { BootOptions, LocalCloud } from './local-cloud.ts'

type Closing = (() => unknown)[]

/** Boots what the synthesized stacks declare, with no container and no account. @throws PortTaken, or an Error naming what it does not know */
export async function bootLocalCloud(options: BootOptions): Promise<LocalCloud> {
  const closing: Closing = []
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    return await connect(options, closing, close)
  } catch (error) {
    await close()
    throw error
  }
}

/** What is connected to what. */
async function connect(options: BootOptions, closing: Closing, close: () => Promise<void>): Promise<LocalCloud> {
  const { data } = options
  mkdirSync(data, { recursive: true })
  const log = createWriteStream(join(data, 'log'), { flags: 'a' })
  closing.push(() => new Promise<void>((ended) => log.end(ended)))
  const report = (sentence: string) => {
    log.write(`${sentence}\n`)
    options.report?.(sentence)
  }

  let serve: ReturnType<typeof frontDoor> | undefined
  const main = createServer((request, response) => (serve ? serve(request, response) : response.writeHead(503).end()))
  const origin = await listen(main, options.port)
  closing.push(() => unlisten(main))
  let booted = false
  forgetWhatWasLeft(data)
  // After everything that writes there; of a boot that failed half-way nobody knows what it has left.
  closing.push(() => booted && noteWhatIsLeft(data))

  const replace = typeof options.replace === 'function' ? options.replace(origin) : (options.replace ?? {})
  const stacks = readAssembly(options.assembly, options.stacks, replace)
  const region = oneRegion(stacks.map(({ place }) => place.region))
  const template = new Template(stacks, origin)
  const tables = readTables(template)
  const buckets = readBuckets(template)
  const { permit, usedStatements, allStatements } = permissions(template)
  const deniedByBucket = bucketPolicies(template)
  const mayInvoke = invokePermissions(template)

  const work = new Work()
  const time = new VirtualTime(join(data, 'instant'), options.beginning, work)
  const now = () => time.now
  const timers = new VirtualTimers()
  time.add(timers)
  const { beforeWrite, ...others } = options.hooks ?? {}
  const hooks = { ...others, beforeWrite: (write: Write) => beforeWrite?.(write, time) }

  const names = template.all('AWS::Lambda::Function', z.object({})).map(({ name }) => name)
  const secretOf = credentials(join(data, 'secret'), names)
  const verify =
    (service: string): Verify =>
    (request, body) => {
      const digest = createHash('sha256').update(body).digest('hex')
      return verifySignature(request, { secretOf, region, service, now: () => new Date() }, digest).accessKey
    }
  /** Filled as the fronts come up; no function starts before the last of them. */
  const endpoints: Record<string, string> = {}
  const print = (name: string, text: string) => void log.write(text.replace(/^(?=.)/gm, `${name}: `))
  const functions = new Functions({
    template,
    permit,
    report,
    endpoints,
    secretOf,
    instant: time.shared,
    delayMs: hooks.delayMs,
    seed: hooks.seed,
    idleMs: hooks.idleMs,
    ran: hooks.ran,
    print,
  })
  closing.push(() => functions.close())
  const { invoke } = functions
  const attending = (functionName: string, operation: string, about: unknown) => {
    functions.attending(functionName)
    hooks.called?.({ functionName, operation, about })
  }

  const s3 = await s3Front({
    data: join(data, 'buckets'),
    buckets: buckets.map(({ name }) => name),
    credentials: (accessKey) => {
      const secret = secretOf(accessKey)
      return secret === undefined ? undefined : { secret, caller: accessKey }
    },
    permit: (caller, action, resource, how) => {
      if (!how.presigned) attending(caller, action, resource)
      permit(caller, action, resource)
      deniedByBucket(caller, action, resource, how)
    },
    arnOf: (name) => buckets.find((bucket) => bucket.name === name)?.arn ?? '',
    cors: Object.fromEntries(buckets.map(({ name, cors }) => [name, cors])),
    region,
    now: () => new Date(hooks.storeNow?.() ?? Date.now()),
    hooks: {
      beforeWrite: (name, key) => hooks.beforeWrite({ kind: 'bucket', name, operation: 'PutObject', key }),
      afterWrite: (name, key) => hooks.afterWrite?.({ kind: 'bucket', name, operation: 'PutObject', key }),
    },
    answered: hooks.answered,
    objectCreated: (created) => {
      const bucket = buckets.find(({ name }) => name === created.bucket)
      return bucket?.tellsEventBridge ? bus.put(objectCreated(created, bucket.arn)) : undefined
    },
  })
  closing.push(() => s3.close())
  const s3Address = await listen(s3.server, options.port === 0 ? 0 : options.port + 1)
  endpoints.AWS_ENDPOINT_URL_S3 = s3Address
  const putObject = (bucket: string, key: string, body: string) => s3.putObject(bucket, key, body, 'application/json')

  const skip = hooks.skipSchedule
  const bus = new EventBus({ template, invoke, mayInvoke, permit, putObject, work, timers, now, report, skip })
  const undelivered = new Undelivered(data)
  closing.push(() => undelivered.close())
  const streams = new Streams({ template, tables, invoke, permit, putObject, work, now, report, undelivered, hooks })
  const running = new DurableMap(join(data, 'executions'), (kept) => Execution.parse(kept))
  closing.push(() => running.close())
  const machine = startMachine({
    template,
    invoke,
    permit,
    work,
    now: now(),
    changed: (execution) => bus.put(executionChanged(execution)),
    running,
  })
  closing.push(() => machine.close())
  time.add(machine)

  const tablesOnDisk = database(join(data, 'tables'))
  closing.push(() => tablesOnDisk.close())
  const { ask } = tablesOnDisk
  await createTables(tables, ask)
  const dynamo = dynamoFront({
    tables,
    ask,
    permit,
    verify: verify('dynamodb'),
    attending,
    announcing: streams.announcing,
    hooks,
  })
  endpoints.AWS_ENDPOINT_URL_DYNAMODB = await listen(dynamo, 0)
  closing.push(() => unlisten(dynamo))
  const states = statesFront({ machine, permit, verify: verify('states'), attending, now, answered: hooks.answered })
  endpoints.AWS_ENDPOINT_URL_SFN = await listen(states, 0)
  closing.push(() => unlisten(states))
  const [{ place } = { place: undefined }] = stacks
  if (place) {
    const folder = join(data, 'secrets')
    const signed = verify('secretsmanager')
    const secrets = secretsFront({ folder, place, permit, verify: signed, attending, answered: hooks.answered })
    endpoints.AWS_ENDPOINT_URL_SECRETS_MANAGER = await listen(secrets, 0)
    closing.push(() => unlisten(secrets))
  }
  const api = httpApi({ template, invoke: functions.invokeBeside, mayInvoke, work, now, report })

  // A stop may have come between a write and its delivery, and no execution outlives it.
  await machine.startAgain()
  await streams.deliverAgain(ask)
  s3.announcePending()
  bus.startSchedules()

  const flow = new FlowingTime(time, join(data, 'offset'), report)
  if (options.flowing) flow.start()
  closing.push(async () => {
    flow.stop()
    streams.switch('', false)
    // What runs may end; what hangs is cut off.
    await work.idle(3_000).catch(() => {})
  })

  const moved = async (advancing: Promise<void>) => {
    await advancing
    flow.moved()
  }
  const cloud: LocalCloud = {
    addresses: {
      origin,
      s3: s3Address,
      dynamodb: endpoints.AWS_ENDPOINT_URL_DYNAMODB,
      states: endpoints.AWS_ENDPOINT_URL_SFN,
    },
    flowing: options.flowing,
    now,
    settle: async () => void (await time.settle()),
    advanceTo: (instant) => moved(time.advanceTo(instant)),
    advanceBy: (what) => moved(time.advanceTo(() => (what === 'next' ? time.settle() : machine.nextDue()))),
    nextDue: () => time.settle(),
    nextDeadline: async () => machine.nextDue(),
    usedStatements,
    allStatements,
    counts: async () => {
      const { transitions, executions } = await machine.counts()
      const calls = Object.fromEntries(functions.calls)
      return {
        requests: api?.requests() ?? 0,
        stateTransitions: transitions,
        executions,
        calls,
        rss: process.memoryUsage.rss(),
      }
    },
    executions: async () => {
      const found = await Promise.all(machine.arns.map((machineArn) => machine.call('list', { machineArn })))
      return found.flatMap((list) => z.array(Execution).parse(list))
    },
    stopExecution: async ({ executionArn: arn, cause }) => void (await machine.call('stop', { arn, cause })),
    switchConsumer: streams.switch,
    close,
  }
  booted = true
  serve = frontDoor(cloud, { ...options.mounts?.(origin), ...(await loginMount(template, options, origin)) }, api)
  return cloud
}

/** Who answers on the main port: the hand on the clock, what is mounted, and else the HTTP API. */
const frontDoor =
  (cloud: LocalCloud, mounts: ReturnType<NonNullable<BootOptions['mounts']>>, api: HttpApi | undefined) =>
  (request: IncomingMessage, response: ServerResponse): unknown => {
    const path = request.url ?? '/'
    if (path.startsWith('/_local/')) return answerControl(cloud, request, response)
    for (const [prefix, answer] of Object.entries(mounts))
      if (path === prefix || path.startsWith(`${prefix}/`)) return answer(request, response)
    if (api) return api.handle(request, response)
    return response.writeHead(404).end()
  }

/** The issuer for the one audience that the templates' authorizer lets in. */
async function loginMount(template: Template, { login, data }: BootOptions, origin: string) {
  if (!login) return {}
  const [authorizer] = template.all('AWS::ApiGatewayV2::Authorizer', JwtAuthorizer)
  const [audience] = authorizer?.properties.JwtConfiguration.Audience ?? []
  if (audience === undefined) throw new Error('a login is wanted, but no template declares a JWT authorizer')
  // A third of the boot's loading time, which the many boots of a fault test do without.
  const { oidcIssuer } = await import('#local-cloud/oidc/oidc-issuer.ts')
  const redirectUris = login.redirectPaths.map((path) => `${origin}${path}`)
  const issuer = oidcIssuer({ ...login, issuer: `${origin}/oidc`, audience, redirectUris, data: join(data, 'oidc') })
  return { '/oidc': issuer.handle }
}

function oneRegion(regions: readonly string[]): string {
  const [region, ...others] = new Set(regions)
  if (region === undefined || others.length > 0)
    throw new Error(`the local cloud boots stacks of one region, not of ${[...new Set(regions)].join(', ') || 'none'}`)
  return region
}
