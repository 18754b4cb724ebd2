/**
 * `npm run deployed`: the county of counties/fenghuang.json, by both variants, on an AWS engine that others wrote, deployed
 * by the CDK's own command line, accepted from outside as a county would, and looked at from inside where an acceptance
 * cannot. Beside the acceptance, two units go through the variant that has every kind of step.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Sentence } from '#typed/sentence.ts'
import { synthesize } from '../../infra/synth.ts'
import { accept, acceptedText } from '../../packages/cli/accept/accept.ts'
import { bootstrapAccount, deployStacks } from '../../packages/cli/deploy/deploy.ts'
import { buildConsole } from '../../packages/cli/laptop/build-console.ts'
import { readCounty } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { timelineText } from '../../packages/cli/rehearsal/print-timeline.ts'
import { PROCEDURE } from '../../packages/cli/rehearsal/second-batch.ts'
import { allAccounts, importAcceptanceRoster, importEveryKindRoster, writeTokens } from './accounts.ts'
import { faults, ledgerRights, pageInBucket, resources, stopExecution } from './ask-engine.ts'
import { countyFront } from './county-front.ts'
import { playEveryKind } from './every-kind.ts'
import { BATCH, EVERY_KIND } from './every-kind-batch.ts'
import { installEngine } from './install-engine.ts'
import { lintTemplates } from './lint-templates.ts'
import { mustBeSameTemplates } from './same-templates.ts'
import { startEngine } from './start-engine.ts'
import { stopOnEngine, stopOnLaptop } from './story-that-stops.ts'
import { verifyDeployment } from './verify-deployment.ts'
import { REMOVED, withoutGrant } from './without-grant.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const port = Number(values.port)
const told = (line: string) => console.error(line)

async function deployed(): Promise<void> {
  const { python, cfnLint } = installEngine(told)
  const folder = mkdtempSync(join(tmpdir(), 'shifan-county-'))
  const closing: (() => Promise<unknown>)[] = []
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  let onFailure = () => {}
  try {
    const asInFile = { ...readCounty('fenghuang'), procedures: [PROCEDURE, EVERY_KIND] }
    await buildConsole()
    const assemblies: string[] = []
    // One after the other: they share the folder of bundles.
    for (const county of [asInFile, readCounty('sixian')]) {
      assemblies.push(join(folder, county.name))
      await synthesize(county, join(folder, county.name))
    }
    told(`cfn-lint:${lintTemplates(cfnLint, assemblies)}份模板，没有意见`)

    const engine = await startEngine(python, asInFile.region, port)
    closing.push(engine.stop)
    const accounts = allAccounts(asInFile)
    const front = await countyFront({ county: asInFile, accounts, data: folder, port: port && port + 1 }, engine)
    closing.push(front.close)
    const asking = { engine, python, county: asInFile }
    onFailure = () => told(faults(asking).slice(-20).join('\n'))
    const { county, origin } = front
    const assembly = join(folder, 'deployed')
    await synthesize(county, assembly)
    mustBeSameTemplates({ assembly: join(folder, asInFile.name), county: asInFile }, { assembly, county })
    const cdk = { assembly, env: engine.env, trusts: engine.certificate, told: () => {} }
    const began = performance.now()
    await bootstrapAccount(cdk)
    front.leadTo(await deployStacks(cdk, 'never'))
    told(`已部署，用时${Math.round((performance.now() - began) / 1000)}秒`)

    const as = peopleOf(county, () => origin)
    await importAcceptanceRoster(as(county.administratorLogin))
    await importEveryKindRoster(as(county.administratorLogin))
    const tokens = await writeTokens(county, origin, folder)
    const stopped = async (batch: string, unit: string) =>
      told(`        一件的执行被停掉，又接着办：${await stopExecution(asking, batch, unit)}`)
    const applied = Promise.withResolvers<void>()
    const accepting = accept({
      origin,
      tokens,
      now: () => new Date(),
      told,
      atReview: async (batch, unit) => {
        // By now nothing starts for the first time any more, and the acceptance has met its only deadline.
        applied.resolve()
        await stopped(batch, unit)
      },
      atNotice: async (notice) => {
        const served = await (await fetch(new URL(notice.page, origin))).text()
        told(`        公示页面取自${await pageInBucket(asking, notice, served)}`)
      },
    })
    const stage = { origin, batch: BATCH, as, settle: async () => {}, patience: 360, sent: new Map() }
    const [accepted, everyKind] = await Promise.all([
      accepting,
      applied.promise.then(() => playEveryKind({ stage, now: () => new Date(), told, atWork: stopped })),
    ])
    console.log(timelineText(everyKind, 'seconds'))
    console.log(acceptedText(accepted))
    if (!accepted.ok || !everyKind.every(({ ok }) => ok)) throw new Sentence('验收没有通过。')
    told(await verifyDeployment(asking))
    told(`能碰记录表的角色：\n${listed(ledgerRights(asking), (actions) => actions.join('、'))}`)
    const counts = resources(asking)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    told(`已部署的资源${total}个：\n${listed(counts, String)}`)

    const here = await stopOnLaptop(withoutGrant(join(folder, asInFile.name), join(folder, 'laptop')), asInFile, folder)
    await deployStacks({ ...cdk, assembly: withoutGrant(assembly, join(folder, 'less')) }, 'never')
    const there = await stopOnEngine(origin, as)
    told(
      `去掉${REMOVED.role}的${REMOVED.action}之后，本机停在${JSON.stringify(here)},MiniStack停在${JSON.stringify(there)}`,
    )
    if (JSON.stringify(here) !== JSON.stringify(there)) throw new Sentence('两处停下的地方不同。')
    told(`共用时${Math.round((performance.now() - started) / 1000)}秒`)
  } catch (error) {
    onFailure()
    throw error
  } finally {
    await close()
  }
}

const listed = <Value>(all: Readonly<Record<string, Value>>, said: (value: Value) => string): string =>
  Object.entries(all)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => `  ${name}:${said(value)}`)
    .join('\n')

const started = performance.now()
try {
  await deployed()
} catch (error) {
  if (!(error instanceof Sentence)) throw error
  console.error(error.message)
  process.exitCode = 1
}
