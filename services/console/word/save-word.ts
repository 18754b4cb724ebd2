/** A paper as a Word file, saved by the browser. Loaded when somebody asks for one. */
import { Packer } from 'docx'
import { savedAs } from '#evidence/file-name.ts'
import type { Paper } from '#papers/paper.ts'
import { wordPaper } from './word-paper.ts'

/** Its bytes stay long enough for a slow disk to take them. */
const KEPT_MS = 60_000

export async function saveWord(paper: Paper): Promise<void> {
  const address = URL.createObjectURL(await Packer.toBlob(wordPaper(paper)))
  const link = document.createElement('a')
  link.href = address
  link.download = savedAs(`${paper.name}.docx`)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
