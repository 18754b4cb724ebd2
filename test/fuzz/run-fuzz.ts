/**
 * `npm run fuzz`: 8,000 requests made from the contracts and spoiled, to a county of its own over HTTP; none may be
 * answered with 5xx, or not at all. A seed draws them, and is printed.
 *   -- --part         800 of them
 *   -- --requests N   so many
 *   -- --seed 4711    the same draw again
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    requests: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const { part, seed, requests = part ? '800' : '8000' } = values
if (!(Number.isInteger(Number(requests)) && Number(requests) > 0))
  throw new Error(`--requests takes a whole number above 0, not ${requests}`)
if (!Number.isInteger(Number(seed))) throw new Error(`--seed takes a whole number, not ${seed}`)
console.log(`fuzz: seed ${seed}, ${requests} requests; again: npm run fuzz -- --seed ${seed} --requests ${requests}`)
const vitest = spawn('vitest', ['run', '--config', 'vitest.fuzz.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_REQUESTS: requests },
})
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1
})
