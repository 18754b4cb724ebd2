/** A county's own forms for papers 文书格式: Word files in `counties/<county>/papers/`, called by their paper. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAPER_FORMS } from '#papers/all-forms.ts'
import { PAPER_NAMES, type PaperName } from '#papers/paper-values.ts'
import { problemsOfTemplate } from '#papers/template/check-template.ts'
import { WrongFile } from '#procedure/wrong-file.ts'

export type OwnPapers = ReadonlyMap<PaperName, Buffer>
const root = join(import.meta.dirname, '..')
const isPaper = (name: string): name is PaperName => PAPER_NAMES.some((one) => one === name)
/** What an office program or a system leaves beside a file while it is open. */
const LEFT_BESIDE = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/i

/**
 * None where the county has none.
 * @param at the folder that has `counties`
 * @throws WrongFile naming everything in the folder of which no papers can be made
 */
export async function readPapers(county: string, at: string = root): Promise<OwnPapers> {
  const folder = `counties/${county}/papers`
  if (!existsSync(join(at, folder))) return new Map()
  const own = new Map<PaperName, Buffer>()
  const wrong: string[] = []
  for (const entry of readdirSync(join(at, folder), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (LEFT_BESIDE.test(entry.name)) continue
    const file = `${folder}/${entry.name}`
    const name = entry.name.replace(/\.docx$/i, '')
    if (!entry.isFile() || name === entry.name)
      wrong.push(`${file}不是.docx文件；这个文件夹只放本县的文书格式，请移到别处。`)
    else if (!isPaper(name)) wrong.push(`${file}：没有这种文书；文件名应为${known}之一。`)
    else if (own.has(name)) wrong.push(`${file}：同一种文书有两份，请只留一份。`)
    else {
      const content = readFileSync(join(at, file))
      own.set(name, content)
      for (const problem of await problemsOfTemplate(content, PAPER_FORMS[name]))
        wrong.push(`${file}${joined(problem)}`)
    }
  }
  if (wrong.length > 0) throw new WrongFile(wrong.join('\n'))
  return own
}

const known = PAPER_NAMES.map((name) => `${name}.docx（${PAPER_FORMS[name].title}）`).join('、')
const GOES_ON = ['不是', '有', '设有', '含有', '已经']
/** A sentence about the file goes on from its name; one that names a place or a field stands behind a colon. */
export const joined = (problem: string): string =>
  GOES_ON.some((word) => problem.startsWith(word)) ? problem : `：${problem}`
