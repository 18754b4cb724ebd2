/** What lies in an archive under one name. */
import { constants, inflateRawSync } from 'node:zlib'
import { type Bytes, startsWith } from './reading.ts'
import type { ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8
/** As it is packed; enough for the first bytes of what is unpacked. */
const HEAD = 512

export const isReadable = ({ method }: ZipEntry): boolean => method === STORED || method === DEFLATED

/** Where the bytes of an entry begin; undefined where its own header is not there, or says something else. */
export async function dataOf(bytes: Bytes, entry: ZipEntry): Promise<number | undefined> {
  const header = await bytes.at(entry.at, entry.at + 30)
  if (header.length < 30 || !startsWith(header, [0x50, 0x4b, 3, 4])) return undefined
  const [name, extra] = [header.readUInt16LE(26), header.readUInt16LE(28)]
  const data = entry.at + 30 + name + extra
  const isSame = header.readUInt16LE(8) === entry.method && data + entry.packed <= bytes.size
  const own = await bytes.at(entry.at + 30, entry.at + 30 + name)
  return isSame && own.equals(entry.rawName) ? data : undefined
}

/** Its first bytes; undefined where they cannot be unpacked. @throws TooMuch */
export async function headOf(bytes: Bytes, { method, packed }: ZipEntry, data: number): Promise<Buffer | undefined> {
  const raw = await bytes.at(data, data + Math.min(packed, HEAD))
  const head = method === STORED ? raw : unpacked(raw, { finishFlush: constants.Z_SYNC_FLUSH })
  // A thousand times as long as it is packed, at most.
  if (head && head.length > HEAD) bytes.budget.unpack(head.length)
  return head
}

/** All of it; undefined where it cannot be unpacked, or is not as long as it says. @throws TooMuch */
export async function contentOf(bytes: Bytes, entry: ZipEntry, data: number): Promise<Buffer | undefined> {
  // What is not packed counts as well: many entries may say that the same bytes are theirs.
  bytes.budget.unpack(entry.size)
  const raw = await bytes.at(data, data + entry.packed)
  // One more, so that what is longer than it says is seen.
  const whole = entry.method === STORED ? raw : unpacked(raw, { maxOutputLength: entry.size + 1 })
  return whole?.length === entry.size ? whole : undefined
}

function unpacked(raw: Buffer, options: { finishFlush?: number; maxOutputLength?: number }): Buffer | undefined {
  if (raw.length === 0) return raw
  try {
    return inflateRawSync(raw, options)
  } catch {
    return undefined
  }
}
