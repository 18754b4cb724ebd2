/** What a page knows of its files whose content is not what their names say. */
import { createContext, useContext } from 'react'
import type { FileReference } from '#contracts/case-page.ts'
import { filesOfAnswer } from '#evidence/cited-file.ts'

export const FileNotes = createContext<readonly FileReference[]>([])

export const useFileNotes = (): ((used: string) => string | undefined) => {
  const files = useContext(FileNotes)
  return (used) => filesOfAnswer(used, files)[0]?.note
}
