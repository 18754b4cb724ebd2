/** The directory of a compound file (OLE2): DOC, XLS, and office documents with a password. */
import { type Bytes, startsWith } from './reading.ts'

/** `head`: the first bytes of a stream, where it is no small one. */
export type Stream = { readonly name: string; readonly head: () => Promise<Buffer> }

export const IS_COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512
/** A directory of 8,192 names in sectors of 512 bytes. */
const MOST_SECTORS = 2048
const ENTRY = 128

/** Undefined where the header cannot be read. */
export async function streamsOf(bytes: Bytes): Promise<readonly Stream[] | undefined> {
  const header = await bytes.at(0, HEADER)
  if (header.length < HEADER || !startsWith(header, IS_COMPOUND)) return undefined
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return undefined
  const sector = 1 << shift
  const smallest = header.readUInt32LE(56)
  const next = chains(bytes, header, sector)
  const streams: Stream[] = []
  const seen = new Set<number>()
  let at: number | undefined = header.readUInt32LE(48)
  while (at !== undefined && !seen.has(at) && seen.size < MOST_SECTORS) {
    seen.add(at)
    const names = await bytes.at((at + 1) * sector, (at + 2) * sector)
    for (let entry = 0; entry + ENTRY <= names.length; entry += ENTRY) {
      const length = Math.min(names.readUInt16LE(entry + 64), 64)
      if (length <= 2) continue
      const start = (names.readUInt32LE(entry + 116) + 1) * sector
      const isLarge = names.readUInt32LE(entry + 120) >= smallest
      streams.push({
        name: names.toString('utf16le', entry, entry + length - 2),
        head: async () => (isLarge ? bytes.at(start, start + sector) : Buffer.alloc(0)),
      })
    }
    at = await next(at)
  }
  return streams
}

/** Which sector comes after another; undefined after the last one. */
function chains(bytes: Bytes, header: Buffer, sector: number): (n: number) => Promise<number | undefined> {
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
