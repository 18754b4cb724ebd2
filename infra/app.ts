/**
 * node infra/app.ts [--validate] [county …]   writes cdk.out/<county>/, offline; all counties when none is named.
 * To deploy: npx cdk deploy --app "node infra/app.ts sixian" --all
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { WrongFile } from '#procedure/wrong-file.ts'

const { values, positionals } = parseArgs({
  options: { validate: { type: 'boolean', default: false } },
  allowPositionals: true,
})
try {
  // Variants and forms are read when these are, and what is wrong in one is said below.
  const { countyNames, readCounty } = await import('./read-county.ts')
  const { synthesize } = await import('./synth.ts')
  const names = positionals.length > 0 ? positionals : countyNames()
  // The CDK's command line says where it will look.
  const { CDK_OUTDIR } = process.env
  if (CDK_OUTDIR && names.length !== 1)
    throw new Error(`the CDK reads one county at a time; name one of ${names.join(', ')} after infra/app.ts.`)

  for (const county of names.map((name) => readCounty(name))) {
    const outdir = CDK_OUTDIR ?? `cdk.out/${county.name}`
    // Code of earlier runs would stay there for ever.
    if (!CDK_OUTDIR) rmSync(outdir, { recursive: true, force: true })
    await synthesize(county, outdir, values)
    console.error(`${county.name} → ${outdir}`)
  }
} catch (error) {
  if (!(error instanceof WrongFile)) throw error
  console.error(error.message)
  process.exitCode = 1
}
