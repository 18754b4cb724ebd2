/** Where each lay, for whom a browser says it only here. */
const paths = new WeakMap<File, string>()
/** The folders and the name of a file that was dropped or chosen, parted by `/`. */
export const pathOf = (file: File): string => paths.get(file) ?? (file.webkitRelativePath || file.name)

/** All files of what was dropped, those inside folders too. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The items are gone after the event: entries are taken at once, read afterwards.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files]
  return (await Promise.all(entries.map(filesIn))).flat()
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((found, failed) => entry.file(found, failed))
    paths.set(file, entry.fullPath)
    return [file]
  }
  if (!isDirectory(entry)) return []
  const reader = entry.createReader()
  const files: File[] = []
  for (;;) {
    // A reader answers at most a hundred entries at a time.
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed))
    if (some.length === 0) return files
    files.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}
