import { createHash, randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, version } from 'esbuild'
import { z } from 'zod/mini'
import { lean } from './lean.ts'

export type Bundle = {
  /** `arrive`, as in `services/conductor/arrive.lambda.ts`; no two functions of the house have the same. */
  readonly name: string
  readonly service: string
  /** What is uploaded: `index.mjs` and its map. */
  readonly folder: string
  readonly bytes: number
  /** What went into it, as paths from the repository's root. */
  readonly inputs: readonly string[]
}

const remembered = z.object({ fingerprint: z.string(), bytes: z.int(), inputs: z.array(z.string()) })
const own = ['infra/bundle/lean.ts', 'infra/bundle/bundle-function.ts']
/** CommonJS dependencies ask for Node's built-ins by `require`, which an ES module does not have. */
const banner =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);'

/**
 * Bundles one `*.lambda.ts` as it is uploaded; does nothing when no file that went into it has changed.
 * @param entry its path from the root, `services/<service>/<name>.lambda.ts`
 * @throws Error when the entry does not export `handler`
 */
export async function bundleFunction(root: string, entry: string): Promise<Bundle> {
  const [, service = '', name = ''] = /^services\/([^/]+)\/(.+)\.lambda\.ts$/.exec(entry) ?? []
  const folder = join(root, 'build/functions', name.startsWith(service) ? name : `${service}-${name}`)
  const memory = `${folder}.json`
  const present = async (): Promise<Bundle | undefined> => {
    const last = await readFile(memory, 'utf8')
      .then((text) => remembered.parse(JSON.parse(text)))
      .catch(() => undefined)
    if (!last || last.fingerprint !== (await fingerprint(root, last.inputs))) return undefined
    return { name, service, folder, bytes: last.bytes, inputs: last.inputs }
  }
  const found = await present()
  if (found) return found

  // Two processes may bundle at once: each for itself, and whoever is second takes what the first has put in place.
  const making = `${folder}.${randomUUID()}`
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(making, 'index.mjs'),
    bundle: true,
    minify: true,
    // Chinese as it is: escaped it would take twice the room.
    charset: 'utf8',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    banner: { js: banner },
    plugins: [...lean],
    logLevel: 'error',
  })
  const outputs = Object.entries(metafile.outputs)
  const [, output] = outputs.find(([file]) => file.endsWith('index.mjs')) ?? []
  if (!output?.exports.includes('handler'))
    throw new Error(`${entry} exports ${output?.exports.join(', ') || 'nothing'}; a Lambda entry exports handler.`)
  const inputs = Object.keys(metafile.inputs).sort()
  const bundle = { name, service, folder, bytes: output.bytes, inputs }
  const made = JSON.stringify({ fingerprint: await fingerprint(root, inputs), bytes: output.bytes, inputs })
  const first = await present()
  if (first) {
    await rm(making, { recursive: true })
    return first
  }
  await rm(folder, { recursive: true, force: true })
  await rename(making, folder)
  await writeFile(memory, made)
  return bundle
}

/** Of our own files the content, of dependencies the path, which has the version in it, and the lockfile. */
async function fingerprint(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(version).update(inputs.join('\n'))
  const read = inputs.filter((path) => !path.includes('node_modules/'))
  for (const path of [...read, ...own, 'package.json', 'pnpm-lock.yaml'])
    hash.update(await readFile(join(root, path)).catch(() => `${path} is gone`))
  return hash.digest('hex')
}
