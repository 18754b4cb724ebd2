import { globSync } from 'node:fs'
import { join } from 'node:path'
import { stop } from 'esbuild'
import { type Bundle, bundleFunction } from './bundle-function.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type Bundles = ReadonlyMap<string, Bundle>

/** Every entry of the house, by its path from the root. */
export const lambdaEntries = (root: string): string[] => globSync('services/**/*.lambda.ts', { cwd: root }).sort()

/** Bundles every `*.lambda.ts`, each once for all counties. */
export async function bundleFunctions(root: string): Promise<Bundles> {
  const making = () => Promise.all(lambdaEntries(root).map((entry) => bundleFunction(root, entry)))
  const bundles = await oneAtATime(join(root, 'build/functions.lock'), making)
  // Its child process would stay as long as this one, with all it has read: over a gigabyte.
  await stop()
  const byName = new Map(bundles.map((bundle) => [bundle.name, bundle]))
  if (byName.size < bundles.length) throw new Error('two *.lambda.ts have the same name; functions are named by it.')
  return byName
}
