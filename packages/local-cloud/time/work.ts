import { setImmediate as nextTurn } from 'node:timers/promises'

/** Everything that has begun and not ended, in whatever thread: calls of functions, stream batches, requests from outside. */
export class Work {
  begun = 0
  readonly #running = new Set<{ what: string }>()
  #ended = Promise.withResolvers<void>()

  /** Counts from the very moment of the call, so that nobody can look in between. */
  async during<T>(what: string, act: () => Promise<T>): Promise<T> {
    const entry = { what }
    this.begun++
    this.#running.add(entry)
    try {
      return await act()
    } finally {
      this.#running.delete(entry)
      this.#ended.resolve()
      this.#ended = Promise.withResolvers()
    }
  }

  /** What runs, by name. */
  get running(): string[] {
    return [...this.#running].map(({ what }) => what)
  }

  /**
   * Nothing runs. Looks one turn later, when whoever ended has also posted its result.
   * @throws Error naming what still runs when nothing has ended for `patience` milliseconds of real time
   */
  async idle(patience: number = 60_000): Promise<void> {
    for (;;) {
      await nextTurn()
      if (this.#running.size === 0) return
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => {
        late.reject(new Error(`nothing has ended for ${patience} ms; still running: ${this.running.join(', ')}`))
      }, patience)
      try {
        await Promise.race([this.#ended.promise, late.promise])
      } finally {
        clearTimeout(timer)
      }
    }
  }
}
