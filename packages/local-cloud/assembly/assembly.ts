import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { type Place, placeOf } from './resource-attributes.ts'

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.optional(z.string()),
      properties: z.optional(z.object({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) })),
    }),
  ),
})
const Template = z.object({
  Resources: z._default(
    z.record(z.string(), z.object({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) })),
    {},
  ),
  Outputs: z._default(
    z.record(z.string(), z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) })),
    {},
  ),
  Parameters: z._default(z.record(z.string(), z.object({ Default: z.optional(z.string()) })), {}),
})
const Assets = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) })

/** One synthesized stack as it lies in the assembly's folder, nothing resolved yet. */
export type Stack = {
  name: string
  place: Place
  resources: z.infer<typeof Template>['Resources']
  outputs: z.infer<typeof Template>['Outputs']
  parameters: z.infer<typeof Template>['Parameters']
  /** Folder of an asset by the hash it is uploaded under. */
  assets: ReadonlyMap<string, string>
}

/** Stacks that say `unknown-account` were synthesized without one; the laptop has a number for them. */
const ACCOUNT = '123456789012'

/**
 * Reads the stacks of a synthesized CDK assembly.
 * @param names which of them; all when left out
 * @param replace strings of the templates to be replaced before they are parsed: the deployment's addresses by the laptop's
 */
export function readAssembly(
  folder: string,
  names: readonly string[] | undefined,
  replace: Record<string, string>,
): Stack[] {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const { artifacts } = Manifest.parse(JSON.parse(read('manifest.json')))
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack')
  const known = stacks.map(([id, { properties }]) => properties?.stackName ?? id)
  for (const name of names ?? [])
    if (!known.includes(name)) throw new Error(`${folder} has no stack ${name}; it has ${known.join(', ')}`)
  return stacks.flatMap(([id, { environment, properties }], at): Stack[] => {
    const name = known[at] ?? id
    if (names && !names.includes(name)) return []
    const [account = '', region = ''] = (environment ?? '').replace('aws://', '').split('/')
    if (!region || region.startsWith('unknown')) throw new Error(`the stack ${name} says no region: give it an env`)
    const text = Object.entries(replace).reduce(
      (template, [from, to]) => template.replaceAll(from, to),
      read(properties?.templateFile ?? `${id}.template.json`),
    )
    const { Resources: resources, Outputs: outputs, Parameters: parameters } = Template.parse(JSON.parse(text))
    const { files } = Assets.parse(JSON.parse(read(`${id}.assets.json`)))
    const place = placeOf(region, /^\d+$/.test(account) ? account : ACCOUNT)
    const assets = new Map(Object.entries(files).map(([hash, { source }]) => [hash, join(folder, source.path)]))
    return [{ name, place, resources, outputs, parameters, assets }]
  })
}
