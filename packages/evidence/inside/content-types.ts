/** The list in a package that says of each part what it is, read as Word reads it. */
import type { Bytes } from './reading.ts'
import type { ZipEntry } from './zip-directory.ts'
import { contentOf, dataOf } from './zip-entry.ts'

const NAME = '[content_types].xml'
/** A document of thousands of pictures has 1 MB. */
const MOST = 4 * 1024 * 1024

/**
 * Each list that is there: of two, one program reads the first and another the last. Undefined where one cannot be read
 * as what it is allowed to be. @throws TooMuch
 */
export async function contentTypes(bytes: Bytes, entries: readonly ZipEntry[]): Promise<string[] | undefined> {
  const texts: string[] = []
  for (const entry of entries.filter(({ name }) => name.replace(/^[\\/]+/, '').toLowerCase() === NAME)) {
    const data = entry.size > MOST ? undefined : await dataOf(bytes, entry)
    const content = data === undefined ? undefined : await contentOf(bytes, entry, data)
    const text = content && textOf(content)
    if (text === undefined) return undefined
    texts.push(text)
  }
  return texts
}

/** UTF-8 or UTF-16 are allowed; what has them as a part is written by some. */
const ENCODING = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/
const ALLOWED = /^(utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-1|gbk|gb2312|gb18030|windows-1252)$/i

/** By its mark, or by how its first `<` is written. */
function decoded(content: Buffer): string {
  const first = content.toString('latin1', 0, 2)
  const encoding = /^(?:\xff\xfe|<\0)/.test(first) ? 'utf-16le' : /^(?:\xfe\xff|\0<)/.test(first) ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(content)
}

function textOf(content: Buffer): string | undefined {
  const plain = decoded(content).trim()
  if (plain === '') return ''
  if (!plain.startsWith('<') || plain.includes('\0')) return undefined
  if (!ALLOWED.test(ENCODING.exec(plain)?.[1] ?? 'utf-8')) return undefined
  // Names for pieces of text are declared there, which no package may do.
  return /<!DOCTYPE|<!ENTITY/i.test(plain) ? undefined : withCharacters(plain)
}

/** With the characters that are written as numbers. */
const withCharacters = (xml: string): string =>
  xml.replace(/&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));/gi, (written, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
