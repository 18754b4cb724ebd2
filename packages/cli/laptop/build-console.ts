import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const stamp = `${root}build/console.built`
const inputs = [
  'services/console/**/*.{ts,tsx,css,html,json}',
  'packages/{contracts,procedure,batch,acts,catalogue,roster,ledger,calendar}/*.ts',
  'pnpm-lock.yaml',
]

/** Builds the console into build/console, when anything it is made of has changed. */
export async function buildConsole(): Promise<void> {
  const hash = createHash('sha256')
  for (const path of globSync(inputs, { cwd: root }).sort()) hash.update(path).update(readFileSync(root + path))
  const wanted = hash.digest('hex')
  if (existsSync(`${root}build/console/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return
  const { build } = await import('vite')
  await build({ configFile: `${root}services/console/vite.config.ts`, logLevel: 'warn' })
  writeFileSync(stamp, wanted)
}
