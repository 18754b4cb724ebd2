import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { z } from 'zod/mini'

const Line = z.union([z.tuple([z.string()]), z.tuple([z.string(), z.unknown()])])
/** Lines for each entry there is, and besides, before the file is written anew. */
const [LINES_PER_ENTRY, LINES_BESIDES] = [8, 1_000]

/** A map in one file, a line of JSON per change: on disk when the call returns, and so whatever kills the process. */
export class DurableMap<T> {
  readonly #file: string
  readonly #entries = new Map<string, T>()
  #lines = 0
  #open: number | undefined

  /** @param parse reads a value that was kept */
  constructor(file: string, parse: (kept: unknown) => T) {
    this.#file = file
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // A last line that a power cut broke off is the beginning of a change that never was.
    for (const line of text.split('\n').slice(0, -1)) {
      const [id, value] = Line.parse(JSON.parse(line))
      if (value === undefined) this.#entries.delete(id)
      else this.#entries.set(id, parse(value))
    }
    this.#open = this.#rewrite()
  }

  get(id: string): T | undefined {
    return this.#entries.get(id)
  }

  entries(): (readonly [id: string, value: T])[] {
    return [...this.#entries]
  }

  put(entries: readonly (readonly [id: string, value: T])[]): void {
    for (const [id, value] of entries) this.#entries.set(id, value)
    this.#append(entries)
  }

  remove(ids: readonly string[]): void {
    const known = ids.filter((id) => this.#entries.delete(id))
    this.#append(known.map((id) => [id]))
  }

  /** What is changed after that is lost, as by a kill. */
  close(): void {
    if (this.#open !== undefined) closeSync(this.#open)
    this.#open = undefined
  }

  #append(lines: readonly (readonly unknown[])[]) {
    if (this.#open === undefined || lines.length === 0) return
    if (this.#entries.size === 0) {
      ftruncateSync(this.#open)
      this.#lines = 0
      return
    }
    this.#lines += lines.length
    if (this.#lines > this.#entries.size * LINES_PER_ENTRY + LINES_BESIDES) {
      closeSync(this.#open)
      this.#open = this.#rewrite()
    } else writeSync(this.#open, text(lines))
  }

  #rewrite(): number {
    writeFileSync(`${this.#file}.new`, text(this.entries()))
    renameSync(`${this.#file}.new`, this.#file)
    this.#lines = this.#entries.size
    return openSync(this.#file, 'a')
  }
}

const text = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
