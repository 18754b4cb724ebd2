import type { County } from '#county/county.ts'
import { type SynthesizeOptions, synthesize } from '../../../infra/synth.ts'
import { buildConsole } from './build-console.ts'
import { assemblyOf } from './laptop.ts'

/** Builds the console, bundles the functions and synthesizes the county; answers the assembly's folder. Quick when nothing has changed. */
export async function prepare(
  county: County,
  told: (line: string) => void,
  options: Pick<SynthesizeOptions, 'papers'> = {},
): Promise<string> {
  told('正在准备工作台和函数……')
  await buildConsole()
  const assembly = assemblyOf(county)
  await synthesize(county, assembly, { validate: false, ...options })
  return assembly
}
