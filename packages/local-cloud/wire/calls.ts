import { AwsError, asError } from './aws-error.ts'

type Message =
  | { call: number; name: string; input: unknown }
  | { answer: number; output: unknown }
  | { answer: number; error: { name: string; message: string } }

/** A worker, or a worker's parent. */
type Port = {
  on(event: 'message', listener: (value: Message) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  postMessage(message: Message): void
}
export type Call = (name: string, input?: unknown) => Promise<unknown>

/** Calls across a thread boundary, both ways. A port keeps the order of messages, and `VirtualTime.settle` relies on that. */
export function connect(port: Port, serves: Record<string, (input: unknown) => unknown>): Call {
  const pending = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  port.on('message', async (message) => {
    if ('call' in message) {
      try {
        const serve = serves[message.name]
        if (!serve) throw new Error(`this thread does not serve ${message.name}`)
        port.postMessage({ answer: message.call, output: await serve(message.input) })
      } catch (error) {
        const { name, message: text } = asError(error)
        port.postMessage({ answer: message.call, error: { name, message: text } })
      }
      return
    }
    const asked = pending.get(message.answer)
    pending.delete(message.answer)
    if ('error' in message) asked?.reject(new AwsError(message.error.name, message.error.message))
    else asked?.resolve(message.output)
  })
  let ended: Error | undefined
  const end = (why: Error) => {
    ended ??= why
    for (const { reject } of pending.values()) reject(why)
    pending.clear()
  }
  port.on('error', end)
  port.on('exit', (code) => end(new AwsError('Runtime.ExitError', `Runtime exited with error: exit status ${code}`)))
  return (name, input) => {
    if (ended) return Promise.reject(ended)
    const asked = Promise.withResolvers<unknown>()
    pending.set(++last, asked)
    port.postMessage({ call: last, name, input })
    return asked.promise
  }
}
