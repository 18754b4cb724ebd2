/** Saves a list as a workbook: of all its rows, as it stands on the page at that moment. Loaded when somebody asks for one. */
import { savedAs } from '#evidence/file-name.ts'
import { summaryWorkbook } from './summary-workbook.ts'
import { tableText } from './table-text.ts'

type Saved = {
  readonly title: string
  /** How it is narrowed, in words; empty where it is not. */
  readonly narrowed: readonly string[]
  /** When it is saved, in words. */
  readonly at: string
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Its bytes stay long enough for a slow disk to take them. */
const KEPT_MS = 60_000

export async function saveSummary(list: HTMLElement, { title, narrowed, at }: Saved): Promise<void> {
  // On paper a list has all of its rows, and so it has here.
  dispatchEvent(new Event('beforeprint'))
  const { head, rows } = tableText(list)
  dispatchEvent(new Event('afterprint'))
  const county = document.querySelector('.printed-county')?.textContent ?? ''
  const about = [county, ...narrowed, `共${rows.length}条`, `${at}（北京时间）下载`].filter(Boolean).join('；')
  const bytes = await summaryWorkbook({ title, about, head, rows })
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: WORKBOOK }))
  const link = document.createElement('a')
  link.href = address
  link.download = savedAs(`${title}.xlsx`)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
