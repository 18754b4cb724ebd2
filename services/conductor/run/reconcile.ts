import { caseKind, isOpen } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { type Commit, type Ledger, readStream } from '#ledger/ledger.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { conferTitle, titleEarned } from '../follow/confer-title.ts'
import { type Deps, followStream } from '../follow/follow-stream.ts'
import { arrive } from '../wait/arrive.ts'
import { wakeCase } from '../wait/wake-case.ts'
import { keepRunning } from './keep-running.ts'

/** Open cases looked at; what was missing and is mended: executions, looks at news or a passed date, commits that follow. */
export type Reconciled = { looked: number; started: number; woken: number; applied: number }

/** Timers and the stream come first: what is younger may still be under way. */
const PATIENCE_MS = 60_000

/** Finds and mends what the stream, the timers or the machine have missed. Between batches it only reads. */
export const reconcile = (deps: Deps) => async (): Promise<Reconciled> => {
  const done = { looked: 0, started: 0, woken: 0, applied: 0 }
  const ledger = countingAppends(deps.ledger, () => done.applied++)
  const before = new Date(deps.now().getTime() - PATIENCE_MS).toISOString()
  const streams = (await Array.fromAsync(ledger.streams())).map(({ stream }) => stream).sort()
  const batches = new Set<string>()
  for (const stream of streams.filter((one) => one.startsWith('case/'))) {
    const { state, commits } = await readStream(ledger, caseKind, stream)
    if (isOpen(state)) {
      done.looked++
      batches.add(state.batch)
    }
    if (!isSettled(commits, before)) continue
    const title = titleEarned(state)
    if (title && !streams.includes(title)) await conferTitle(ledger, state)
    if (!isOpen(state)) continue
    if (await keepRunning(deps)(stream, state)) done.started++
    if ((await hasMissedNews(deps, stream, commits.length)) || lapse(before)(state).length > 0) {
      done.woken++
      // With nobody waiting there is nobody to wake: look in its stead.
      if ((await wakeCase(deps)(stream)) === 0) await arrive(deps)(stream)
    }
  }
  const follow = followStream({ ...deps, ledger })
  for (const stream of await actsOf(ledger, streams, batches))
    if (isSettled((await ledger.read(stream)).commits, before)) await follow(stream)
  return done
}

const isSettled = (commits: readonly Commit[], before: string): boolean => (commits.at(-1)?.at ?? '') < before

/** Whether the machine waits with less of the case than there is. */
const hasMissedNews = async ({ waits }: Deps, stream: string, commits: number): Promise<boolean> =>
  (await waits.of(stream)).some(({ seen }) => seen < commits)

/** What decides cases of the open batches, after the objections whose settlement a notice waits for. */
async function actsOf(
  ledger: Ledger,
  streams: readonly string[],
  batches: ReadonlySet<string>,
): Promise<readonly string[]> {
  const of = (kind: string) =>
    streams.filter((stream) => stream.startsWith(`${kind}/`) && batches.has(stream.split('/')[1] ?? ''))
  const objections = await Promise.all(
    of('notice').map(async (notice) => {
      const { state } = await readStream(ledger, noticeKind, notice)
      return Object.entries(state.objections).flatMap(([id, { result }]) => (result ? [] : [`objection/${id}`]))
    }),
  )
  return [...objections.flat(), ...['batch', 'panel', 'notice', 'resolution', 'decision'].flatMap(of)]
}

const countingAppends = (ledger: Ledger, count: () => void): Ledger => ({
  read: (stream) => ledger.read(stream),
  streams: () => ledger.streams(),
  async append(...commit) {
    const appended = await ledger.append(...commit)
    count()
    return appended
  },
})
