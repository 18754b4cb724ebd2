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
  readonly #announcing = new Set<Promise<void>>()

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

  async settled(): Promise<void> {
    while (this.#announcing.size > 0) await Promise.all(this.#announcing)
  }

  /** Begins before the PUT is answered, so that whoever counts what runs never sees a gap; the answer does not wait for it. */
  #announce(bucketName: string, bucket: BucketOnDisk, { key, size, etag, file }: StoredObject): void {
    const announcing = Promise.try(() => this.#objectCreated({ bucket: bucketName, key, size, etag }))
      .then(async () => {
        await bucket.change(key, (present) => (present?.file === file ? { ...present, announced: true } : present))
      })
      .catch((error: unknown) => console.error(`the new object ${bucketName}/${key} could not be announced:`, error))
      .finally(() => this.#announcing.delete(announcing))
    this.#announcing.add(announcing)
  }

  #bucket(name: string): BucketOnDisk {
    const bucket = this.#buckets.get(name)
    if (!bucket) throw new S3Error('NoSuchBucket', `There is no bucket ${name}.`)
    return bucket
  }
}
