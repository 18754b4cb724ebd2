/** What is typed after a command, understood in one way by all of them; whatever is not, is said in a sentence. */
import { readFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Sentence } from '#typed/sentence.ts'

/** @param usage what can be typed, for whoever typed something else @throws Sentence */
export function understood<Config extends ParseArgsConfig>(
  args: string[],
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config & { args: string[] }>> {
  try {
    return parseArgs({ ...config, args })
  } catch {
    throw new Sentence(`无法识别“${args.join(' ')}”。\n${usage}`)
  }
}

/** The one word that a command is about. @throws Sentence for none, or several */
export function onlyOne(positionals: readonly string[], usage: string): string {
  const [one, ...more] = positionals
  if (one === undefined || more.length > 0) throw new Sentence(usage)
  return one
}

/** What cannot be left out. @throws Sentence where it is */
export function given(value: string | undefined, usage: string): string {
  if (value === undefined || value === '') throw new Sentence(usage)
  return value
}

/** Where a county is asked. @throws Sentence for what is no address, or one to which a token would go unencrypted */
export function originOf(typed: string | undefined, usage: string): string {
  const api = given(typed, usage)
  if (!URL.canParse(api)) throw new Sentence(`“${api}”不是网址。\n${usage}`)
  const { protocol, hostname, origin } = new URL(api)
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Sentence(`地址${api}不是https，令牌会在网上明文传送；请改用https地址。`)
  return origin
}

/** @throws Sentence where there is no such file, or it cannot be read */
export function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Sentence(`无法读取文件${path}（${error instanceof Error ? error.message : error}）；请核对路径。`)
  }
}
export const textOf = (path: string): string => bytesOf(path).toString('utf8')
