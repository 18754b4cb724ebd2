import { S3Error } from './s3-error.ts'
import type { BucketOnDisk, StoredObject } from './s3-store.ts'

export type Created = { bucket: string; key: string; size: number; etag: string }

/** Where a rehearsal may kill the process, or count what runs. */
export type WriteHooks = {
  beforeWrite?: (bucket: string, key: string) => void | Promise<void>
  afterWrite?: (bucket: string, key: string) => void | Promise<void>
}

/** Every change of an object goes through here, so that none is made without its hooks and its announcement. */
export class Writes {
  readonly #buckets: ReadonlyMap<string, BucketOnDisk>
  readonly #hooks: WriteHooks
  readonly #objectCreated: (created: Created) => unknown
  readonly #marking = new Set<Promise<unknown>>()
  #closed = false

  constructor(
    buckets: ReadonlyMap<string, BucketOnDisk>,
    hooks: WriteHooks,
    objectCreated: (created: Created) => unknown,
  ) {
    this.#buckets = buckets
    this.#hooks = hooks
    this.#objectCreated = objectCreated
  }

  async write(
    bucketName: string,
    key: string,
    decide: (present: StoredObject | undefined) => StoredObject | undefined,
  ): Promise<StoredObject | undefined> {
    const bucket = this.#bucket(bucketName)
    await this.#hooks.beforeWrite?.(bucketName, key)
    const before = bucket.get(key)?.file
    const object = await bucket.change(key, decide)
    await this.#hooks.afterWrite?.(bucketName, key)
    if (object && object.file !== before && !object.announced) this.#announce(bucketName, bucket, object)
    return object
  }

  /** Announces again what a kill left unannounced; to be called once somebody listens. Returns how many. */
  announcePending(): number {
    let count = 0
    for (const [name, bucket] of this.#buckets)
      for (const object of bucket.all())
        if (!object.announced) {
          this.#announce(name, bucket, object)
          count++
        }
    return count
  }

  /** Ends without waiting for who listens: what nobody has dealt with by now is announced again on the next start. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#marking)
  }

  /** Begins before the PUT is answered, so that whoever counts what runs never sees a gap; the answer does not wait for it. */
  #announce(bucketName: string, bucket: BucketOnDisk, { key, size, etag, file }: StoredObject): void {
    const mark = (present: StoredObject | undefined) =>
      present?.file === file ? { ...present, announced: true } : present
    Promise.try(() => this.#objectCreated({ bucket: bucketName, key, size, etag }))
      .then(async () => {
        if (this.#closed) return
        const marking = bucket.change(key, mark)
        this.#marking.add(marking)
        await marking.finally(() => this.#marking.delete(marking))
      })
      .catch((error: unknown) => console.error(`the new object ${bucketName}/${key} could not be announced:`, error))
  }

  #bucket(name: string): BucketOnDisk {
    const bucket = this.#buckets.get(name)
    if (!bucket) throw new S3Error('NoSuchBucket', `There is no bucket ${name}.`)
    return bucket
  }
}
