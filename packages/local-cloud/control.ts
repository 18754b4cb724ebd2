import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod/mini'
import { asError } from '#local-cloud/wire/aws-error.ts'
import type { LocalCloud } from './local-cloud.ts'

const Advance = z.union([z.object({ to: z.string() }), z.object({ by: z.enum(['next', 'deadline']) })])
const StopExecution = z.object({ executionArn: z.string(), cause: z.optional(z.string()) })
const Consumer = z.object({ functionName: z.string(), on: z.boolean() })
const iso = (instant: number) => (Number.isFinite(instant) ? new Date(instant).toISOString() : null)

type Action = (cloud: LocalCloud, body: unknown) => unknown
const clockOf = async (cloud: LocalCloud) => ({
  now: iso(cloud.now()),
  flowing: cloud.flowing,
  nextDue: iso(await cloud.nextDue()),
  nextDeadline: iso(await cloud.nextDeadline()),
})

/** What only a laptop has: a hand on the clock and a look at what happened. No template knows these paths. */
const actions: Record<string, Action> = {
  'GET clock': (cloud) => ({ now: iso(cloud.now()), flowing: cloud.flowing }),
  'GET deadlines': async (cloud) => {
    await cloud.settle()
    return clockOf(cloud)
  },
  'POST advance': async (cloud, body) => {
    const asked = z.safeParse(Advance, body)
    if (!asked.success) throw new BadRequest('请写明 {"to":"时刻"}、{"by":"next"} 或 {"by":"deadline"}')
    if ('to' in asked.data) {
      const to = Date.parse(asked.data.to)
      if (Number.isNaN(to))
        throw new BadRequest(`无法识别的时刻：${asked.data.to}，请按 2026-05-16T00:00:00+08:00 的样子写`)
      await cloud.advanceTo(to)
    } else await cloud.advanceBy(asked.data.by)
    return clockOf(cloud)
  },
  'POST settle': async (cloud) => {
    await cloud.settle()
    return clockOf(cloud)
  },
  'GET permissions': (cloud) => ({ used: cloud.usedStatements(), all: cloud.allStatements() }),
  'GET counts': (cloud) => cloud.counts(),
  'GET executions': async (cloud) => ({ executions: await cloud.executions() }),
  'POST stop-execution': async (cloud, body) => {
    await cloud.stopExecution(StopExecution.parse(body))
    return {}
  },
  'POST consumer': (cloud, body) => {
    const { functionName, on } = Consumer.parse(body)
    return { consumers: cloud.switchConsumer(functionName, on) }
  },
}

class BadRequest extends Error {}

export async function answerControl(
  cloud: LocalCloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  const { pathname } = new URL(request.url ?? '/', cloud.addresses.origin)
  // A page from elsewhere, open in the same browser, has no say about the clock.
  const { origin } = request.headers
  if (origin !== undefined && origin !== cloud.addresses.origin)
    return void send(403, { message: `${origin} 的网页不能操作本机` })
  const action = actions[`${request.method} ${pathname.replace('/_local/', '')}`]
  if (!action)
    return void send(404, {
      message: `没有 ${request.method} ${pathname}，可用的有 ${Object.keys(actions).join('、')}`,
    })
  try {
    const body = await text(request)
    send(200, await action(cloud, body ? JSON.parse(body) : {}))
  } catch (error) {
    send(error instanceof BadRequest ? 400 : 500, { message: asError(error).message })
  }
}
