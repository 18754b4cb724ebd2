import { createHmac } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '#local-cloud/wire/calls.ts'

/** What a function's thread runs: the handler of the very bundle that would be uploaded, on the shared clock. */
const instant = new BigInt64Array(workerData.instant)
Object.assign(globalThis, { clock: () => Number(Atomics.load(instant, 0)) })
const { seed } = workerData
if (typeof seed === 'string')
  Object.assign(globalThis, { salt: (id: string) => createHmac('sha256', seed).update(id).digest('hex') })
const handler: unknown = (await import(workerData.entry))[workerData.exported]
if (typeof handler !== 'function')
  throw new Error(`Handler not found: ${workerData.entry} exports no function ${workerData.exported}`)
if (!parentPort) throw new Error('a function runs in a thread of its own, never as the main program')

connect(parentPort, {
  handle: async (input) => {
    const { event, context, deadline } = JSON.parse(String(input))
    const remaining = { getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) }
    const before = process.threadCpuUsage()
    // JSON, as on Lambda: no undefined, no Date, no class crosses.
    const text = JSON.stringify(await handler(event, { ...context, ...remaining })) ?? 'null'
    const { user, system } = process.threadCpuUsage(before)
    return { text, cpuMs: (user + system) / 1000 }
  },
}).call(undefined, 'ready')
