import { createHash } from 'node:crypto'
import { UPLOAD_HEADERS } from '#evidence/upload-headers.ts'
import { disposition, type Objects, type Put } from './objects.ts'

export type MemoryObjects = Objects & {
  /** What the browser does with a signed address: refused unless the bytes are the promised ones and new. */
  upload(url: string, bytes: Uint8Array): void
  /** Bytes that came by no promise. */
  place(key: string, bytes: Uint8Array, sha256?: string): void
  /** Whoever has every right changes what lies there, or takes it away. */
  alter(key: string, bytes?: Uint8Array): void
}

/** A bucket for tests, under the same contract as the real one; its addresses are of no use outside. */
export function memoryObjects(): MemoryObjects {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly sha256: string | undefined }>()
  const promised = new Map<string, Put>()
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  return {
    async signPut(key, put) {
      promised.set(key, put)
      const checksum = Buffer.from(put.sha256, 'hex').toString('base64')
      return {
        url: `memory:${key}`,
        headers: {
          ...UPLOAD_HEADERS,
          'content-type': put.contentType,
          'if-none-match': '*',
          'x-amz-checksum-sha256': checksum,
        },
      }
    },
    signGet: async (key, shown) => `memory:${key}?${new URLSearchParams({ disposition: disposition(shown) })}`,
    async find(key) {
      const found = kept.get(key)
      return found && { size: found.bytes.length, sha256: found.sha256 }
    },
    read: async (key, from, to) => kept.get(key)?.bytes.slice(from, Math.max(from, to)) ?? new Uint8Array(),
    async body(key) {
      const { bytes } = kept.get(key) ?? {}
      return bytes && { sha256: digest(bytes), size: bytes.length }
    },
    upload(url, bytes) {
      const key = url.slice('memory:'.length)
      const put = promised.get(key)
      if (put?.sha256 !== digest(bytes) || put.size !== bytes.length) throw new Error('these bytes were not promised')
      if (kept.has(key)) throw new Error('these bytes are here already')
      kept.set(key, { bytes, sha256: put.sha256 })
    },
    place(key, bytes, sha256 = digest(bytes)) {
      kept.set(key, { bytes, sha256 })
    },
    alter(key, bytes) {
      if (bytes) kept.set(key, { bytes, sha256: kept.get(key)?.sha256 })
      else kept.delete(key)
    },
  }
}
