import { join } from 'node:path'
import { z } from 'zod/mini'
import { DurableMap } from '#local-cloud/time/durable-map.ts'

const Pending = z.object({
  consumer: z.string(),
  table: z.string(),
  key: z.record(z.string(), z.unknown()),
  removes: z.boolean(),
})
/** A change that may have been written and that a consumer has not dealt with. `removes`: by a delete. */
export type Pending = z.infer<typeof Pending>

/**
 * What each consumer has still to be told, on disk from before a write until the consumer has dealt with it. So after a
 * stop, or a kill at any instant, it is told of that and of nothing else: a change that was not written after all, or
 * one told twice, does no harm.
 */
export class Undelivered {
  readonly #pending: DurableMap<Pending>
  readonly #code: DurableMap<string>
  #last: number

  constructor(folder: string) {
    this.#pending = new DurableMap(join(folder, 'undelivered'), (kept) => Pending.parse(kept))
    this.#code = new DurableMap(join(folder, 'consumers'), (kept) => z.string().parse(kept))
    this.#last = Math.max(0, ...this.#pending.entries().map(([id]) => Number(id.split(' ')[0])))
  }

  /** Answers the changes' name, the same for all consumers. */
  expect(consumers: readonly string[], change: Omit<Pending, 'consumer'>): string {
    const name = String(++this.#last)
    this.#pending.put(consumers.map((consumer) => [`${name} ${consumer}`, { ...change, consumer }]))
    return name
  }

  done(consumer: string, names: readonly string[]): void {
    this.#pending.remove(names.map((name) => `${name} ${consumer}`))
  }

  /** In the order in which they were written. */
  of(consumer: string): (Pending & { name: string })[] {
    const own = this.#pending.entries().filter(([, pending]) => pending.consumer === consumer)
    return own.map(([id, pending]) => ({ ...pending, name: id.split(' ')[0] ?? '' }))
  }

  /** Whether the consumer's code is what it was when it was told of everything; unknown of one that is new. */
  knows(consumer: string, code: string): boolean {
    return this.#code.get(consumer) === code
  }

  /** Tells a consumer of everything, since its code is another one, or has never been told of what is there. */
  expectAll(consumer: string, code: string, changes: readonly Omit<Pending, 'consumer' | 'removes'>[]): void {
    this.#pending.put(
      changes.map((change) => [`${++this.#last} ${consumer}`, { ...change, consumer, removes: false }] as const),
    )
    this.#code.put([[consumer, code]])
  }

  close(): void {
    this.#pending.close()
    this.#code.close()
  }
}
