import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { apiClient } from '#contracts/client.ts'
import { Sentence } from '../sentence.ts'
import { decodeText } from './decode-text.ts'
import { type Roster, readRoster } from './read-roster.ts'
import { type Count, sendRoster } from './send-roster.ts'

const USAGE = '用法：npm run shifan -- roster 名册.csv --api https://网站地址 --token-file 令牌文件'

/** `shifan roster FILE`: answers the exit code. */
export async function importRosterCommand(args: string[]): Promise<number> {
  const { file, api, tokenFile } = readArguments(args)
  const roster = openRoster(file)
  const { units, people, appointments } = roster
  console.log(`名册${file}：单位${units.length}个，人员${people.length}人，岗位${appointments.length}个。`)
  const token = readFile(tokenFile).toString('utf8').trim()
  const sent = await sendRoster(
    apiClient(api, () => token),
    roster,
    randomUUID(),
  )
  const counted = ({ changed, same }: Count) => `新增或更新${changed}，未变${same}`
  console.log(`  单位：${counted(sent.units)}`)
  console.log(`  人员：${counted(sent.people)}`)
  console.log(`  岗位：${counted(sent.appointments)}`)
  if (!sent.stopped) return 0
  throw new Sentence(
    `第${sent.stopped.line}行办理未成功，余下各行没有发送：${sent.stopped.sentence}\n改好后可以整份重新导入，已登记的不会重复。`,
  )
}

/** @throws Sentence with every mistake of the file */
export function openRoster(file: string): Roster {
  const { roster, mistakes } = readRoster(decodeText(readFile(file)))
  if (mistakes.length === 0) return roster
  const lines = mistakes.toSorted((a, b) => a.line - b.line).map(({ line, sentence }) => `  第${line}行：${sentence}。`)
  throw new Sentence(`名册${file}有${mistakes.length}处错误，一行都没有发送：\n${lines.join('\n')}`)
}

function readArguments(args: string[]): { file: string; api: string; tokenFile: string } {
  const options = { api: { type: 'string' }, 'token-file': { type: 'string' } } as const
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }))
  const [file, ...more] = positionals
  const { api, 'token-file': tokenFile } = values
  if (!file || more.length > 0 || !api || !tokenFile) throw new Sentence(USAGE)
  const { protocol, hostname, origin } = parsed(() => new URL(api))
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    throw new Sentence(`地址${api}不是https，令牌会在网上明文传送；请改用https地址。`)
  return { file, api: origin, tokenFile }
}

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse()
  } catch (error) {
    throw new Sentence(`命令读不懂（${error instanceof Error ? error.message : error}）。\n${USAGE}`)
  }
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Sentence(`读不到文件${path}（${error instanceof Error ? error.message : error}）；请核对路径。`)
  }
}
