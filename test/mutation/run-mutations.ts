/**
 * `npm run mutations`: changes the rules' code, one place after the other, and runs the tests that come there: does one
 * of them notice? About a second for each of some 5,000 changes, so by the part; what was tried before and is as it was
 * is not tried again (`build/mutations`).
 *   -- calendar case   these parts (parts.ts); without a name all of them
 *   -- --part          one, drawn by a seed that is printed
 *   -- --seed 4711     the same draw again
 *   -- --told          no run: what the last one came to, with every change that nobody noticed
 * Exit code 1 when less than 85 % were noticed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inLineBy } from '../in-line-by.ts'
import { LEFT_OUT, PARTS } from './parts.ts'
import { percent, scoresOf } from './report.ts'

const LEAST = 85
const { values, positionals } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    told: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !(name in PARTS))
if (unknown.length > 0) throw new Error(`Parts are ${Object.keys(PARTS).join(', ')}, not ${unknown.join(', ')}`)

const names = values.part
  ? inLineBy(values.seed, Object.keys(PARTS)).slice(0, 1)
  : positionals.length > 0
    ? positionals
    : Object.keys(PARTS)
if (values.part)
  console.log(`mutations: seed ${values.seed}, ${names}; again: npm run mutations -- --part --seed ${values.seed}`)

const here = import.meta.dirname
const kept = resolve(here, '../../build/mutations')
const reportOf = (name: string) => `${kept}/${name}.json`

/** @returns whether the run came to an end */
function changed(name: string): boolean {
  mkdirSync(kept, { recursive: true })
  const config = `${kept}/${name}.config.json`
  const options = {
    mutate: [
      ...(PARTS[name] ?? []).map((place) => `${place}.ts`.replace('**.ts', '**/*.ts')),
      ...LEFT_OUT.map((place) => `!${place}`),
    ],
    plugins: [`${here}/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`],
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What a module does once, when it is read, belongs to no test: each such change would run all of them.
    ignoreStatic: true,
    // It rewrites the tsconfig that it finds, in a form that TypeScript 7 does not read.
    tsconfigFile: 'read-by-nobody.json',
    concurrency: 1,
    // A change that waits for ever is told from a machine that is busy.
    timeoutMS: 60_000,
    incremental: true,
    incrementalFile: `${kept}/${name}.incremental.json`,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportOf(name) },
    // What the rules' tests do not read.
    ignorePatterns: ['build', 'cdk.out', 'data', 'screenshots', 'services', 'infra'],
    tempDirName: `build/mutations/${name}.tmp`,
    thresholds: { high: 95, low: LEAST, break: null },
  }
  writeFileSync(config, JSON.stringify(options))
  const run = [`${here}/node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', config]
  return spawnSync(process.execPath, run, { stdio: 'inherit' }).status === 0
}

const failed = values.told ? [] : names.filter((name) => !changed(name))
const said = names.filter((name) => existsSync(reportOf(name)) && !failed.includes(name))
const scores = said.flatMap((name) => scoresOf(reportOf(name)))
for (const { path, noticed, all, unnoticed } of scores) {
  console.log(`${path}: ${noticed} of ${all}`)
  if (values.told) for (const one of unnoticed) console.log(`  ${one}`)
}
for (const name of said) {
  const of = scoresOf(reportOf(name))
  console.log(`${name}: ${percent(of).toFixed(1)} %`)
}
console.log(`all: ${percent(scores).toFixed(1)} % of ${scores.reduce((sum, { all }) => sum + all, 0)} changes noticed`)
if (failed.length > 0) console.log(`came to no end: ${failed.join(', ')}`)
if (failed.length > 0 || percent(scores) < LEAST) process.exitCode = 1
