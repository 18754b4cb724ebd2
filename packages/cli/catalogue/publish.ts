import { randomUUID } from 'node:crypto'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { sayProblem } from '#catalogue/check/problem.ts'
import type { Change } from '#catalogue/edition/compare-editions.ts'
import { catalogueEndpoints, editionMap } from '#contracts/catalogue.ts'
import { ApiError, apiClient, type Client } from '#contracts/client.ts'
import { Sentence } from '#typed/sentence.ts'
import { given, onlyOne, originOf, textOf, understood } from '../understood.ts'
import { findCatalogue } from './find-catalogue.ts'

const USAGE =
  '用法：npm run shifan -- catalogue publish 标识或YAML文件 --api https://网站地址 --token-file 令牌文件 [--version 版次 --map 对照表.json]'

/** `shifan catalogue publish …`: a first version, or the next one with the map that a person has checked. */
export async function publishCommand(args: string[]): Promise<string> {
  const { name, api, tokenFile, version, mapFile } = readArguments(args)
  const { catalogue, findings } = findCatalogue(name)
  const map = mapFile === undefined ? undefined : readMap(mapFile)
  const token = textOf(tokenFile).trim()
  const sent = await sendCatalogue(
    apiClient(api, () => token),
    catalogue,
    { version, ...(map && { map }) },
    randomUUID(),
  ).catch((error: unknown) => {
    throw error instanceof ApiError ? new Sentence(sayRefusal(error)) : error
  })
  return [
    `${catalogue.title}第${sent.version}版${sent.changed ? '已发布' : '此前已发布，内容相同，未作变动'}。`,
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
  const map = editionMap.safeParse(jsonIn(textOf(file)))
  if (map.success) return map.data
  throw new Sentence(`${file}不是新旧对照表；请用 catalogue diff 旧 新 --map ${file} 写出一份，核对后再发布。`)
}

/** Undefined for what is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const
  const { values, positionals } = understood(args, USAGE, {
    options: { api: text, 'token-file': text, version: { ...text, default: '1' }, map: text },
    allowPositionals: true,
  })
  const name = onlyOne(positionals, USAGE)
  const version = Number(values.version)
  if (!Number.isInteger(version) || version < 1)
    throw new Sentence(`版次应为从1开始的整数，收到的是“${values.version}”。\n${USAGE}`)
  const tokenFile = given(values['token-file'], USAGE)
  return { name, api: originOf(values.api, USAGE), tokenFile, version, mapFile: values.map }
}
