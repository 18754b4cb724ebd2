/** What kind a file is by its bytes, whatever its name says. */
import type { Kind } from './kinds.ts'

/** Bytes from `from` up to, not including, `to`; fewer where the file ends. */
export type Reader = (from: number, to: number) => Promise<Uint8Array>

/** Enough for the first entries of a package; the directory at its end names all others. */
const PART = 64 * 1024

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte)

/**
 * @param label the kind its name says: decides only between kinds whose bytes are alike (wps is doc's container)
 * @returns undefined when the bytes are of no kind that is kept
 */
export async function kindOfFile(read: Reader, size: number, label: Kind | undefined): Promise<Kind | undefined> {
  const head = await read(0, Math.min(size, PART))
  // PDF allows a preface of up to 1024 bytes.
  if (ascii(head, 0, 1029).includes('%PDF-')) return 'pdf'
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(head, [0x49, 0x49, 0x2a, 0x00]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2a])) return 'tif'
  if (ascii(head, 4, 8) === 'ftyp' && !/^(heic|heix|mif1|avif)/.test(ascii(head, 8, 12))) return 'mp4'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
    const tail = size > PART ? await read(Math.max(PART, size - PART), size) : new Uint8Array()
    return kindOfZip([...entries(head), ...entries(tail)])
  }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return kindOfCompound(head, read, label)
  return undefined
}

/** Names of the entries whose headers, local or of the central directory, lie within these bytes. */
function entries(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = view.indexOf('PK'); at >= 0 && at + 46 <= view.length; at = view.indexOf('PK', at + 2)) {
    const local = startsWith(view, [3, 4], at + 2)
    if (!local && !startsWith(view, [1, 2], at + 2)) continue
    const start = at + (local ? 30 : 46)
    names.push(view.toString('utf8', start, start + view.readUInt16LE(at + (local ? 26 : 28))))
  }
  return names
}

function kindOfZip(names: readonly string[]): Kind | undefined {
  if (names.includes('OFD.xml')) return 'ofd'
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  return names.some((name) => name.startsWith('ppt/')) ? undefined : 'zip'
}

const FAMILY: readonly (readonly [string, readonly Kind[]])[] = [
  ['WordDocument', ['doc', 'wps']],
  ['Workbook', ['xls', 'et']],
  ['Book', ['xls', 'et']],
]

/** A compound file (OLE2) is what the streams in its directory say. */
async function kindOfCompound(head: Uint8Array, read: Reader, label: Kind | undefined): Promise<Kind | undefined> {
  if (head.length < 512) return undefined
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const sector = 1 << Math.min(view.readUInt16LE(30), 12)
  const at = (view.readUInt32LE(48) + 1) * sector
  const directory = Buffer.from(await read(at, at + 4096))
  const streams = new Set<string>()
  for (let entry = 0; entry + 128 <= directory.length; entry += 128) {
    const length = Math.min(directory.readUInt16LE(entry + 64), 64)
    if (length > 2) streams.add(directory.toString('utf16le', entry, entry + length - 2))
  }
  const kinds = FAMILY.find(([stream]) => streams.has(stream))?.[1]
  return kinds?.find((kind) => kind === label) ?? kinds?.[0]
}
