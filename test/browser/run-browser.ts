/**
 * `npm run browser`: every suite, one after the other.
 *   -- --part      the journey, and one of the others, drawn by a seed that is printed, on a PC that it draws as well
 *   -- --seed 4711 the same draw again
 * Other words choose suites by name: `npm run browser -- clerk`.
 */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { inLineBy } from '../in-line-by.ts'
import { drawnNumber } from './drawn-number.ts'

const DRAWN = 1
const { values, positionals } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
  allowPositionals: true,
})

function drawnBy(seed: string): string[] {
  const others = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.test.ts') && name !== 'journey.test.ts',
  )
  return ['journey.test.ts', ...inLineBy(seed, others).slice(0, DRAWN)]
}

const suites = values.part ? drawnBy(values.seed) : positionals
/** The PC that looks; what somebody has set stays. */
const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London']
const WINDOWS = ['1366x768', '1024x768', '1280x1024']
const drawn = (of: readonly string[], what: string) => of[drawnNumber(`${values.seed} ${what}`, of.length)]
const pc = values.part
  ? { SHIFAN_BROWSER_ZONE: drawn(ZONES, 'zone'), SHIFAN_BROWSER_WINDOW: drawn(WINDOWS, 'window') }
  : {}
const env = { ...pc, ...process.env }
if (values.part)
  console.log(
    `browser: seed ${values.seed}, ${suites.join(', ')}, ${env.SHIFAN_BROWSER_ZONE}, ${env.SHIFAN_BROWSER_WINDOW}; again: npm run browser -- --part --seed ${values.seed}`,
  )
const vitest = spawn(
  'vitest',
  ['run', '--config', 'vitest.browser.config.ts', ...suites.map((name) => `browser/${name}`)],
  {
    stdio: 'inherit',
    env,
  },
)
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1
})
