import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { S3Error } from './s3-error.ts'

const StoredObject = z.object({
  key: z.string(),
  /** The file that holds the bytes; a new one for every PUT, so that a reader keeps what it began to read. */
  file: z.string(),
  size: z.number(),
  etag: z.string(),
  lastModified: z.string(),
  /** Headers given at the PUT that every GET returns: type, encoding, disposition, x-amz-meta-*. */
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  /** Whether whoever listens for new objects has dealt with this one; false outlives a kill. */
  announced: z.boolean(),
})
export type StoredObject = z.infer<typeof StoredObject>

/** One bucket on disk: `bodies/` holds bytes, `objects/` one small JSON per key; renaming that JSON into place is the write. */
export class BucketOnDisk {
  readonly #folder: string
  readonly #objects = new Map<string, StoredObject>()
  readonly #turns = new Map<string, Promise<unknown>>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens what is there, and removes bytes that a killed process left without an object. */
  static async open(folder: string): Promise<BucketOnDisk> {
    const bucket = new BucketOnDisk(folder)
    for (const part of ['bodies', 'objects']) await mkdir(join(folder, part), { recursive: true })
    for (const name of await readdir(join(folder, 'objects'))) {
      const file = join(folder, 'objects', name)
      if (!name.endsWith('.json')) await rm(file)
      else {
        const object = StoredObject.parse(JSON.parse(await readFile(file, 'utf8')))
        bucket.#objects.set(object.key, object)
      }
    }
    const used = new Set([...bucket.#objects.values()].map(({ file }) => file))
    for (const name of await readdir(join(folder, 'bodies')))
      if (!used.has(name)) await rm(join(folder, 'bodies', name))
    return bucket
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key)
  }

  /** In the order of S3's lists: by the bytes of the key. */
  all(): StoredObject[] {
    return [...this.#objects.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
  }

  /** The object and its bytes, opened together: a PUT in between would have removed the older file. */
  async open(key: string): Promise<{ object: StoredObject; bytes: FileHandle } | undefined> {
    for (;;) {
      const object = this.#objects.get(key)
      if (!object) return undefined
      try {
        return { object, bytes: await open(join(this.#folder, 'bodies', object.file)) }
      } catch (error) {
        if (this.#objects.get(key) === object) throw error
      }
    }
  }

  /** A name and a path for bytes that are still coming; `put` makes an object of them, `discard` forgets them. */
  incoming(): { file: string; path: string } {
    const file = randomUUID()
    return { file, path: join(this.#folder, 'bodies', file) }
  }

  discard(file: string): Promise<void> {
    return rm(join(this.#folder, 'bodies', file), { force: true })
  }

  /**
   * Replaces the object of a key by what `decide` makes of the present one; `undefined` removes it.
   * One after the other per key, so a condition that `decide` checks by throwing holds when the write happens.
   */
  change(
    key: string,
    decide: (present: StoredObject | undefined) => StoredObject | undefined,
  ): Promise<StoredObject | undefined> {
    return this.#inTurn(key, async () => {
      const present = this.#objects.get(key)
      const next = decide(present)
      const path = join(this.#folder, 'objects', `${createHash('sha256').update(key).digest('hex')}.json`)
      if (next) {
        await writeFile(`${path}.new`, JSON.stringify(next))
        await rename(`${path}.new`, path)
        this.#objects.set(key, next)
      } else {
        await rm(path, { force: true })
        this.#objects.delete(key)
      }
      if (present && present.file !== next?.file) await this.discard(present.file)
      return next
    })
  }

  #inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(key) ?? Promise.resolve()
    const mine = before.then(act, act)
    const settled = mine.catch(() => undefined)
    this.#turns.set(key, settled)
    settled.then(() => this.#turns.get(key) === settled && this.#turns.delete(key))
    return mine
  }
}

/** @throws S3Error KeyTooLongError above 1024 bytes, which in Chinese is 341 characters */
export function checkKey(key: string): void {
  const bytes = Buffer.byteLength(key)
  if (bytes > 1024) throw new S3Error('KeyTooLongError', `The key has ${bytes} bytes; at most 1024 are allowed.`)
}
