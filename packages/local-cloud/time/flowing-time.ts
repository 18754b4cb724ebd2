import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { VirtualTime } from './virtual-time.ts'

/**
 * Time that passes by itself: real time plus an offset, looked at again and again. Under endless load it stands still.
 * The offset is kept on disk, so the days between two starts pass too, from one due timer to the next.
 */
export class FlowingTime {
  readonly #time: VirtualTime
  readonly #file: string
  readonly #failed: (sentence: string) => void
  #offset: number
  #timer: NodeJS.Timeout | undefined
  #running = false

  constructor(time: VirtualTime, file: string, failed: (sentence: string) => void) {
    this.#time = time
    this.#file = file
    this.#failed = failed
    this.#offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) : time.now - Date.now()
    this.#keep()
  }

  start(everyMs: number = 250): void {
    this.#timer = setInterval(() => void this.#flow(), everyMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** After time was moved by hand it flows on from there. */
  moved(): void {
    this.#offset = Math.max(this.#offset, this.#time.now - Date.now())
    this.#keep()
  }

  async #flow() {
    if (this.#running) return
    this.#running = true
    try {
      await this.#time.advanceTo(() => Math.max(this.#time.now, Date.now() + this.#offset))
    } catch (error) {
      this.#failed(`time did not move: ${error}`)
    } finally {
      this.#running = false
    }
  }

  #keep() {
    writeFileSync(`${this.#file}.new`, String(this.#offset))
    renameSync(`${this.#file}.new`, this.#file)
  }
}
