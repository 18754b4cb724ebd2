/** What kind a file is by its bytes, whatever its name says. */
import type { Kind } from '../kinds.ts'
import { IS_COMPOUND, type Stream, streamsOf } from './compound-file.ts'
import { type Known, knownKind } from './known-kinds.ts'
import { type Bytes, startsWith } from './reading.ts'
import { type ZipDirectory, zipDirectory } from './zip-directory.ts'

/** Of bytes that are of no kind that is kept, what else they are where that is known. */
export type Found =
  | { readonly kind: Kind; readonly zip?: ZipDirectory; readonly streams?: readonly Stream[] }
  | { readonly kind: undefined; readonly known?: Known; readonly locked?: true; readonly torn?: true }

/** A preface of this length is allowed before a PDF. */
export const PREFACE = 1024
const IS_ZIP = [0x50, 0x4b, 3, 4]
const FIRST: readonly (readonly [Kind, readonly number[]])[] = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** @param label the kind its name says: decides only between kinds whose bytes are alike (wps is doc's container) */
export async function kindOfFile(bytes: Bytes, label: Kind | undefined): Promise<Found> {
  const head = await bytes.at(0, PREFACE + 8)
  const first = FIRST.find(([, magic]) => startsWith(head, magic))
  if (first) return { kind: first[0] }
  if (startsWith(head, IS_ZIP)) {
    const zip = await zipDirectory(bytes)
    return zip ? kindOfZip(zip) : { kind: undefined, torn: true }
  }
  if (startsWith(head, IS_COMPOUND)) {
    const streams = await streamsOf(bytes)
    return streams ? kindOfCompound(streams, label) : { kind: undefined }
  }
  const known = knownKind(head)
  if (pdfAt(head) >= 0) return { kind: 'pdf' }
  if (!known && head.toString('latin1', 4, 8) === 'ftyp') return { kind: 'mp4' }
  return { kind: undefined, ...(known && { known }) }
}

/** Where a PDF begins; -1 where none does. */
export const pdfAt = (head: Buffer): number => head.toString('latin1', 0, PREFACE + 8).search(/%PDF-\d/)

const NO_SLIDES: Known = { title: '演示文稿', remedy: '请另存为PDF后上传' }
const BINARY_TABLE: Known = { title: 'XLSB表格', remedy: '请另存为XLSX后上传' }

function kindOfZip(zip: ZipDirectory): Found {
  const names = new Set(zip.entries.map(({ name }) => name))
  const has = (folder: string) => zip.entries.some(({ name }) => name.startsWith(folder))
  if (names.has('OFD.xml')) return { kind: 'ofd', zip }
  if (names.has('xl/workbook.bin')) return { kind: undefined, known: BINARY_TABLE }
  if (has('word/')) return { kind: 'docx', zip }
  if (has('xl/')) return { kind: 'xlsx', zip }
  return has('ppt/') ? { kind: undefined, known: NO_SLIDES } : { kind: 'zip', zip }
}

const FAMILY: readonly (readonly [string, readonly Kind[]])[] = [
  ['WordDocument', ['doc', 'wps']],
  ['Workbook', ['xls', 'et']],
  ['Book', ['xls', 'et']],
]

/** A compound file is what the streams in its directory say. */
function kindOfCompound(streams: readonly Stream[], label: Kind | undefined): Found {
  const has = (stream: string) => streams.some(({ name }) => name === stream)
  if (has('EncryptedPackage')) return { kind: undefined, locked: true }
  if (has('PowerPoint Document')) return { kind: undefined, known: NO_SLIDES }
  const kinds = FAMILY.find(([stream]) => has(stream))?.[1]
  const kind = kinds?.find((one) => one === label) ?? kinds?.[0]
  return kind ? { kind, streams } : { kind: undefined }
}
