import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import type { County } from '#county/county.ts'
import { acknowledge } from './acknowledged.ts'
import { type Bundles, bundleFunctions } from './bundle/bundle-functions.ts'
import { type OwnPapers, readPapers } from './read-papers.ts'
import { type CountyStacks, countyStacks } from './stacks/county-stacks.ts'
import { type Console, type Own, stageConsole } from './stage-console.ts'

export type SynthesizeOptions = {
  /** cdk-nag and CDK's own rules, findings as errors; some seconds more. */
  readonly validate?: boolean
  readonly console?: Console
  /** The county's own forms for papers, when they are not those in its folder. */
  readonly papers?: OwnPapers
}
const root = new URL('..', import.meta.url).pathname

/**
 * Writes a county's four stacks and the code of their functions to a folder, offline. Needs the console to be built.
 * @throws WrongFile when the county has a form of its own of which no papers can be made
 */
export async function synthesize(county: County, outdir: string, options: SynthesizeOptions = {}): Promise<void> {
  const { validate = false, console = 'built' } = options
  const own = { county: county.name, papers: options.papers ?? (await readPapers(county.name)) }
  const bundles = await bundleFunctions(root)
  const app = makeApp(outdir, validate)
  countyStacks(app, county, codeOf(bundles, console, own))
  if (validate) {
    const { AwsSolutionsChecks, ServerlessChecks } = await import('cdk-nag')
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }), new ServerlessChecks(app))
    acknowledge(app, county.name)
  }
  app.synth()
}

/** The stacks alone, every function with the same line of code: for looking at templates. */
export function stacksWithoutCode(county: County): CountyStacks {
  return countyStacks(makeApp(undefined, false), county, () => Code.fromInline('exports.handler = async () => {}'))
}

const makeApp = (outdir: string | undefined, validate: boolean): App =>
  new App({
    ...(outdir && { outdir }),
    analyticsReporting: false,
    // 3 of 4 seconds, and findings' places in the code.
    builtinCloudFormationValidation: validate,
    stackTraces: validate,
    postCliContext: {
      ...flags,
      // Exports and imports, which the laptop reads; a weak reference asks CloudFormation while it deploys.
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
      '@aws-cdk/core:validateAgainstDefaultRules': validate,
    },
  })

function codeOf(bundles: Bundles, console: Console, own: Own) {
  return (name: string): Code => {
    const bundle = bundles.get(name)
    if (!bundle) throw new Error(`no services/*/${name}.lambda.ts, for which a stack declares a function.`)
    return Code.fromAsset(name === 'serve-site' ? stageConsole(root, bundle.folder, console, own) : bundle.folder)
  }
}
