import { writeFileSync } from 'node:fs'
import { Sentence } from '#typed/sentence.ts'
import { findCatalogue } from './find-catalogue.ts'
import { workbookOf } from './workbook.ts'

export async function exportCatalogue(name: string, file: string): Promise<string> {
  if (!file.endsWith('.xlsx')) throw new Sentence(`电子表格的文件名应以.xlsx结尾，收到的是“${file}”；请改名后重试。`)
  const { catalogue, findings } = findCatalogue(name)
  const bytes = await workbookOf(catalogue, findings)
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    throw new Sentence(
      `无法写入${file}（${error instanceof Error ? error.message : error}）；请核对路径，或先关闭已打开的文件。`,
    )
  }
  return `${catalogue.title}已写入${file}。`
}
