import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { z } from 'zod/mini'

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Modules that ours stand in for; each file says why. */
const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: beside('environment-credentials.ts'),
    }))
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({ path: beside('no-event-streams.ts') }))
    // Whoever signs a request signs no event of a stream.
    onResolve({ filter: /^\.\/HeaderFormatter$/ }, () => ({ path: beside('no-event-streams.ts') }))
    onResolve({ filter: /^mnemonist\/lru-cache$/ }, () => ({ path: beside('endpoint-map.ts') }))
    onResolve({ filter: /^\.\/problems-of\.ts$/ }, () => ({ path: beside('checked-variants.ts') }))
  },
}

/**
 * An import reads every name that a built-in module exports, and one of `node:http` is WebSocket, for which Node then
 * loads its HTTP client as well: 15 ms of every start, for the table of status texts that the router's package wants.
 */
const statusTexts: Plugin = {
  name: 'status-texts-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'node:http', namespace: 'status-texts' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'status-texts' }, () => ({
      contents: "export const { STATUS_CODES } = process.getBuiltinModule('node:http')",
      loader: 'js',
    }))
  },
}

/** S3's signer for several regions at once needs a package that is not there: the one for a single region is what it calls. */
const signer: Plugin = {
  name: 'signer-for-one-region',
  setup({ onLoad }) {
    onLoad({ filter: /\/signature-v4-multi-region\/dist-es\/index\.js$/ }, () => ({
      contents: `import { SignatureV4SignWithCredentials } from './SignatureV4SignWithCredentials'
export { SignatureV4SignWithCredentials, SignatureV4SignWithCredentials as SignatureV4MultiRegion }`,
      loader: 'js',
    }))
  },
}

/** Where the services are that functions call, each named in addresses as it is here. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  dynamodb: "regionalEndpoint('dynamodb')",
  sfn: "regionalEndpoint('states')",
  s3: 'bucketEndpoint',
}
const endpoints: Plugin = {
  name: 'regional-endpoints',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/endpoint\/endpointResolver\.js$/ }, ({ path }) => {
      const resolver = ENDPOINTS[/client-([a-z0-9-]+)\/dist-es/.exec(path)?.[1] ?? '']
      if (!resolver) return undefined
      const [maker = ''] = resolver.split('(')
      const contents = `import { ${maker} } from '${beside('regional-endpoints.ts')}'
export const defaultEndpointResolver = ${resolver}`
      return { contents, loader: 'js' }
    })
  },
}

/**
 * What the SDK has for a Node without its own hashes, for a checksum that nobody asks for, for the streams of browsers, for a machine that is asked for its
 * region and for retries that slow each other down, which nobody asks for; here none of it is ever met. And its table of the clouds there are, of which the middleware that names the SDK asks only for a prefix that nobody sets.
 */
const FALLBACKS =
  /(@smithy\/core\/dist-es\/submodules\/(serde\/util-stream\/(sdk-stream-mixin|createBufferedReadable|checksum\/createChecksumStream)\.browser|checksum\/(sha256\/Sha256Js|md5\/Md5Js|crc32\/Crc32Js)|retry\/util-retry\/(AdaptiveRetryStrategy|DefaultRateLimiter)|config\/config-resolver\/regionConfig\/getInstanceMetadataRegion)|@aws-sdk\/checksums\/dist-es\/submodules\/(sha\/(sha1\/Sha1Js|sha512\/Sha512Js)|crc\/crc64-nvme\/Crc64NvmeJs))\.js$/
const PARTITIONS = /@aws-sdk\/core\/dist-es\/submodules\/client\/util-endpoints\/lib\/aws\/partitions\.js$/
const fallbacks: Plugin = {
  name: 'no-fallbacks',
  setup({ onLoad }) {
    onLoad({ filter: FALLBACKS }, async ({ path }) => {
      const names = [...(await readFile(path, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm)]
      return {
        contents: `const absent = () => { throw new Error('left out of the bundle, see infra/bundle/lean.ts') }
export { ${names.map(([, name]) => `absent as ${name}`).join(', ')} }`,
        loader: 'js',
      }
    })
    onLoad({ filter: PARTITIONS }, () => ({
      contents: 'export const partitionsInfo = { partitions: [] }',
      loader: 'js',
    }))
  },
}

/**
 * The SDK reads an instant in two ways: of headers by one set of functions, of JSON by an older one with forms of its own
 * (4 KB), of which DynamoDB and Step Functions send seconds alone. Both are the first; how a day is written stays.
 */
const instants: Plugin = {
  name: 'one-way-to-read-an-instant',
  setup({ onLoad }) {
    onLoad({ filter: /@smithy\/core\/dist-es\/submodules\/serde\/date-utils\.js$/ }, async ({ path }) => ({
      contents: withOneReader(await readFile(path, 'utf8')),
      loader: 'js',
    }))
  },
}
export const withOneReader = (text: string): string => `${text.slice(0, text.indexOf('const RFC3339'))}
export { _parseEpochTimestamp as parseEpochTimestamp, _parseRfc7231DateTime as parseRfc7231DateTime,
  _parseRfc3339DateTimeWithOffset as parseRfc3339DateTime, _parseRfc3339DateTimeWithOffset as parseRfc3339DateTimeWithOffset,
} from './schema-serde-lib/schema-date-utils.js'`

/** Identities for directory buckets, which no county has; every client of S3 makes their keeper, and never asks it. */
const directoryBuckets: Plugin = {
  name: 'no-directory-buckets',
  setup({ onLoad }) {
    onLoad({ filter: /\/middleware-s3-express\/classes\/S3ExpressIdentityProviderImpl\.js$/ }, () => ({
      contents: 'export class S3ExpressIdentityProviderImpl {}',
      loader: 'js',
    }))
  },
}

/** Clients import their whole manifest to say their version. */
const manifests: Plugin = {
  name: 'version-only-manifests',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify({
        version: z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, 'utf8'))).version,
      }),
      loader: 'json',
    }))
  },
}

/**
 * What people read of a permission: functions ask a row who may do what, and never say its sentence, which the tables of
 * commands and the tests take from the sources.
 */
const sentences: Plugin = {
  name: 'rows-without-sentences',
  setup({ onLoad }) {
    onLoad({ filter: /\/packages\/procedure\/(standing-|file-)?permissions\.ts$/ }, async ({ path }) => ({
      contents: withoutSentences(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}
export const withoutSentences = (text: string): string =>
  text
    .replace(/(\brows\(\s*'[a-z-]+',\s*(?:\[[^\]]*\]|\w+),\s*)'[^']*'/g, "$1''")
    // Of the rows that follow from a procedure's steps, whose sentences name the step.
    .replace(/(\brow\(\s*[\w.]+,\s*)(?:'[^']*'|`[^`]*`)/g, "$1''")

/** esbuild drops what is unused of a namespace import, but keeps all of an object that a module exports as `z`. */
const zod: Plugin = {
  name: 'zod-as-a-namespace',
  setup({ onLoad }) {
    onLoad({ filter: /\/(packages|services)\/.*\.ts$/ }, async ({ path }) => ({
      contents: namespaced(withShortNames(await readFile(path, 'utf8'))),
      loader: 'ts',
    }))
  },
}
export const namespaced = (text: string): string =>
  text.replace(/^import \{ z \} from 'zod\/mini'$/m, "import * as z from 'zod/mini'")

/** What patterns call kinds of characters by, and the shorter names that Unicode has for the same: a hundred of them stand in a bundle. */
const SHORT: Readonly<Record<string, string>> = {
  'Script=Han': 'sc=Han',
  'Script=Latin': 'sc=Latn',
  Default_Ignorable_Code_Point: 'DI',
  Extended_Pictographic: 'ExtPict',
}
export const withShortNames = (text: string): string =>
  text
    .replace(/(?<=\\p\{)[A-Z]\w+(?:=\w+)?(?=\})/g, (name) => SHORT[name] ?? name)
    // The house's rule on marks has the semicolon escaped in patterns.
    .replace(/\\+uFF1B/g, '；')

/**
 * The SDK's tables of shapes name their keys by constants, `{ [_hC]: "-" }`. To esbuild a computed key is a side
 * effect, so the shapes of all operations stay; with the names written out only those in use do. The same tables enter
 * a class for every error of the service; an error without one is still the service's, with its name and fields.
 */
const shapes: Plugin = {
  name: 'shapes-with-plain-keys',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => ({
      contents: withoutForeignErrors(withPlainKeys(await readFile(path, 'utf8'))),
      loader: 'js',
    }))
  },
}
export function withPlainKeys(text: string): string {
  const names = new Map([...text.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]))
  return text.replace(/\[(_\w+)\]:/g, (whole, name: string) => (names.has(name) ? `${names.get(name)}:` : whole))
}

/** The errors that our code tells apart by their class, or whose fields it reads in the shape that the SDK gives them. */
const TOLD_APART = new Set([
  'ConditionalCheckFailedException',
  'ExecutionAlreadyExists',
  'NoSuchKey',
  'NotFound',
  'TransactionCanceledException',
])
export const withoutForeignErrors = (text: string): string =>
  text.replace(/^n0_registry\.registerError\((\w+)\$, \1\);\n/gm, (whole, name: string) =>
    TOLD_APART.has(name) ? whole : '',
  )

/** The holidays of twenty years stay only where somebody counts working days; their package does not say that it only declares. */
const holidays: Plugin = {
  name: 'holidays-where-needed',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^chinese-days$/ }, async ({ path, pluginData, ...how }) => {
      if (pluginData === holidays) return undefined
      return { ...(await resolve(path, { ...how, pluginData: holidays })), sideEffects: false }
    })
  },
}

/** What makes a bundle of our code and the SDK a third of its size; a test sees that each still has something to hit. */
export const lean: readonly Plugin[] = [
  standIns,
  statusTexts,
  signer,
  endpoints,
  fallbacks,
  instants,
  directoryBuckets,
  manifests,
  sentences,
  zod,
  shapes,
  holidays,
]
