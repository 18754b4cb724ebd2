import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { AwsError, asError } from '#local-cloud/wire/aws-error.ts'
import { type Call, connect } from '#local-cloud/wire/calls.ts'

const Properties = z.object({
  Code: z.object({ S3Key: z.optional(z.string()) }),
  Handler: z._default(z.string(), 'index.handler'),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  LoggingConfig: z.optional(z.object({ LogGroup: z.optional(z.string()) })),
  Environment: z.optional(z.object({ Variables: z._default(z.record(z.string(), z.string()), {}) })),
})
type Declared = {
  name: string
  /** The second environment of a function is another thread with the same code. */
  environment: string
  arn: string
  region: string
  entry: string
  exported: string
  timeoutSeconds: number
  memory: number
  variables: Record<string, string>
  logGroup: string
}
type Options = {
  template: Template
  permit: Permit
  report: (sentence: string) => void
  /** Filled as the fronts come up; no function starts before they are. */
  endpoints: Record<string, string>
  secretOf: (name: string) => string | undefined
  instant: SharedArrayBuffer
  delayMs: ((name: string) => number) | undefined
  seed: string | undefined
  /** What a function prints. */
  print: (name: string, text: string) => void
  /** Milliseconds of real time without a call, after which a thread ends and gives its memory back; the next call starts another. */
  idleMs?: number | undefined
  ran?: Hooks['ran'] | undefined
}
const Handled = z.object({ text: z.string(), cpuMs: z.number() })
type Thread = { call: Call; ready: Promise<unknown>; stop: () => Promise<unknown>; idle?: NodeJS.Timeout }

/** A thread takes 30 MB and an eighth of a second to start. */
const IDLE_MS = 60_000

/** Lambda refuses more, both ways. */
export const PAYLOAD_BYTES: number = 6 * 1024 * 1024

const second = (name: string) => `${name}, second`

/**
 * A thread per environment, started by a call, ended when none comes any more, one call at a time: as on Lambda, so
 * module state is never shared by two calls. Calls over HTTP that come at once have two environments, all others wait
 * for one, so that rehearsals go the same way every time.
 */
export class Functions {
  readonly calls: Map<string, number> = new Map()
  readonly #declared: ReadonlyMap<string, Declared>
  readonly #threads = new Map<string, Thread>()
  readonly #queues = new Map<string, { calls: number; last: Promise<unknown> }>()
  readonly #busy = new Set<string>()
  readonly #options: Options
  #closed = false

  constructor(options: Options) {
    this.#options = options
    const { template } = options
    this.#declared = new Map(
      template.all('AWS::Lambda::Function', Properties).map((declared) => {
        const { name, stack, properties } = declared
        const [file = '', exported = ''] = properties.Handler.split('.')
        const folder = stack.assets.get((properties.Code.S3Key ?? '').replace('.zip', ''))
        return [
          name,
          {
            name,
            environment: name,
            arn: template.arn(declared),
            region: stack.place.region,
            entry: folder ? pathToFileURL(`${folder}/${file}.mjs`).href : '',
            exported,
            timeoutSeconds: properties.Timeout,
            memory: properties.MemorySize,
            variables: properties.Environment?.Variables ?? {},
            logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
          },
        ]
      }),
    )
  }

  /** @throws AwsError for a promise nobody awaits: AWS would freeze it, and virtual time could move under it */
  attending = (name: string): void => {
    if (this.#declared.has(name) && !this.#busy.has(name) && !this.#busy.has(second(name)))
      throw new AwsError(
        'AccessDeniedException',
        `${name} made a call after it had answered; await every promise before answering`,
      )
  }

  /** @throws Error under the name of what the handler threw, or of what Lambda says of a timeout, a crash or too much memory */
  invoke = (name: string, event: unknown): Promise<unknown> => {
    const declared = this.#declared.get(name)
    if (!declared) return Promise.reject(new AwsError('ResourceNotFoundException', `Function not found: ${name}`))
    return this.#inTurn(declared, event)
  }

  /** The same for a call that may run beside another one of the function. */
  invokeBeside = (name: string, event: unknown): Promise<unknown> => {
    const declared = this.#declared.get(name)
    if (!declared) return this.invoke(name, event)
    const waiting = (environment: string) => this.#queues.get(environment)?.calls ?? 0
    const beside = waiting(name) > waiting(second(name))
    return this.#inTurn(beside ? { ...declared, environment: second(name) } : declared, event)
  }

  #inTurn(declared: Declared, event: unknown): Promise<unknown> {
    const queue = this.#queues.get(declared.environment) ?? { calls: 0, last: Promise.resolve() }
    this.#queues.set(declared.environment, queue)
    queue.calls++
    const answer = queue.last.then(() => this.#call(declared, event)).finally(() => queue.calls--)
    queue.last = answer.catch(() => {})
    return answer
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#threads.values()].map(({ stop }) => stop()))
  }

  async #call(declared: Declared, event: unknown): Promise<unknown> {
    if (this.#closed) throw new Error(`${declared.name} was called while the local cloud was closing`)
    const { name, environment, arn, memory, timeoutSeconds } = declared
    this.#busy.add(environment)
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1)
    try {
      const delay = this.#options.delayMs?.(name) ?? 0
      if (delay > 0) await sleep(delay)
      const thread = this.#threads.get(environment) ?? this.#start(declared)
      clearTimeout(thread.idle)
      await thread.ready
      const awsRequestId = crypto.randomUUID()
      const context = {
        awsRequestId,
        functionName: name,
        invokedFunctionArn: arn,
        functionVersion: '$LATEST',
        memoryLimitInMB: String(memory),
      }
      const deadline = Date.now() + timeoutSeconds * 1000
      const answer = await this.#within(
        declared,
        thread,
        awsRequestId,
        thread.call('handle', JSON.stringify({ event, context, deadline })),
      )
      const { text, cpuMs } = Handled.parse(answer)
      this.#options.ran?.({ functionName: name, event, cpuMs })
      if (Buffer.byteLength(text) > PAYLOAD_BYTES)
        throw new AwsError(
          'Function.ResponseSizeTooLarge',
          `Response payload size exceeded maximum allowed payload size (${PAYLOAD_BYTES} bytes).`,
        )
      return JSON.parse(text)
    } catch (thrown) {
      const error = asError(thrown)
      this.#options.print(name, `${error.name}: ${error.message}\n`)
      throw error.message.includes('reaching memory limit')
        ? new AwsError('Runtime.OutOfMemory', `${name}: ${error.message}`)
        : error
    } finally {
      this.#busy.delete(environment)
      this.#endWhenIdle(environment)
    }
  }

  #endWhenIdle(environment: string) {
    const thread = this.#threads.get(environment)
    if (!thread) return
    thread.idle = setTimeout(() => {
      this.#threads.delete(environment)
      void thread.stop()
    }, this.#options.idleMs ?? IDLE_MS).unref()
  }

  /** Real time, counted from the moment the bundle is loaded: how long loading takes says more about the laptop than about the function. */
  async #within(
    { name, environment, timeoutSeconds }: Declared,
    { stop }: Thread,
    request: string,
    answer: Promise<unknown>,
  ) {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      this.#threads.delete(environment)
      late.reject(
        new AwsError(
          'Sandbox.Timedout',
          `RequestId: ${request} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds (${name})`,
        ),
      )
      void stop()
    }, timeoutSeconds * 1000)
    // Stopping the thread fails its call as well; nobody waits for that any more.
    answer.catch(() => {})
    try {
      return await Promise.race([answer, late.promise])
    } finally {
      clearTimeout(timer)
    }
  }

  /** On AWS a role without these rights keeps the function silent and nobody knows why. */
  #checkLog({ name, arn, logGroup }: Declared) {
    const stream = `${arn.replace(/:lambda:(.*):function:.*/, ':logs:$1')}:log-group:${logGroup}:log-stream:local`
    for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents'])
      try {
        this.#options.permit(name, action, stream)
      } catch (error) {
        this.#options.report(`${name} writes no log: ${asError(error).message}`)
      }
  }

  #start(declared: Declared): Thread {
    const { name, environment, region, entry, exported, memory, variables, logGroup } = declared
    this.#checkLog(declared)
    const { endpoints, secretOf, instant, seed, print } = this.#options
    const worker = new Worker(new URL('function-thread.ts', import.meta.url), {
      name,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 4 },
      workerData: { entry, exported, instant, seed },
      // Exactly the template's variables, those the Lambda runtime adds, and where the fronts are.
      env: {
        ...variables,
        ...endpoints,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: name,
        AWS_SECRET_ACCESS_KEY: secretOf(name) ?? '',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
        AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
        AWS_LAMBDA_LOG_STREAM_NAME: 'local',
        TZ: ':UTC',
        LANG: 'en_US.UTF-8',
      },
    })
    for (const stream of [worker.stdout, worker.stderr])
      stream.setEncoding('utf8').on('data', (text) => print(name, text))
    const ready = Promise.withResolvers<unknown>()
    ready.promise.catch(() => {})
    const gone = (why: Error) => {
      ready.reject(why)
      if (this.#threads.get(environment) === thread) this.#threads.delete(environment)
    }
    const call = connect(worker, { ready: ready.resolve })
    const thread: Thread = { call, ready: ready.promise, stop: () => worker.terminate() }
    worker.on('error', (error) => gone(asError(error)))
    worker.on('exit', (code) =>
      gone(new AwsError('Runtime.ExitError', `Runtime exited with error: exit status ${code}`)),
    )
    this.#threads.set(environment, thread)
    return thread
  }
}
