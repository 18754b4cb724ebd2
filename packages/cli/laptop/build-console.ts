import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const stamp = `${root}build/console.built`
const inputs = [
  'services/console/**/*.{ts,tsx,css,html,json}',
  'packages/{contracts,procedure,batch,steps,case,catalogue,county,roster,ledger,calendar,evidence,papers,typed}/**/*.{ts,json}',
  'pnpm-lock.yaml',
]

/** Builds the console into build/console, when anything it is made of has changed. */
export async function buildConsole(): Promise<void> {
  const hash = createHash('sha256').update('production')
  for (const path of globSync(inputs, { cwd: root }).sort()) hash.update(path).update(readFileSync(root + path))
  const wanted = hash.digest('hex')
  if (existsSync(`${root}build/console/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted)
    return
  await buildForProduction()
  writeFileSync(stamp, wanted)
}

/** A test runner names its environment `test`, and then the bundler would take React as developers have it: a third heavier. */
async function buildForProduction(): Promise<void> {
  const { build } = await import('vite')
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ configFile: `${root}services/console/vite.config.ts`, logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}
