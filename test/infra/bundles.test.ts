import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundles, bundleFunctions, lambdaEntries } from '../../infra/bundle/bundle-functions.ts'
import {
  namespaced,
  withOneReader,
  withoutForeignErrors,
  withoutSentences,
  withPlainKeys,
  withShortNames,
} from '../../infra/bundle/lean.ts'
import { functionsOf, templatesOf } from './templates.ts'

// With everything that a county may ask for.
const webhook = { url: 'https://xiaoxi.sixian.example/shifan', secret: 'sixian-reminders' }
const sixian = templatesOf('sixian', { webhook })
const declared = functionsOf(sixian)
const routed = new Set(
  sixian.ofType('AWS::ApiGatewayV2::Integration').map(({ Properties }) => Properties.IntegrationUri),
)
const answersHttp = (fn: (typeof declared)[number]) => routed.has(`${sixian.idOf(fn)}.Arn`)

let bundles: Bundles
beforeAll(async () => {
  bundles = await bundleFunctions(new URL('../..', import.meta.url).pathname)
}, 120_000)

it('every *.lambda.ts is the code of exactly one function, and every function has one', () => {
  const entries = lambdaEntries('.').map((path) => path.replace(/^.*\/|\.lambda\.ts$/g, ''))
  expect(entries.length).toBeGreaterThanOrEqual(16)
  expect(declared.map(({ name }) => name).sort()).toEqual(entries.sort())
})

it('every bundle stays within its budget: 536 KB where a person waits for it, 368 KB elsewhere', () => {
  const over = declared.flatMap((fn) => {
    const { bytes = 0 } = bundles.get(fn.name) ?? {}
    const budget = (answersHttp(fn) ? 536 : 368) * 1024
    return bytes > 0 && bytes <= budget ? [] : [`${fn.name}: ${bytes} of ${budget}`]
  })
  expect(over).toEqual([])
})

describe('with exactly the variables of its template', () => {
  it.each(declared.map(({ name }) => name))('%s starts and exports handler', async (name) => {
    const { Properties } = declared.find((fn) => fn.name === name)!
    const exported = await startedWith(bundles.get(name)!.folder, Properties.Environment.Variables)
    expect(exported).toBe('function')
  })

  it('a function that is told too little does not start', async () => {
    expect(await startedWith(bundles.get('arrive')!.folder, {})).toContain('LEDGER')
  })
})

function startedWith(folder: string, variables: object): Promise<string> {
  const place = { AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' }
  const code = `const { parentPort } = require('node:worker_threads')
    import('${folder}/index.mjs').then(({ handler }) => parentPort.postMessage(typeof handler), ({ message }) => parentPort.postMessage(message))`
  const worker = new Worker(code, { eval: true, env: { ...variables, ...place }, stderr: true })
  return new Promise<string>((resolve, reject) => worker.on('message', resolve).on('error', reject)).finally(() =>
    worker.terminate(),
  )
}

describe('what makes bundles small still has something to hit', () => {
  const inputs = () => [...bundles.values()].flatMap((bundle) => bundle.inputs)

  it('credentials come from the environment, by no chain of providers', () => {
    const users = [...bundles.values()].filter((one) => one.inputs.some((path) => path.includes('@aws-sdk/client-')))
    expect(users.length).toBeGreaterThan(10)
    for (const { inputs } of users) expect(inputs).toContain('infra/bundle/environment-credentials.ts')
    expect(inputs().filter((path) => /credential-provider|token-providers|client-sso/.test(path))).toEqual([])
  })

  it('addresses are found without the tables for what no county has', () => {
    expect(inputs()).toContain('infra/bundle/regional-endpoints.ts')
    expect(inputs().filter((path) => path.endsWith('/endpoint/bdd.js'))).toEqual([])
  })

  it('what only browsers, a Node without hashes or a rented machine would use is left out', () => {
    for (const path of [
      ...['util-stream/sdk-stream-mixin.browser.js', 'sha256/Sha256Js.js', 'lib/aws/partitions.js'],
      ...['util-retry/AdaptiveRetryStrategy.js', 'regionConfig/getInstanceMetadataRegion.js'],
    ])
      expect(inputs().filter((input) => input.endsWith(path)).length, path).toBeGreaterThan(10)
    for (const path of ['sha/sha1/Sha1Js.js', 'crc64-nvme/Crc64NvmeJs.js', 'S3ExpressIdentityProviderImpl.js'])
      expect(inputs().filter((input) => input.endsWith(path)).length, path).toBeGreaterThan(2)
    // Constants of SHA-256 and SHA-1, as the minifier writes them.
    for (const { folder } of bundles.values())
      expect(
        /REFRESH_WINDOW_MS|Asia Pacific|latest\/api\/token|getSendToken\(\)\{|1116352408|3285377520|-1732584194|1518500249/.exec(
          readFileSync(`${folder}/index.mjs`, 'utf8'),
        )?.[0],
      ).toBeUndefined()
  })

  it('an instant is read in one way, of headers and of JSON', () => {
    const old = 'export function dateToUtcString() {}\nconst RFC3339 = 1\nexport const parseRfc7231DateTime = 2\n'
    expect(withOneReader(old)).toMatch(
      /^export function dateToUtcString.*_parseRfc7231DateTime as parseRfc7231DateTime/s,
    )
    expect(withOneReader(old)).not.toContain('const RFC3339')
    expect(inputs().some((path) => path.endsWith('/schema-serde-lib/schema-date-utils.js'))).toBe(true)
    for (const { folder } of bundles.values())
      expect(readFileSync(`${folder}/index.mjs`, 'utf8')).not.toContain('Invalid RFC-7231 date-time value')
  })

  it('event streams are left out', () => {
    expect(inputs()).toContain('infra/bundle/no-event-streams.ts')
    expect(inputs().filter((path) => path.includes('/event-streams/') || path.endsWith('/HeaderFormatter.js'))).toEqual(
      [],
    )
  })

  it('no function looks again for what is wrong with a variant, which whoever bundles has read', () => {
    expect(inputs()).toContain('infra/bundle/checked-variants.ts')
    expect(inputs().filter((path) => path.includes('packages/procedure/problems-of'))).toEqual([])
  })

  it('of zod only what is used is kept', () => {
    expect(namespaced("import { z } from 'zod/mini'\n")).toBe("import * as z from 'zod/mini'\n")
    expect(readFileSync(`${bundles.get('arrive')!.folder}/index.mjs`, 'utf8')).not.toContain('ZodMiniTemplateLiteral')
  })

  it('patterns call characters by short names, which mean the same', () => {
    expect(withShortNames('/[\\p{Script=Han}]\\P{L}/u')).toBe('/[\\p{sc=Han}]\\P{L}/u')
    const all = Array.from({ length: 0x30000 }, (_, at) => String.fromCodePoint(at))
    for (const name of ['Script=Han', 'Script=Latin', 'Default_Ignorable_Code_Point', 'Extended_Pictographic']) {
      const [long, short] = [`\\p{${name}}`, withShortNames(`\\p{${name}}`)].map((one) => new RegExp(one, 'u'))
      expect(short).not.toEqual(long)
      expect(all.filter((one) => short?.test(one) !== long?.test(one))).toEqual([])
    }
    expect(withShortNames("/[，\\uFF1B]/u, '[，\\\\uFF1B]'")).toBe("/[，；]/u, '[，；]'")
    const intake = readFileSync(`${bundles.get('intake-api')!.folder}/index.mjs`, 'utf8')
    expect(/p\{Script=Han|Default_Ignorable/.test(intake)).toBe(false)
  })

  it('no function carries the sentences that people read of permissions, and each carries their rows', () => {
    const rows = "...rows('read-contact', OFFICE, '查看单位联系人'),\n...rows(\n'a-b',\n[...X, Y],\n'甲，乙', own),"
    expect(withoutSentences(rows)).toBe("...rows('read-contact', OFFICE, ''),\n...rows(\n'a-b',\n[...X, Y],\n'', own),")
    for (const name of ['standing', 'file'])
      expect(withoutSentences(readFileSync(`packages/procedure/${name}-permissions.ts`, 'utf8'))).not.toMatch(
        /rows\([^)]*'[^']*\p{sc=Han}/u,
      )
    const intake = readFileSync(`${bundles.get('intake-api')!.folder}/index.mjs`, 'utf8')
    expect(intake).not.toContain('查看单位联系人，查看有记录')
    // A row that follows from a step names it in its sentence, and its command beside.
    expect(intake).not.toContain('填写本单位“')
    expect(withoutSentences('row(step.does, `报送进展`, { command })')).toBe("row(step.does, '', { command })")
    expect(intake.split('read-consultations').length).toBeGreaterThan(2)
  })

  it('no function that starts loads the HTTP client behind `node:http` for a table of status texts', () => {
    expect(inputs()).toContain('status-texts:node:http')
    for (const { folder } of bundles.values())
      expect(readFileSync(`${folder}/index.mjs`, 'utf8')).not.toMatch(/from ?"node:http"/)
  })

  it('of the errors a service has, only those told apart by their class have one', () => {
    const entered = 'n0_registry.registerError(NoSuchKey$, NoSuchKey);\n'
    expect(withoutForeignErrors(`${entered}n0_registry.registerError(NoSuchBucket$, NoSuchBucket);\n`)).toBe(entered)
    const code = readFileSync(`${bundles.get('intake-api')!.folder}/index.mjs`, 'utf8')
    for (const kept of ['ConditionalCheckFailedException', 'TransactionCanceledException', 'NoSuchKey'])
      expect(code).toContain(`static shapeId="com.amazonaws.${kept === 'NoSuchKey' ? 's3' : 'dynamodb'}#${kept}"`)
    expect(code).not.toContain('BackupInUseException')
    expect(code).not.toContain('NoSuchBucket')
  })

  it('shapes of operations nobody calls are dropped', () => {
    expect(withPlainKeys('const _h = "http";\nvar X = [{ [_h]: 1, [_other]: 2 }];')).toContain(
      '{ "http": 1, [_other]: 2 }',
    )
    expect(readFileSync(`${bundles.get('evidence-api')!.folder}/index.mjs`, 'utf8')).not.toContain(
      'PutBucketReplication',
    )
  })
})
