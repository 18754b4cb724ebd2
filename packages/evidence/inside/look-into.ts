/** What a file is by its bytes, and why it is not taken though it is of a kind that is kept. */
import { KEPT, type Kind } from '../kinds.ts'
import { type Budget, TooMuch } from './budget.ts'
import { damaged, type Fault, hasMacros, needsPassword } from './fault.ts'
import { type Found, kindOfFile } from './kind-of-file.ts'
import { isLockedDocument, isLockedPdf } from './locked.ts'
import { compoundHasMacros, packageMacros } from './macros.ts'
import { type Bytes, byBlocks, type Reader } from './reading.ts'
import { secondKind, secondKindOfZip, titleOf } from './second-kind.ts'
import { faultOfEntries } from './zip-contents.ts'

/** `foreign`: it is of no kind that is kept. */
export type Inspected =
  | { readonly kind: Kind; readonly fault?: never }
  | { readonly kind?: never; readonly fault: Fault; readonly foreign?: true }

/**
 * @param label the kind its name says: decides only between kinds whose bytes are alike
 * @param budget what may be unpacked of it; several files that are looked into in one go share one
 */
export async function lookInto(
  read: Reader,
  size: number,
  label: Kind | undefined,
  budget: Budget,
): Promise<Inspected> {
  try {
    return await inspect(byBlocks(read, size, budget), label, 0)
  } catch (error) {
    if (error instanceof TooMuch) return { fault: error.fault }
    throw error
  }
}

/** @param depth in how many archives it lies */
async function inspect(bytes: Bytes, label: Kind | undefined, depth: number): Promise<Inspected> {
  const found = await kindOfFile(bytes, label)
  if (found.kind === undefined)
    return found.locked || found.torn ? { fault: notOfAKind(found) } : { fault: notOfAKind(found), foreign: true }
  const fault = await faultOf(bytes, found, depth)
  return fault ? { fault } : { kind: found.kind }
}

/** An archive, a document in it, and what is embedded in that. */
const DEEPEST = 2

type OfAKind = Extract<Found, { readonly kind: Kind }>

async function faultOf(bytes: Bytes, { kind, zip, streams }: OfAKind, depth: number): Promise<Fault | undefined> {
  const title = titleOf(kind)
  if (zip) {
    const second = await secondKindOfZip(bytes, zip, kind)
    if (second) return second
    if (zip.entries.some(({ encrypted }) => encrypted)) return needsPassword(kind === 'zip' ? 'ZIP压缩包' : title)
    const macros = await packageMacros(bytes, zip)
    if (macros === 'some') return hasMacros(title)
    if (macros === 'unclear') return damaged(title, '“[Content_Types].xml”写得不合规范，不能核对有没有宏')
    return faultOfEntries(
      bytes,
      zip,
      kind,
      depth < DEEPEST ? (inner) => inspect(inner, undefined, depth + 1) : undefined,
    )
  }
  const second = await secondKind(bytes, kind)
  if (second) return second
  if (kind === 'pdf' && (await isLockedPdf(bytes))) return needsPassword(title)
  if (!streams) return undefined
  if (await isLockedDocument(streams)) return needsPassword(title)
  return (await compoundHasMacros(streams)) ? hasMacros(title) : undefined
}

function notOfAKind({ known, locked, torn }: Extract<Found, { readonly kind: undefined }>): Fault {
  if (locked) return needsPassword('Office文档')
  if (torn) return damaged('压缩包或Office文档', '末尾的目录无法读取')
  if (known)
    return { wrong: `的内容是${known.title}，不是可接收的文件类型`, remedy: `${known.remedy}。可接收：${KEPT}` }
  return {
    wrong: '的内容不是可接收的文件类型（可能已损坏、加密或改过扩展名）',
    remedy: `请用原软件打开，另存为PDF后上传。可接收：${KEPT}`,
  }
}
