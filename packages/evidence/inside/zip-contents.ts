/** The files of an archive, and the parts of a document: each by its name and its first bytes, documents as a whole. */
import { KINDS, type Kind } from '../kinds.ts'
import { damaged, type Fault, hasMacros, holdsArchives, holdsPrograms, within } from './fault.ts'
import { isArchiveName, isMacroName, isProgramName, leavesFolder, shortName } from './file-names.ts'
import { isProgram, knownKind } from './known-kinds.ts'
import { type Bytes, inMemory, startsWith } from './reading.ts'
import type { ZipDirectory, ZipEntry } from './zip-directory.ts'
import { contentOf, dataOf, headOf, isReadable } from './zip-entry.ts'

const MOST_FILES = 5000
/** Unpacked and held while it is looked into; of a larger one only the first bytes are looked at. */
const LARGEST_HELD = 32 * 1024 * 1024
/** All of an archive, as it says that it unpacks: ten times the largest file that is taken. */
const LARGEST_UNPACKED = 2000 * 1024 * 1024

/** What a document that lies in another is; undefined is not looked into. */
type Inspect = (inner: Bytes) => Promise<{ readonly kind?: Kind; readonly fault?: Fault; readonly foreign?: true }>

const isFolder = ({ name }: ZipEntry): boolean => name.endsWith('/')

export async function faultOfEntries(
  bytes: Bytes,
  { entries }: ZipDirectory,
  kind: Kind,
  inspect: Inspect | undefined,
): Promise<Fault | undefined> {
  const title = kind === 'zip' ? 'ZIP压缩包' : `${KINDS[kind].title}文档`
  const files = entries.filter((one) => !isFolder(one))
  const byName = faultOfNames(files, kind, title)
  if (byName) return byName
  for (const entry of files.toSorted((a, b) => a.at - b.at)) {
    const fault = await faultOfEntry(bytes, entry, { kind, title, inspect })
    if (fault) return fault
  }
  return undefined
}

function faultOfNames(files: readonly ZipEntry[], kind: Kind, title: string): Fault | undefined {
  if (files.length > MOST_FILES)
    return {
      wrong: `是${title}，里面有${files.length}个文件，最多${MOST_FILES}个`,
      remedy: '请分成几个压缩包后上传',
    }
  if (files.reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED)
    return { wrong: `是${title}，解压后超过2000MB`, remedy: '请核对内容，分成几个压缩包后上传' }
  const named = (is: (name: string) => boolean) => files.map(({ name }) => name).filter(is)
  const [programs, outside] = [named(isProgramName), named(leavesFolder)]
  if (programs.length > 0) return holdsPrograms(title, programs.map(shortName))
  if (outside.length > 0)
    return {
      wrong: `是${title}，里面的“${shortName(outside[0] ?? '')}”会解压到别的文件夹`,
      remedy: '请重新压缩后上传',
    }
  if (kind !== 'zip') return undefined
  const [macros, archives] = [named(isMacroName), named(isArchiveName)]
  const [macro] = macros
  if (macro) return within(shortName(macro), hasMacros('Office'), true)
  return archives.length > 0 ? holdsArchives(archives.map(shortName)) : undefined
}

type In = { readonly kind: Kind; readonly title: string; readonly inspect: Inspect | undefined }

async function faultOfEntry(bytes: Bytes, entry: ZipEntry, { kind, title, inspect }: In): Promise<Fault | undefined> {
  const name = shortName(entry.name)
  if (!isReadable(entry))
    return {
      wrong: `是${title}，里面的“${name}”用了少见的压缩方法，不能核验`,
      remedy: '请改用标准（Deflate）方法重新压缩后上传',
    }
  const data = await dataOf(bytes, entry)
  const head = data === undefined ? undefined : await headOf(bytes, entry, data)
  if (data === undefined || !head) return damaged(title, `里面的“${name}”无法读取`)
  if (isProgram(head)) return holdsPrograms(title, [name])
  const isArchive = kind === 'zip'
  if (isArchive && knownKind(head)?.archive) return holdsArchives([name])
  if (!isDocument(head) || !inspect || entry.size > LARGEST_HELD) return undefined
  const content = await contentOf(bytes, entry, data)
  if (!content) return damaged(title, `里面的“${name}”无法读取`)
  const inner = await inspect(inMemory(content, bytes.budget))
  if (!inner.fault) return isArchive && inner.kind === 'zip' ? holdsArchives([name]) : undefined
  // What would not be kept by itself may lie in an archive; only what is wrong with the others is said.
  return inner.foreign ? undefined : within(name, inner.fault, isArchive)
}

/** Documents that may bring along what the archive hides: PDF, packages, compound files. */
const isDocument = (head: Buffer): boolean =>
  [
    [0x25, 0x50, 0x44, 0x46],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((magic) => startsWith(head, magic))
