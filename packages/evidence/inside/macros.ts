/** Programs that an office document brings along. */
import type { Stream } from './compound-file.ts'
import { contentTypes } from './content-types.ts'
import type { Bytes } from './reading.ts'
import type { ZipDirectory } from './zip-directory.ts'

/** `unclear`: it cannot be said, for the list of types is none that Word or Excel writes. */
export type Macros = 'none' | 'some' | 'unclear'

/** VBA of Word and Excel, JS of WPS, sheets of macros as before VBA. */
const PARTS = /(^|\/)(vba|jsa)(project|data)[^/]*\.(bin|xml)$|(^|\/)macrosheets\//i
/** Under whatever name the part has, the list of types says what it is: without that Word does not run it. */
const TYPES = /macroEnabled|vbaProject|jsaProject|macrosheet/i

export async function packageMacros(bytes: Bytes, { entries }: ZipDirectory): Promise<Macros> {
  if (entries.some(({ name }) => PARTS.test(name))) return 'some'
  const types = await contentTypes(bytes, entries)
  if (types?.some((one) => TYPES.test(one))) return 'some'
  return types ? 'none' : 'unclear'
}

/** VBA by the name of its stream; macros of before VBA are sheets of their own kind. */
export async function compoundHasMacros(streams: readonly Stream[]): Promise<boolean> {
  if (streams.some(({ name }) => /^(_VBA_PROJECT|_VBA_PROJECT_CUR)$/i.test(name))) return true
  for (const { name, content } of streams)
    if (/^(Workbook|Book)$/i.test(name) && hasMacroSheet(await content(MOST_OF_BOOK))) return true
  return false
}

/** Sheets are listed before the texts of all cells, of which a book may have many MB. */
const MOST_OF_BOOK = 8 * 1024 * 1024
const SHEET = 0x85
const BEGIN = 0x809
const MACRO_SHEET = { listed: 1, begun: 0x40 }

/** As it is listed, or as it says itself where it begins. */
function hasMacroSheet(book: Buffer): boolean {
  for (let at = 0; at + 10 <= book.length; at += 4 + book.readUInt16LE(at + 2)) {
    const record = book.readUInt16LE(at)
    if (record === SHEET && book[at + 9] === MACRO_SHEET.listed) return true
    if (record === BEGIN && book.readUInt16LE(at + 6) === MACRO_SHEET.begun) return true
  }
  return false
}
