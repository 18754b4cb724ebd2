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

/** `built`: what `npm run console` made. `placeholder`: one page in its place, for tests that never look at it. */
export type Console = 'built' | 'placeholder'

const PLACEHOLDER = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>工作台未构建</title></html>\n'

/**
 * Puts the console's files beside the bundle that serves them, as the folder that is uploaded; answers the folder, which
 * is named by what it holds: another process may be reading it, or making the same.
 * @throws Error when the console has not been built
 */
export function stageConsole(root: string, bundle: string, console: Console): string {
  const built = join(root, 'build/console')
  if (console === 'built' && !existsSync(join(built, 'index.html')))
    throw new Error('the console is not built (no build/console/index.html); run: npm run console')
  const site = join(root, 'build/site')
  const folder = join(site, `${console}-${digestOf([bundle, ...(console === 'built' ? [built] : [])])}`)
  if (existsSync(folder)) return folder
  const older = globSync(`${console}-*`, { cwd: site })
  const making = join(site, randomUUID())
  cpSync(bundle, making, { recursive: true })
  if (console === 'built') cpSync(built, join(making, 'console'), { recursive: true })
  else {
    mkdirSync(join(making, 'console'))
    writeFileSync(join(making, 'console/index.html'), PLACEHOLDER)
  }
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
function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(PLACEHOLDER)
  for (const folder of folders)
    for (const name of globSync('**/*', { cwd: folder }).sort())
      if (statSync(join(folder, name)).isFile()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
