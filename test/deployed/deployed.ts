/**
 * `npm run deployed`: the county of counties/fenghuang.json on an AWS engine that others wrote, deployed by the CDK's own
 * command line, accepted from outside as a county would, and looked at from inside where an acceptance cannot.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { synthesize } from '../../infra/synth.ts'
import { accept, acceptedText } from '../../packages/cli/accept/accept.ts'
import { bootstrapAccount, deployStacks } from '../../packages/cli/deploy/deploy.ts'
import { buildConsole } from '../../packages/cli/laptop/build-console.ts'
import { readCounty } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { Sentence } from '../../packages/cli/sentence.ts'
import { acceptanceAccounts, importAcceptanceRoster, writeTokens } from './accounts.ts'
import { countyFront } from './county-front.ts'
import { installEngine } from './install-engine.ts'
import { lintTemplates } from './lint-templates.ts'
import { type Engine, startEngine } from './start-engine.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const port = Number(values.port)
const told = (line: string) => console.error(line)

async function deployed(): Promise<void> {
  const { python, cfnLint } = installEngine(told)
  const folder = mkdtempSync(join(tmpdir(), 'shifan-county-'))
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(1)))
  let onFailure = () => {}
  try {
    const asInFile = readCounty('fenghuang')
    await buildConsole()
    const assemblies: string[] = []
    // One after the other: they share the folder of bundles.
    for (const county of [asInFile, readCounty('sixian')]) {
      assemblies.push(join(folder, county.name))
      await synthesize(county, join(folder, county.name))
    }
    told(`cfn-lint:${lintTemplates(cfnLint, assemblies)}份模板,没有意见`)

    const engine = await startEngine(python, asInFile.region, port)
    closing.push(engine.stop)
    const accounts = acceptanceAccounts(asInFile)
    const front = await countyFront({ county: asInFile, accounts, data: folder, port: port && port + 1 }, engine)
    closing.push(front.close)
    onFailure = () => functionsSaid(python, engine)
    const { county, origin } = front
    const assembly = join(folder, 'deployed')
    await synthesize(county, assembly)
    const cdk = { assembly, env: engine.env, trusts: engine.certificate, told: () => {} }
    const began = performance.now()
    await bootstrapAccount(cdk)
    front.leadTo(await deployStacks(cdk, 'never'))
    told(`已部署,用时${Math.round((performance.now() - began) / 1000)}秒`)

    const as = peopleOf(county, () => origin)
    await importAcceptanceRoster(as(county.administratorLogin))
    const tokens = await writeTokens(county, origin, folder)
    const accepted = await accept({ origin, tokens, now: () => new Date(), told })
    console.log(acceptedText(accepted))
    if (!accepted.ok) throw new Sentence('验收没有通过。')
  } catch (error) {
    onFailure()
    throw error
  } finally {
    await close()
  }
}

/** The last of what the functions logged as their fault, for whoever has to find it. */
function functionsSaid(python: string, { endpoint, certificate, env }: Engine): void {
  const args = [join(import.meta.dirname, 'said.py'), endpoint, certificate, env.AWS_REGION ?? '']
  const { stdout, stderr } = spawnSync(python, args, { encoding: 'utf8', env: { ...process.env, ...env } })
  console.error((stdout + stderr).slice(-6000))
}

try {
  await deployed()
} catch (error) {
  if (!(error instanceof Sentence)) throw error
  console.error(error.message)
  process.exitCode = 1
}
