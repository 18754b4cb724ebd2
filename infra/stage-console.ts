import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `built`: what `npm run console` made. `placeholder`: one page in its place, for tests that never look at it. */
export type Console = 'built' | 'placeholder'

const PLACEHOLDER = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>工作台未构建</title></html>\n'

/**
 * Puts the console's files beside the bundle that serves them, as the folder that is uploaded; answers the folder.
 * @throws Error when the console has not been built
 */
export function stageConsole(root: string, bundle: string, console: Console): string {
  const built = join(root, 'build/console')
  if (console === 'built' && !existsSync(join(built, 'index.html')))
    throw new Error('the console is not built (no build/console/index.html); run: npm run console')
  const folder = join(root, 'build/site', console)
  rmSync(folder, { recursive: true, force: true })
  cpSync(bundle, folder, { recursive: true })
  if (console === 'built') cpSync(built, join(folder, 'console'), { recursive: true })
  else {
    mkdirSync(join(folder, 'console'))
    writeFileSync(join(folder, 'console/index.html'), PLACEHOLDER)
  }
  return folder
}
