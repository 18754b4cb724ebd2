import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { withoutAuthor } from '#papers/template/name-file.ts'
import type { OwnPapers } from './read-papers.ts'

/** `built`: what `npm run console` made. `placeholder`: one page in its place, for tests that never look at it. */
export type Console = 'built' | 'placeholder'

const PLACEHOLDER = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>工作台未构建</title></html>\n'

/** What a county has of its own beside everybody's console. */
export type Own = { readonly county: string; readonly papers: OwnPapers }
/** Where the console's own files lie that are kept for good: their names change with their content. */
const PAPERS = 'console/assets/papers'

/**
 * Puts the console's files, and a county's own forms for papers, beside the bundle that serves them, as the folder that is
 * uploaded; answers the folder, which is named by what it holds: another process may be reading it, or making the same.
 * @throws Error when the console has not been built
 */
export function stageConsole(root: string, bundle: string, console: Console, own?: Own): string {
  const built = join(root, 'build/console')
  if (console === 'built' && !existsSync(join(built, 'index.html')))
    throw new Error('the console is not built (no build/console/index.html); run: npm run console')
  const site = join(root, 'build/site')
  const papers = [...(own?.papers ?? [])].map(
    ([paper, file]) => [`${paper}-${createHash('sha256').update(file).digest('hex').slice(0, 16)}.docx`, file] as const,
  )
  // Counties without a form of their own share one folder.
  const of = own && papers.length > 0 ? `${console}-${own.county}` : console
  const names = papers.map(([name]) => name)
  const folder = join(site, `${of}-${digestOf([bundle, ...(console === 'built' ? [built] : [])], names)}`)
  if (existsSync(folder)) return folder
  const older = globSync(`${of}-*`, { cwd: site }).filter((name) => /^[0-9a-f]{16}$/.test(name.slice(of.length + 1)))
  const making = join(site, randomUUID())
  cpSync(bundle, making, { recursive: true })
  if (console === 'built') cpSync(built, join(making, 'console'), { recursive: true })
  else {
    mkdirSync(join(making, 'console'))
    writeFileSync(join(making, 'console/index.html'), PLACEHOLDER)
  }
  if (papers.length > 0) mkdirSync(join(making, PAPERS), { recursive: true })
  // Anybody may fetch it there, and whose hand it is by is nobody's business.
  for (const [name, file] of papers) writeFileSync(join(making, PAPERS, name), withoutAuthor(file))
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true })
    // Whoever else made it was first.
    if (!existsSync(folder)) throw error
  }
  for (const name of older) rmSync(join(site, name), { recursive: true, force: true })
  return folder
}

/** Of every file that goes in: its name and its content. */
function digestOf(folders: readonly string[], names: readonly string[]): string {
  const hash = createHash('sha256').update(PLACEHOLDER).update(names.join('\n'))
  for (const folder of folders)
    for (const name of globSync('**/*', { cwd: folder }).sort())
      if (statSync(join(folder, name)).isFile()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
