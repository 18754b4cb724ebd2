/**
 * `npm run faults`: all suites, kills at a part of all writes, drawn by a seed that is printed.
 *   -- --all       kills before and after every write of the year
 *   -- --part      of the two years that are played again and again, one, by one of the three faults, drawn by the same seed
 *   -- --share 0.1 at that part of them
 *   -- --seed 4711 the same draw again
 *   -- --only waits only at writes whose name holds that: a table, a bucket, a stream, an instant
 * Other words choose suites by name: `npm run faults -- resolution`.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { inLineBy } from '../in-line-by.ts'

const { values, positionals } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    part: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    share: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
  allowPositionals: true,
})
const { all, seed } = values
/** The gate has twenty-five minutes for everything, of which half a hundredth of the long year's writes took seven. */
const share = values.share ?? (values.part ? '0.003' : '0.005')
const drawn = all ? '1' : share
/** As kills.test.ts calls them; empty: all. */
const drawOne = (from: readonly string[]) => (values.part ? inLineBy(seed, from).slice(0, 1).join(' ') : '')
const years = drawOne(['short', 'every-kind'])
const by = drawOne(['kills', 'shuffled', 'slow'])
if (!(Number(drawn) > 0 && Number(drawn) <= 1))
  throw new Error(`--share takes a number above 0, at most 1, not ${share}`)
console.log(
  `faults: seed ${seed}, kills at ${all ? 'every write' : `${drawn} of all writes`}; again: npm run faults -- --seed ${seed}${all ? ' --all' : ` --share ${drawn}`}${values.part ? ` --part (the year: ${years}, by ${by})` : ''}`,
)
/** Beside the years, two of the five shorter suites; which they are the seed says, too. */
const shorter = ['aborted', 'follower-off', 'objection-race', 'resolution', 'wake-ups']
const suites =
  values.part && positionals.length === 0
    ? ['kills', ...inLineBy(seed, shorter).slice(0, 2)].map((name) => `faults/${name}.test.ts`)
    : positionals
const vitest = spawn('vitest', ['run', '--config', 'vitest.faults.config.ts', ...suites], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...{ FAULTS_SEED: seed, FAULTS_SHARE: drawn, FAULTS_ONLY: values.only },
    ...{ FAULTS_YEARS: years, FAULTS_BY: by },
  },
})
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1
})
