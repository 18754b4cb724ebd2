import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod/mini'
import { AwsError, asError } from './aws-error.ts'
import { type Call, connect } from './calls.ts'
import type { Permit } from './permissions.ts'
import type { Template } from './template.ts'

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
}
type Thread = { call: Call; ready: Promise<unknown>; stop: () => Promise<unknown> }

/** Lambda refuses more, both ways. */
export const PAYLOAD_BYTES: number = 6 * 1024 * 1024

/** One thread per function, started by its first call, one call at a time: as one environment on Lambda, so module state is never shared by two calls. */
export class Functions {
  readonly calls: Map<string, number> = new Map()
  readonly #declared: ReadonlyMap<string, Declared>
  readonly #threads = new Map<string, Thread>()
  readonly #queues = new Map<string, Promise<unknown>>()
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
    if (this.#declared.has(name) && !this.#busy.has(name))
      throw new AwsError(
        'AccessDeniedException',
        `${name} made a call after it had answered; await every promise before answering`,
      )
  }

  /** @throws Error under the name of what the handler threw, or of what Lambda says of a timeout, a crash or too much memory */
  invoke = (name: string, event: unknown): Promise<unknown> => {
    const declared = this.#declared.get(name)
    if (!declared) return Promise.reject(new AwsError('ResourceNotFoundException', `Function not found: ${name}`))
    const answer = (this.#queues.get(name) ?? Promise.resolve()).then(() => this.#call(declared, event))
    this.#queues.set(
      name,
      answer.catch(() => {}),
    )
    return answer
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#threads.values()].map(({ stop }) => stop()))
  }

  async #call(declared: Declared, event: unknown): Promise<unknown> {
    if (this.#closed) throw new Error(`${declared.name} was called while the local cloud was closing`)
    const { name, arn, memory, timeoutSeconds } = declared
    this.#busy.add(name)
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1)
    try {
      const delay = this.#options.delayMs?.(name) ?? 0
      if (delay > 0) await sleep(delay)
      const thread = this.#threads.get(name) ?? this.#start(declared)
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
      const text = String(answer)
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
      this.#busy.delete(name)
    }
  }

  /** Real time, counted from the moment the bundle is loaded: how long loading takes says more about the laptop than about the function. */
  async #within({ name, timeoutSeconds }: Declared, { stop }: Thread, request: string, answer: Promise<unknown>) {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      this.#threads.delete(name)
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
    const { name, region, entry, exported, memory, variables, logGroup } = declared
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
      if (this.#threads.get(name) === thread) this.#threads.delete(name)
    }
    const call = connect(worker, { ready: ready.resolve })
    const thread: Thread = { call, ready: ready.promise, stop: () => worker.terminate() }
    worker.on('error', (error) => gone(asError(error)))
    worker.on('exit', (code) =>
      gone(new AwsError('Runtime.ExitError', `Runtime exited with error: exit status ${code}`)),
    )
    this.#threads.set(name, thread)
    return thread
  }
}
