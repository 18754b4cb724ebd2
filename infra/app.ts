/**
 * node infra/app.ts [--validate] [county …]   writes cdk.out/<county>/, offline; all counties when none is named.
 * To deploy: npx cdk deploy --app "node infra/app.ts sixian" --all
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { countyNames, readCounty } from './read-county.ts'
import { synthesize } from './synth.ts'

const { values, positionals } = parseArgs({
  options: { validate: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const names = positionals.length > 0 ? positionals : countyNames()
// The CDK's command line says where it will look.
const { CDK_OUTDIR } = process.env
if (CDK_OUTDIR && names.length !== 1)
  throw new Error(`the CDK reads one county at a time; name one of ${names.join(', ')} after infra/app.ts.`)

for (const name of names) {
  const outdir = CDK_OUTDIR ?? `cdk.out/${name}`
  // Code of earlier runs would stay there for ever.
  if (!CDK_OUTDIR) rmSync(outdir, { recursive: true, force: true })
  await synthesize(readCounty(name), outdir, values)
  console.error(`${name} → ${outdir}`)
}
