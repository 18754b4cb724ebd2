/** What a county runs that takes messages for SMS, mail or 政务微信: it answers as it is told, and keeps what came. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'

type Got = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly status: number
}
export type Receiver = {
  readonly origin: string
  readonly got: Got[]
  /** In order; 204 when there are none. */
  answers: number[]
  /** Where it says to go with a 3xx. */
  location?: string
  readonly close: () => Promise<void>
}

export async function receiving(): Promise<Receiver> {
  const got: Got[] = []
  const receiver: Pick<Receiver, 'answers' | 'location'> = { answers: [] }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const status = receiver.answers.shift() ?? 204
    got.push({ path: request.url ?? '', headers: request.headers, body, status })
    const { location } = receiver
    response.writeHead(status, status >= 300 && status < 400 && location ? { location } : {}).end()
  })
  const origin = await listen(server, 0)
  return Object.assign(receiver, { origin, got, close: async () => void (await unlisten(server)) })
}
