import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { instantOf } from '#calendar/instant.ts'
import { said } from '#calendar/said.ts'
import type { Work } from './work.ts'

/** Something with timers of its own on the virtual clock. */
export type Timed = {
  /** The next due instant, Infinity when there is none. Answers after everything it was told before. */
  nextDue(): number | Promise<number>
  /** Fires what is due by then. */
  tick(instant: number): unknown
}

/** The instant every thread reads. It stands still while anything runs, and only `advanceTo` moves it: from one due timer to the next. */
export class VirtualTime {
  readonly shared: SharedArrayBuffer = new SharedArrayBuffer(8)
  readonly #cell = new BigInt64Array(this.shared)
  readonly #file: string
  readonly #work: Work
  readonly #timed: Timed[] = []
  #queue: Promise<unknown> = Promise.resolve()

  constructor(file: string, beginning: number, work: Work) {
    this.#file = file
    this.#work = work
    this.#show(existsSync(file) ? Number(readFileSync(file, 'utf8')) : beginning)
  }

  get now(): number {
    return Number(Atomics.load(this.#cell, 0))
  }

  add(timed: Timed): void {
    this.#timed.push(timed)
  }

  /** Waits until nothing runs in any thread, and answers when the next timer is due. */
  async settle(): Promise<number> {
    for (;;) {
      await this.#work.idle()
      const before = this.#work.begun
      // A thread answers after everything sent to it before, and after what followed from that: so the calls it made meanwhile have come in first.
      const due = Math.min(
        Number.POSITIVE_INFINITY,
        ...(await Promise.all(this.#timed.map((timed) => timed.nextDue()))),
      )
      if (this.#work.begun === before) return due
    }
  }

  /**
   * One at a time. On return the virtual instant is `target`, everything due by then has fired, and nothing runs.
   * @param target milliseconds since 1970, or how to choose it once everything is quiet
   */
  advanceTo(target: number | (() => number | Promise<number>)): Promise<void> {
    const run = this.#queue.then(async () => {
      const first = await this.settle()
      const to = typeof target === 'number' ? target : await target()
      if (!Number.isFinite(to)) throw new Error(`时间只能推进到一个确定的时刻，收到的是 ${to}`)
      if (to < this.now)
        throw new Error(`时间只能向前：现在是${said(instantOf(this.now))}，不能回到${said(instantOf(to))}`)
      for (let due = first; ; due = await this.settle()) {
        const next = Math.min(due, to)
        if (next > this.now) this.#move(next)
        for (const timed of this.#timed) await timed.tick(next)
        if (due > to) return
      }
    })
    this.#queue = run.catch(() => {})
    return run
  }

  /** Moves the instant under whatever runs, as a real clock does. What was due by then fires when time is next advanced. */
  jump(instant: number): void {
    if (instant > this.now) this.#move(instant)
  }

  /** On disk before anything can happen at that instant: a restart never goes back behind a commit. */
  #move(instant: number) {
    writeFileSync(`${this.#file}.new`, String(instant))
    renameSync(`${this.#file}.new`, this.#file)
    this.#show(instant)
  }

  #show(instant: number) {
    Atomics.store(this.#cell, 0, BigInt(instant))
  }
}
