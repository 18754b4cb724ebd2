import { batchStream } from '#batch/batch.ts'
import { after } from '#calendar/instant.ts'
import { type Case, caseKind, isOpen } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { faultOf, type Log, toConsole } from '#edge/log.ts'
import { type Altered, eachApart } from '#ledger/altered.ts'
import { type Commit, type Ledger, readStream } from '#ledger/ledger.ts'
import { conferTitle } from '../follow/confer-title.ts'
import { actsOfBatch, type BatchAct, takeActs } from '../follow/follow-batch.ts'
import { type Deps, followStream } from '../follow/follow-stream.ts'
import { arrive } from '../wait/arrive.ts'
import { wakeCase } from '../wait/wake-case.ts'
import { actsOf } from './acts-of.ts'
import { keepRunning } from './keep-running.ts'
import { openWork } from './open-work.ts'

/**
 * Open cases looked at; what was missing and is mended: executions, looks at news or a passed date, commits that follow.
 * `altered`: streams that are not what was written, which are left as they are and keep back no other.
 */
export type Reconciled = { looked: number; started: number; woken: number; applied: number; altered: number }

/** Timers and the stream come first: what is younger may still be under way. */
const PATIENCE_MS = 60_000

/**
 * Finds and mends what the stream, the timers or the machine have missed. It looks at what the lists call open and at
 * every case that was begun and is not done with, whatever its row says; never at what is over. A case that has no row
 * and was never begun gets its row from the hourly look at the rows, and is found by the next one here.
 */
export const reconcile =
  (deps: Deps, log: Log = toConsole) =>
  async (): Promise<Reconciled> => {
    const done = { looked: 0, started: 0, woken: 0, applied: 0, altered: 0 }
    const raise = (altered: readonly Altered[]) => {
      done.altered += altered.length
      for (const one of altered) log({ event: 'reconcile', ...faultOf(one) })
    }
    const ledger = countingAppends(deps.ledger, () => done.applied++)
    const before = after(deps.now().toISOString(), -PATIENCE_MS)
    const { waits } = deps
    const open = await openWork(deps.rows)
    const batches = new Map<string, Case[]>()
    const amending = onceEach((batch) => actsOfBatch(ledger, batchStream(batch)))
    const cases = [...new Set([...open.cases, ...(await waits.unfinished())])].sort()
    const lookAt = async (stream: string): Promise<void> => {
      const found = await readStream(ledger, caseKind, stream)
      const { commits } = found
      const settled = isSettled(commits, before)
      const takes = settled && isOpen(found.state)
      const state = takes ? await takeActs(ledger, stream, found, await amending(found.state.batch)) : found.state
      if (isOpen(state)) {
        done.looked++
        batches.set(state.batch, [...(batches.get(state.batch) ?? []), state])
      }
      if (!settled) return
      if (!isOpen(state)) {
        await conferTitle(ledger, state)
        await waits.finish(stream)
        return
      }
      if (await keepRunning(deps)(stream, state)) done.started++
      if ((await hasMissedNews(deps, stream, commits.length)) || lapse(before)(state).length > 0) {
        done.woken++
        // With nobody waiting there is nobody to wake: look in its stead.
        if ((await wakeCase(deps)(stream)) === 0) await arrive(deps)(stream)
      }
    }
    raise(await eachApart(cases, lookAt))
    const follow = followStream({ ...deps, ledger })
    const { acts, altered } = await actsOf({ ledger, rows: deps.rows }, open, batches)
    raise(altered)
    // A case that time ended before the news of a later date came stands again: the batch itself reaches those, too.
    const followed = [...acts, ...[...batches.keys()].map(batchStream)]
    raise(
      await eachApart(followed, async (stream) => {
        if (isSettled((await ledger.read(stream)).commits, before)) await follow(stream)
      }),
    )
    return done
  }

const isSettled = (commits: readonly Commit[], before: string): boolean => (commits.at(-1)?.at ?? '') < before

/** Whether the machine waits with less of the case than there is. */
const hasMissedNews = async ({ waits }: Deps, stream: string, commits: number): Promise<boolean> =>
  (await waits.of(stream)).some(({ seen }) => seen < commits)

const countingAppends = (ledger: Ledger, count: () => void): Ledger => ({
  read: (stream) => ledger.read(stream),
  streams: () => ledger.streams(),
  async append(...commit) {
    const appended = await ledger.append(...commit)
    count()
    return appended
  },
})

/** Asks for each batch once, however many of its cases are looked at. */
function onceEach(ask: (batch: string) => Promise<readonly BatchAct[]>): typeof ask {
  const asked = new Map<string, Promise<readonly BatchAct[]>>()
  return (batch) => {
    const answer = asked.get(batch) ?? ask(batch)
    asked.set(batch, answer)
    return answer
  }
}
