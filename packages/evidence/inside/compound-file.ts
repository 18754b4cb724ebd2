/** The directory of a compound file (OLE2): DOC, XLS, and office documents with a password. */
import { type Bytes, startsWith } from './reading.ts'

/** `content`: its first `most` bytes, or some more. @throws TooMuch */
export type Stream = { readonly name: string; readonly content: (most: number) => Promise<Buffer> }

export const IS_COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512
const MOST_NAMES = 65_536
const ENTRY = 128

/** Undefined where the header cannot be read, or there are more names than any document has. */
export async function streamsOf(bytes: Bytes): Promise<readonly Stream[] | undefined> {
  const header = await bytes.at(0, HEADER)
  if (header.length < HEADER || !startsWith(header, IS_COMPOUND)) return undefined
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return undefined
  const sector = 1 << shift
  const next = chains(bytes, header, sector)
  const entries: Buffer[] = []
  for await (const names of sectors(bytes, sector, header.readUInt32LE(48), next)) {
    for (let at = 0; at + ENTRY <= names.length; at += ENTRY) entries.push(names.subarray(at, at + ENTRY))
    if (entries.length > MOST_NAMES) return undefined
  }
  const whole = async (start: number, most: number): Promise<Buffer> => {
    const found: Buffer[] = []
    for await (const one of sectors(bytes, sector, start, next)) {
      bytes.budget.unpack(one.length)
      found.push(one)
      if (found.length * sector >= most) break
    }
    return Buffer.concat(found)
  }
  const smallest = Math.min(header.readUInt32LE(56), LARGE)
  const root = entries.find((entry) => entry[66] === ROOT)
  // Small streams share one; both are read once, when the first small one is.
  let small: Promise<readonly [Buffer, Buffer]> | undefined
  const ofSmall = async (start: number): Promise<Buffer> => {
    small ??= Promise.all([
      whole(root?.readUInt32LE(116) ?? LAST, MOST_SMALL),
      whole(header.readUInt32LE(60), MOST_SMALL / 16),
    ])
    const [data, table] = await small
    const found: Buffer[] = []
    for (let at = start; at * 4 + 4 <= table.length && found.length < LARGE / MINI; at = table.readUInt32LE(at * 4))
      found.push(data.subarray(at * MINI, (at + 1) * MINI))
    return Buffer.concat(found)
  }
  return entries.flatMap((entry) => {
    const length = Math.min(entry.readUInt16LE(64), 64)
    if (length <= 2) return []
    const [start, size] = [entry.readUInt32LE(116), entry.readUInt32LE(120)]
    const content = async (most: number) =>
      (size >= smallest ? await whole(start, Math.min(size, most)) : await ofSmall(start)).subarray(0, size)
    return [{ name: entry.toString('utf16le', 0, length - 2), content }]
  })
}
/** Smaller ones lie in pieces of 64 bytes. */
const LARGE = 4096
const MINI = 64
const MOST_SMALL = 8 * 1024 * 1024
/** The type of the entry that has all others, and the small streams. */
const ROOT = 5

/** Undefined after the last one. */
type Next = (n: number) => Promise<number | undefined>

/** One after another, each once. */
async function* sectors(bytes: Bytes, sector: number, first: number, next: Next): AsyncGenerator<Buffer> {
  const seen = new Set<number>()
  for (let at: number | undefined = first; at !== undefined && at < LAST && !seen.has(at); at = await next(at)) {
    seen.add(at)
    yield await bytes.at((at + 1) * sector, (at + 2) * sector)
  }
}

/** Which sector comes after another; undefined after the last one. */
function chains(bytes: Bytes, header: Buffer, sector: number): Next {
  const each = sector / 4
  // Numbers behind the end lead nowhere; each of them would be looked for along the whole list of tables.
  const isThere = (n: number) => (n + 1) * sector < bytes.size
  const number = async (n: number, at: number): Promise<number> => {
    const found = await bytes.at((n + 1) * sector + at * 4, (n + 1) * sector + at * 4 + 4)
    return found.length === 4 ? found.readUInt32LE() : LAST
  }
  /** The sector that holds this part of the table: the first 109 stand in the header, the others in a chain. */
  const tableAt = async (part: number): Promise<number> => {
    if (part < IN_HEADER) return header.readUInt32LE(76 + part * 4)
    let list = header.readUInt32LE(68)
    for (let left = Math.floor((part - IN_HEADER) / (each - 1)); left > 0 && list < LAST; left--)
      list = await number(list, each - 1)
    return list < LAST ? number(list, (part - IN_HEADER) % (each - 1)) : LAST
  }
  return async (n) => {
    if (!isThere(n)) return undefined
    const table = await tableAt(Math.floor(n / each))
    const after = table < LAST ? await number(table, n % each) : LAST
    return after < LAST ? after : undefined
  }
}
const IN_HEADER = 109
/** From here on numbers mean that there is no sector. */
const LAST = 0xfffffffa
