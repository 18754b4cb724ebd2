/** A county in memory whose cases are carried by the compiled text on a real engine, in virtual time. */
import FakeTimers from '@sinonjs/fake-timers'
import { creation } from '#procedure/creation.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { toAsl } from '#procedure/to-asl.ts'
import { arrive } from '../../services/conductor/arrive.ts'
import { awaitNews } from '../../services/conductor/await-news.ts'
import { county } from '../../services/conductor/fixtures/county.ts'
import { followStream } from '../../services/conductor/follow-stream.ts'
import { memoryWaits } from '../../services/conductor/memory-waits.ts'
import { reconcile } from '../../services/conductor/reconcile.ts'
import { restartExecution } from '../../services/conductor/restart-execution.ts'
import { localMachine } from './local-machine.ts'

const DAY = 86_400_000
export const compile = (procedure: Procedure) =>
  toAsl(procedure, (name) => `arn:aws:lambda:cn-north-1:123456789012:function:${name}`)

export type Year = ReturnType<typeof year>

export function year({ begins = '2018-03-01T09:00:00+08:00', procedure = creation as Procedure } = {}) {
  const clock = FakeTimers.install({
    now: Date.parse(begins),
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    shouldClearNativeTimers: true,
  })
  /** How the stream behaves: its news may be lost or come twice; and what the functions do before they do their work. */
  const ways = { news: 1, arrive: async () => {}, await: async () => {} }
  const faults: unknown[] = []
  const now = () => new Date(Date.now())
  const deliver = (stream: string) => followStream(deps)(stream).catch((fault) => faults.push(fault))
  let consumer = Promise.resolve<unknown>(undefined)
  const place = county(now, (stream) => {
    for (let i = 0; i < ways.news; i++) consumer = consumer.then(() => deliver(stream))
  })
  const machine = localMachine(compile(procedure), {
    arrive: ({ case: stream }) => ways.arrive().then(() => arrive(deps)(stream)),
    await: (payload) => ways.await().then(() => awaitNews(deps)(payload)),
  })
  const deps = { ledger: place.ledger, now, waits: memoryWaits(), machine }
  machine.onEnd = (ending) => void restartExecution(deps)(ending).catch((fault) => faults.push(fault))
  const ended = (unit: string) =>
    [...machine.executions].filter(([name]) => name.startsWith(`case-2018-2-${unit}-g`)).map(([, { status }]) => status)
  return {
    ...place,
    machine,
    ways,
    faults,
    waits: deps.waits,
    reconcile: reconcile(deps),
    /** Statuses of the executions of a case, by generation. */
    ended,
    pass: (days = 1) => clock.tickAsync(Math.round(days * DAY)),
    until: (instant: string) => clock.tickAsync(Date.parse(instant) - clock.now),
    /** What the boot does: every stream's news comes once more. */
    async boot() {
      for await (const { stream } of place.ledger.streams()) consumer = consumer.then(() => deliver(stream))
      await clock.tickAsync(1)
    },
    close: () => clock.uninstall(),
  }
}
