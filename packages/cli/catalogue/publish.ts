import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { sayProblem } from '#catalogue/check/problem.ts'
import type { Change } from '#catalogue/edition/compare-editions.ts'
import { catalogueEndpoints, editionMap } from '#contracts/catalogue.ts'
import { ApiError, apiClient, type Client } from '#contracts/client.ts'
import { Sentence } from '../sentence.ts'
import { findCatalogue } from './find-catalogue.ts'

const USAGE =
  '用法：npm run shifan -- catalogue publish 标识或YAML文件 --api https://网站地址 --token-file 令牌文件 [--version 版次 --map 对照表.json]'

/** `shifan catalogue publish …`: a first version, or the next one with the map that a person has checked. */
export async function publishCommand(args: string[]): Promise<string> {
  const { name, api, tokenFile, version, mapFile } = readArguments(args)
  const { catalogue, findings } = findCatalogue(name)
  const map = mapFile === undefined ? undefined : readMap(mapFile)
  const token = readFile(tokenFile).trim()
  const sent = await sendCatalogue(
    apiClient(api, () => token),
    catalogue,
    { version, ...(map && { map }) },
    randomUUID(),
  ).catch((error: unknown) => {
    throw error instanceof ApiError ? new Sentence(sayRefusal(error)) : error
  })
  return [
    `${catalogue.title}第${sent.version}版${sent.changed ? '已发布' : '早已发布，内容相同，没有变动'}。`,
    `  标识：${sent.catalogue}`,
    `  摘要：${sent.digest}`,
    ...findings.map((finding) => `  提示：${sayProblem(finding)}`),
  ].join('\n')
}

type Edition = { readonly version: number; readonly map?: readonly Change[] }

export const sendCatalogue = (api: Client, catalogue: Catalogue, { version, map }: Edition, command: string) =>
  api(catalogueEndpoints.publishCatalogue, {
    body: { version, content: catalogue, ...(map && { map: map.map(plain) }) },
    command,
  })
const plain = ({ change, old, new: to }: Change) => ({ change, old: [...old], new: [...to] })

const sayRefusal = ({ message, fields }: ApiError): string =>
  [message, ...Object.values(fields).map((sentence) => `  ${sentence}`)].join('\n')

function readMap(file: string) {
  const map = parsed(() => editionMap.safeParse(JSON.parse(readFile(file))))
  if (map.success) return map.data
  throw new Sentence(`${file}不是新旧对照表；请用 catalogue diff 旧 新 --map ${file} 写出一份，核对后再发布。`)
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const
  const options = { api: text, 'token-file': text, version: { ...text, default: '1' }, map: text }
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }))
  const [name, ...more] = positionals
  const { api, 'token-file': tokenFile, map: mapFile } = values
  if (!name || more.length > 0 || !api || !tokenFile) throw new Sentence(USAGE)
  const version = Number(values.version)
  if (!Number.isInteger(version) || version < 1)
    throw new Sentence(`版次应为从1开始的整数，收到的是“${values.version}”。\n${USAGE}`)
  const { protocol, hostname, origin } = parsed(() => new URL(api))
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Sentence(`地址${api}不是https，令牌会在网上明文传送；请改用https地址。`)
  return { name, api: origin, tokenFile, version, mapFile }
}

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse()
  } catch (error) {
    throw error instanceof Sentence
      ? error
      : new Sentence(`读不懂（${error instanceof Error ? error.message : error}）。\n${USAGE}`)
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Sentence(`读不到文件${path}（${error instanceof Error ? error.message : error}）；请核对路径。`)
  }
}
