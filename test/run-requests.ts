/**
 * `npm run requests`: every suite of them.
 *   -- --part      one of the two that play for minutes, and two of three of the others, drawn by a seed that is printed
 *   -- --seed 4711 the same draw again
 * Other words choose suites by name: `npm run requests -- test/calls`.
 */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { SUITES } from '../vitest.requests.config.ts'
import { inLineBy } from './in-line-by.ts'

/** What each request asks AWS for, and each role of each file: together as long as a third of all the others. */
const LONG = ['test/calls/calls.test.ts', 'test/guards/files-of-roles.test.ts']

const { values, positionals } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
  allowPositionals: true,
})
const { part, seed } = values

function drawn(): string[] {
  const others = globSync(SUITES).filter((file) => !LONG.includes(file))
  return [...inLineBy(seed, LONG).slice(0, 1), ...inLineBy(seed, others).slice(0, Math.ceil((others.length * 2) / 3))]
}

const suites = part ? drawn() : positionals
if (part) console.log(`requests: seed ${seed}, ${suites.join(', ')}; again: npm run requests -- --part --seed ${seed}`)
const vitest = spawn('vitest', ['run', '--config', 'vitest.requests.config.ts', ...suites], { stdio: 'inherit' })
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1
})
