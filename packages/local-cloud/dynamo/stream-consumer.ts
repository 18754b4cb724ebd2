import { setTimeout as sleep } from 'node:timers/promises'
import type { Work } from '#local-cloud/time/work.ts'
import type { Item } from './item-size.ts'

export type StreamRecord = {
  eventID: string
  eventName: string
  eventVersion: string
  eventSource: string
  awsRegion: string
  dynamodb: {
    ApproximateCreationDateTime: number
    Keys: Item
    NewImage?: Item
    SequenceNumber: string
    SizeBytes: number
    StreamViewType: string
  }
  eventSourceARN: string
}
/** Which record failed first, by its sequence number; `all` when the call itself failed. */
export type Answer = { failed: string | undefined }
type Options = {
  what: string
  batchSize: number
  retries: number
  bisect: boolean
  maxAgeMs: number
  enabled: boolean
  shuffle: (() => number) | undefined
  work: Work
  now: () => number
  call: (records: readonly StreamRecord[]) => Promise<Answer>
  giveUp: (records: readonly StreamRecord[], condition: string, attempts: number) => Promise<void>
  /** These are dealt with: handled, given up or too old. */
  done: (records: readonly StreamRecord[]) => void
}

/** How long AWS keeps records that nobody reads. */
const RETENTION_MS = 86_400_000

/** One consumer of one stream: batches in order, tried again on failure, halved around a poison record, given up after its attempts. */
export class StreamConsumer {
  readonly #options: Options
  readonly #queue: StreamRecord[] = []
  #on: boolean
  #draining = false

  constructor(options: Options) {
    this.#options = options
    this.#on = options.enabled
  }

  push(record: StreamRecord): void {
    this.#queue.push(record)
    this.#wake()
  }

  switch(on: boolean): void {
    this.#on = on
    this.#wake()
  }

  #wake() {
    if (!this.#on || this.#draining || this.#queue.length === 0) return
    this.#draining = true
    void this.#options.work.during(this.#options.what, () => this.#drain())
  }

  async #drain() {
    const { batchSize, shuffle } = this.#options
    try {
      while (this.#on && this.#queue.length > 0) {
        // Lets a few more records come, so that there is something to shuffle.
        if (shuffle) await sleep(shuffle() * 5)
        const batch = shuffle ? this.#shuffled(batchSize, shuffle) : this.#queue.splice(0, batchSize)
        await this.#deliver(batch, 1)
        if (shuffle && shuffle() < 0.2) await this.#deliver(batch, 1)
      }
    } finally {
      this.#draining = false
    }
  }

  /** AWS keeps the order of records of one item and of nothing else. */
  #shuffled(size: number, random: () => number): StreamRecord[] {
    const batch: StreamRecord[] = []
    const key = (record: StreamRecord | undefined) => JSON.stringify(record?.dynamodb.Keys)
    while (batch.length < size && this.#queue.length > 0) {
      const wanted = key(this.#queue[Math.floor(random() * this.#queue.length)])
      const first = this.#queue.findIndex((record) => key(record) === wanted)
      batch.push(...this.#queue.splice(first, 1))
    }
    return batch
  }

  /**
   * Virtual time stands still meanwhile, so there is no waiting between attempts. Halving does not use up an attempt.
   * A batch whose first record is reported as failed is halved like one that failed as a whole.
   */
  async #deliver(given: readonly StreamRecord[], attempt: number): Promise<void> {
    const { call, bisect, retries, giveUp, done } = this.#options
    if (!this.#on) {
      this.#queue.unshift(...given)
      return
    }
    const records = await this.#young(given)
    if (records.length === 0) return
    const { failed } = await call(records)
    if (failed === undefined) return done(records)
    const at = Math.max(
      0,
      records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed),
    )
    const rest = records.slice(at)
    if (at > 0) {
      done(records.slice(0, at))
      return this.#deliver(rest, 1)
    }
    if (bisect && rest.length > 1) {
      const half = Math.ceil(rest.length / 2)
      await this.#deliver(rest.slice(0, half), 1)
      return this.#deliver(rest.slice(half), 1)
    }
    if (attempt > retries) {
      await giveUp(rest, 'RetryAttemptsExhausted', attempt)
      return done(rest)
    }
    return this.#deliver(rest, attempt + 1)
  }

  /** Beyond a day the stream has forgotten a record; beyond the mapping's age it goes where failures go. */
  async #young(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
    const { now, maxAgeMs, giveUp, done } = this.#options
    const age = ({ dynamodb }: StreamRecord) => now() - dynamodb.ApproximateCreationDateTime * 1000
    const kept = records.filter((record) => age(record) <= RETENTION_MS)
    const old = kept.filter((record) => age(record) > maxAgeMs)
    if (old.length > 0) await giveUp(old, 'RecordAgeExceeded', 0)
    const young = kept.filter((record) => age(record) <= maxAgeMs)
    if (young.length < records.length) done(records.filter((record) => !young.includes(record)))
    return young
  }
}
