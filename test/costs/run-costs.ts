/**
 * `npm run costs`: what every command, page, follower and schedule asks of AWS, counted on the SDK's own requests, and
 * what its function computes, with 0, 10 and 100 past batches.
 *   -- --json   { "rows": [{ "name", "calls": { "base", "x10", "x100" }, "ofBare", … }] } and nothing else
 * Exit code 1 when something asks more than it may, or more with more past batches (`expected.ts`).
 */
import { Sentence } from '#typed/sentence.ts'
import { Counties } from './county.ts'
import { beyond, slack } from './expected.ts'
import { optionsOf } from './options.ts'
import { playIn } from './play.ts'
import { rowsOf, SIZES } from './rows.ts'
import { tableText } from './table.ts'

async function costs(args: string[]): Promise<void> {
  const { json } = optionsOf(args)
  const began = performance.now()
  const told = (line: string) => console.error(line)
  const counties = await Counties.prepare(told)
  const play = (batches: number) => {
    told(`正在办两个批次，已有${batches}个往年批次……`)
    return playIn(counties, batches)
  }
  const played = { base: await play(SIZES.base), x10: await play(SIZES.x10), x100: await play(SIZES.x100) }
  const rows = rowsOf(played)
  console.log(json ? JSON.stringify({ rows }) : tableText(rows))
  for (const said of slack(rows)) told(`界限可以收紧（test/costs/expected.ts）：${said}`)
  const over = beyond(rows)
  for (const said of over) told(`超过界限（test/costs/expected.ts）：${said}`)
  told(`用时${Math.round((performance.now() - began) / 1000)}秒`)
  if (over.length > 0) process.exitCode = 1
}

// The folder in which the counties lie is removed on exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  await costs(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Sentence)) throw error
  console.error(error.message)
  process.exitCode = 1
}
