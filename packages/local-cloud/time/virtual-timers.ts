import type { Timed } from './virtual-time.ts'

/** Timers of the main thread on the virtual clock: schedules, and what is tried again later. */
export class VirtualTimers implements Timed {
  readonly #waiting = new Set<{ due: number; act: () => void }>()

  /** `act` runs synchronously at that instant; what it begins must count as work before it returns. */
  at(due: number, act: () => void): void {
    this.#waiting.add({ due, act })
  }

  nextDue(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#waiting].map(({ due }) => due))
  }

  tick(instant: number): void {
    const due = [...this.#waiting].filter((timer) => timer.due <= instant).sort((a, b) => a.due - b.due)
    for (const timer of due) {
      this.#waiting.delete(timer)
      timer.act()
    }
  }
}
