/** Whether a document opens for nobody, or for whoever has a password. */
import type { Stream } from './compound-file.ts'
import { type Bytes, parts } from './reading.ts'

/**
 * A PDF that is encrypted says so where its objects are listed, which is never packed. With a password for changing and
 * printing alone it opens, and is refused all the same: what is to be kept for years must need none.
 */
export async function isLockedPdf(bytes: Bytes): Promise<boolean> {
  for await (const part of parts(bytes)) if (ENCRYPT.test(part.toString('latin1'))) return true
  return false
}

/** Each letter of a name may be written as its number. */
const NAME = [...'Encrypt'].map((one) => `(?:${one}|#${hexOf(one)})`).join('')
const BLANK = '[\\s\\0]'
/** What is encrypted how, or where that stands. Nobody but who hides it writes a remark or many blanks before that. */
const ENCRYPT = new RegExp(`/${NAME}(?:${BLANK}{32}|${BLANK}*(?:<<|%)|${BLANK}+\\d)`)

function hexOf(letter: string): string {
  const hex = letter.charCodeAt(0).toString(16)
  return hex.replace(/[a-f]/, (one) => `[${one}${one.toUpperCase()}]`)
}

/** DOC: a bit in its head. XLS: a record among the first ones. */
export async function isLockedDocument(streams: readonly Stream[]): Promise<boolean> {
  const document = streams.find(({ name }) => name === 'WordDocument')
  if (document) {
    const head = await document.content(HEAD)
    return head.length >= 12 && (head.readUInt16LE(10) & 0x0100) !== 0
  }
  const head =
    (await streams.find(({ name }) => name === 'Workbook' || name === 'Book')?.content(HEAD)) ?? Buffer.alloc(0)
  for (let at = 0; at + 4 <= head.length; at += 4 + head.readUInt16LE(at + 2))
    if (head.readUInt16LE(at) === FILE_PASSWORD) return true
  return false
}
const FILE_PASSWORD = 0x2f
const HEAD = 512
