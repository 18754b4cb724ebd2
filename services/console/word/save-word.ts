/** A paper as a Word file, saved by the browser: in the county's own form where it has one. Loaded when somebody asks for one. */
import { savedAs } from '#evidence/file-name.ts'
import type { Paper } from '#papers/paper.ts'
import { arrived } from '../session/parts.ts'
import type { OwnPapers } from './own-papers.ts'

/** Its bytes stay long enough for a slow disk to take them. */
const KEPT_MS = 60_000

export async function saveWord(paper: Paper, own: OwnPapers): Promise<void> {
  const form = own.get(paper.of?.form ?? '')
  const file = await (form === undefined
    ? (await arrived(async () => (await import('./built-in-word.ts')).builtInWord))(paper)
    : (await arrived(async () => (await import('./own-word.ts')).ownWord))(paper, form))
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = savedAs(`${paper.name}.docx`)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
