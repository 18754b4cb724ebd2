/**
 * The directory at the end of a ZIP. Read by ourselves: what a library leaves out as harmless (bytes before the first
 * file and after the directory, two names for one file) is what has to be found here.
 */
import { type Bytes, startsWith } from './reading.ts'

export type ZipEntry = {
  readonly name: string
  /** As it is written. */
  readonly rawName: Buffer
  readonly encrypted: boolean
  readonly method: number
  /** Bytes in the archive, and unpacked. */
  readonly packed: number
  readonly size: number
  /** Where its own header lies. */
  readonly at: number
}
/** `before`, `after`: bytes that belong to no file and no directory. */
export type ZipDirectory = { readonly entries: readonly ZipEntry[]; readonly before: number; readonly after: number }

/** The end's record, and the longest comment behind it. */
const END = 22
const LONGEST_END = END + 0xffff
const IS_END_64 = [0x50, 0x4b, 6, 6]
const IS_ENTRY = [0x50, 0x4b, 1, 2]
const MOST_BYTES = 16 * 1024 * 1024

type End = { readonly at: number; readonly directory: number; readonly length: number; readonly count: number }

/** Every end in the last bytes that has a directory right before it, the last one first. @throws TooMuch */
export async function endsOf(bytes: Bytes): Promise<readonly (End & { readonly after: number })[]> {
  const from = Math.max(0, bytes.size - LONGEST_END)
  const tail = await bytes.at(from, bytes.size)
  const ends: (End & { after: number })[] = []
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = at > 0 ? tail.lastIndexOf('PK\x05\x06', at - 1) : -1) {
    if (at + END > tail.length) continue
    // Thousands of them fit into the last bytes of each document, and each is looked for in several places.
    bytes.budget.enter(1)
    const end = (await end64(bytes, from + at)) ?? {
      at: from + at,
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      directory: tail.readUInt32LE(at + 16),
    }
    const after = bytes.size - (from + at + END + tail.readUInt16LE(at + 20))
    const start = end.at - end.length
    if (end.count === 0 ? end.length === 0 : start >= 0 && startsWith(await bytes.at(start, start + 4), IS_ENTRY))
      ends.push({ ...end, after })
  }
  return ends
}

/** The end of large archives, which some write for small ones, too. */
async function end64(bytes: Bytes, at: number): Promise<End | undefined> {
  const locator = await bytes.at(at - 20, at)
  if (locator.length < 20 || !startsWith(locator, [0x50, 0x4b, 6, 7])) return undefined
  const start = Number(locator.readBigUInt64LE(8))
  const end = await bytes.at(start, start + 56)
  if (end.length < 56 || !startsWith(end, IS_END_64)) return undefined
  const [count, length, directory] = [32, 40, 48].map((field) => Number(end.readBigUInt64LE(field)))
  return { at: start, count: count ?? 0, length: length ?? 0, directory: directory ?? 0 }
}

/** Undefined where it cannot be read. @throws TooMuch */
export async function zipDirectory(bytes: Bytes): Promise<ZipDirectory | undefined> {
  const [end] = await endsOf(bytes)
  if (!end || end.length > MOST_BYTES) return undefined
  const start = end.at - end.length
  const shift = start - end.directory
  const directory = await bytes.at(start, end.at)
  const entries: ZipEntry[] = []
  let at = 0
  bytes.budget.enter(end.count)
  while (entries.length < end.count && at + 46 <= directory.length && startsWith(directory, IS_ENTRY, at)) {
    const next = at + 46 + [28, 30, 32].reduce((sum, field) => sum + directory.readUInt16LE(at + field), 0)
    if (next > directory.length) return undefined
    entries.push(entryAt(directory, at, shift))
    at = next
  }
  if (at !== directory.length || entries.length !== end.count) return undefined
  return { entries, before: entries.length > 0 ? Math.min(...entries.map((one) => one.at)) : start, after: end.after }
}

function entryAt(directory: Buffer, at: number, shift: number): ZipEntry {
  const [flags, method, nameLength, extraLength] = [8, 10, 28, 30].map((field) => directory.readUInt16LE(at + field))
  const name = at + 46
  const extra = name + (nameLength ?? 0)
  const [packed, size, start] = longNumbers(
    [20, 24, 42].map((field) => directory.readUInt32LE(at + field)),
    [24, 20, 42].map((field) => directory.readUInt32LE(at + field) === 0xffffffff),
    directory.subarray(extra, extra + (extraLength ?? 0)),
  )
  return {
    name: nameOf(directory.subarray(name, extra), ((flags ?? 0) & 0x800) !== 0),
    rawName: directory.subarray(name, extra),
    // 99 is how AES is written; 0x40 and 0x2000 hide what else the entry says.
    encrypted: ((flags ?? 0) & 0x2041) !== 0 || method === 99,
    method: method ?? 0,
    packed: packed ?? 0,
    size: size ?? 0,
    at: (start ?? 0) + shift,
  }
}

/** Numbers that do not fit stand in an extra field, the unpacked size first. */
function longNumbers([packed, size, start]: number[], [isSize, isPacked, isStart]: boolean[], extra: Buffer): number[] {
  const long: number[] = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1)
      for (let field = at + 4; field + 8 <= Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2)); field += 8)
        long.push(Number(extra.readBigUInt64LE(field)))
  const next = (is: boolean | undefined, short: number | undefined) => (is ? (long.shift() ?? 0) : (short ?? 0))
  const realSize = next(isSize, size)
  const realPacked = next(isPacked, packed)
  return [realPacked, realSize, next(isStart, start)]
}

/** Without the mark of UTF-8, most of ours write the code page of the system. */
function nameOf(bytes: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return isUtf8 ? bytes.toString('latin1') : new TextDecoder('gb18030').decode(bytes)
  }
}
