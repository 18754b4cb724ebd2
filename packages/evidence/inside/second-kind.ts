/** A file that is two kinds at once: each program that opens it finds what it looks for. */
import { KINDS, type Kind } from '../kinds.ts'
import { type Fault, twoKinds } from './fault.ts'
import { PREFACE, pdfAt } from './kind-of-file.ts'
import { knownKind } from './known-kinds.ts'
import { type Bytes, parts } from './reading.ts'
import { endsOf, type ZipDirectory } from './zip-directory.ts'
import { dataOf } from './zip-entry.ts'

const ARCHIVES: readonly (readonly [string, string])[] = [
  ['Rar!\x1a\x07', 'RAR压缩包'],
  ['7z\xbc\xaf\x27\x1c', '7Z压缩包'],
]
const PICTURES: ReadonlySet<Kind> = new Set(['jpg', 'png', 'tif'])
/** Documents of these kinds hold whole other files as a matter of course. */
const HOLDERS: ReadonlySet<Kind> = new Set(['doc', 'xls', 'wps', 'et'])
const MARKUP = /<(?:script|html|iframe)[\s>]|<!doctype html|<\?php\s/i

export const titleOf = (kind: Kind): string => KINDS[kind].title

export async function secondKind(bytes: Bytes, kind: Kind): Promise<Fault | undefined> {
  const head = await bytes.at(0, PREFACE + 8)
  const pdf = pdfAt(head)
  const isPdf = kind === 'pdf'
  if (isPdf && pdf > 0) {
    const before = knownKind(head.subarray(0, pdf))
    if (before) return twoKinds(before.title, titleOf(kind))
    if (MARKUP.test(head.toString('latin1', 0, pdf))) return twoKinds(titleOf(kind), '网页代码')
  }
  if (!isPdf && pdf >= 0) return twoKinds(titleOf(kind), 'PDF')
  const holds = HOLDERS.has(kind)
  const ends = (await endsOf(bytes)).filter(({ after, count }) => count > 0 && (!holds || after === 0))
  if (ends.length > 0) return twoKinds(titleOf(kind), 'ZIP压缩包')
  if (holds) return undefined
  const isPicture = PICTURES.has(kind)
  for await (const part of parts(bytes)) {
    const archive = ARCHIVES.find(([magic]) => part.includes(magic, 0, 'latin1'))
    if (archive) return twoKinds(titleOf(kind), archive[1])
    if (isPicture && MARKUP.test(part.toString('latin1'))) return twoKinds(titleOf(kind), '网页代码')
  }
  return undefined
}

/** Packages that say of themselves what they are. */
const MAIN_PARTS: readonly (readonly [string, string])[] = [
  ['OFD.xml', 'OFD'],
  ['word/document.xml', 'DOCX'],
  ['xl/workbook.xml', 'XLSX'],
  ['ppt/presentation.xml', 'PPTX'],
]

/** The same of what is a ZIP. */
export async function secondKindOfZip(bytes: Bytes, zip: ZipDirectory, kind: Kind): Promise<Fault | undefined> {
  const { entries, before, after } = zip
  if (before !== 0) return twoKinds(titleOf(kind), '另一个压缩包或文件')
  if (after !== 0) return twoKinds(titleOf(kind), '末尾的另一个文件')
  const mains = MAIN_PARTS.filter(([part]) => entries.some(({ name }) => name === part))
  const [one, other] = mains
  if (one && other) return twoKinds(one[1], other[1])
  const pdf = pdfAt(await bytes.at(0, PREFACE + 8))
  if (pdf < 0) return undefined
  // A PDF that is not packed lies there as it is: it is one of the archive's files.
  const starts = await Promise.all(entries.filter(({ at }) => at < pdf).map((entry) => dataOf(bytes, entry)))
  return starts.includes(pdf) ? undefined : twoKinds(titleOf(kind), 'PDF')
}
