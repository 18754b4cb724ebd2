/** A county in memory whose cases are carried by the compiled texts on a real engine, in virtual time. */
import FakeTimers from '@sinonjs/fake-timers'
import type { Procedure } from '#procedure/procedure.ts'
import { keyOf, procedures } from '#procedure/procedures.ts'
import { toAsl } from '#procedure/to-asl.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { type CountyOptions, county } from '../../services/conductor/fixtures/county.ts'
import { followStream } from '../../services/conductor/follow/follow-stream.ts'
import { memoryFollowed } from '../../services/conductor/follow/memory-followed.ts'
import { reconcile } from '../../services/conductor/run/reconcile.ts'
import { restartExecution } from '../../services/conductor/run/restart-execution.ts'
import { arrive } from '../../services/conductor/wait/arrive.ts'
import { awaitNews } from '../../services/conductor/wait/await-news.ts'
import { memoryWaits } from '../../services/conductor/wait/memory-waits.ts'
import { localMachine } from './local-machine.ts'

const DAY = 86_400_000
export const compile = (procedure: Procedure) =>
  toAsl(procedure, (name) => `arn:aws:lambda:cn-north-1:123456789012:function:${name}`)

export type Year = ReturnType<typeof year>

/** @param follows what the machine of the county's version was compiled from, if not the version itself */
export function year({ follows, ...options }: CountyOptions & { follows?: Procedure } = {}) {
  const clock = FakeTimers.install({
    now: Date.parse('2018-03-01T09:00:00+08:00'),
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    shouldClearNativeTimers: true,
  })
  /** How the stream behaves: its news may be lost or come twice; and what the functions do before they do their work. */
  const ways = { news: 1, arrive: async () => {}, await: async () => {} }
  const faults: unknown[] = []
  const now = () => new Date(Date.now())
  const deliver = (stream: string) => followStream(deps)(stream).catch((fault) => faults.push(fault))
  let consumer = Promise.resolve<unknown>(undefined)
  const place = county(
    now,
    (stream) => {
      for (let i = 0; i < ways.news; i++) consumer = consumer.then(() => deliver(stream))
    },
    options,
  )
  const version = keyOf(place.procedure)
  const definitions = Object.fromEntries(procedures.map((one) => [keyOf(one), compile(one)]))
  const machine = localMachine(
    { ...definitions, ...(follows && { [version]: compile(follows) }) },
    {
      arrive: ({ case: stream }) => ways.arrive().then(() => arrive(deps)(stream)),
      await: (payload) => ways.await().then(() => awaitNews(deps)(payload)),
    },
  )
  const deps = {
    ...{ ledger: place.ledger, rows: memoryRows(place.ledger), now },
    ...{ waits: memoryWaits(), followed: memoryFollowed(), machine },
  }
  machine.onEnd = (ending) => void restartExecution(deps)(ending).catch((fault) => faults.push(fault))
  const ended = (unit: string) =>
    [...machine.executions].filter(([name]) => name.startsWith(`case-2018-2-${unit}-g`)).map(([, { status }]) => status)
  return {
    ...place,
    version,
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
    restoreClock: () => clock.uninstall(),
  }
}
