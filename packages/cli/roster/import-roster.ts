import { createHash, randomUUID } from 'node:crypto'
import { ApiError, apiClient, type Client } from '#contracts/client.ts'
import { type Change, calledChanges, checkRoster, withMoves } from '#roster-file/check-roster.ts'
import { decodeText } from '#roster-file/decode-text.ts'
import type { Mistake } from '#roster-file/read-csv.ts'
import { type Roster, type RosterFile, readRoster } from '#roster-file/read-roster.ts'
import { type Count, isAllThere, sendRoster } from '#roster-file/send-roster.ts'
import { Sentence } from '#typed/sentence.ts'
import { bytesOf, given, onlyOne, originOf, textOf, understood } from '../understood.ts'

const USAGE = '用法：npm run shifan -- roster 名册.csv --api https://网站地址 --token-file 令牌文件 [--confirm 确认码]'

/** `shifan roster FILE`: answers the exit code. */
export async function importRosterCommand(args: string[]): Promise<number> {
  const { file, api, tokenFile, confirm } = readArguments(args)
  const { roster, notes } = openFile(file)
  const { units, people, appointments } = roster
  console.log(`名册${file}：单位${units.length}个，人员${people.length}人，岗位${appointments.length}个。`)
  for (const { line, sentence } of notes) console.log(`  第${line}行：${sentence}。`)
  const token = textOf(tokenFile).trim()
  const client = apiClient(api, () => token)
  const good = await confirmed(client, roster, file, confirm)
  const sent = await answered(sendRoster(client, good, randomUUID()))
  const counted = ({ changed, same }: Count) => `新增或更新${changed}，未变${same}`
  console.log(`  单位：${counted(sent.units)}`)
  console.log(`  人员：${counted(sent.people)}`)
  console.log(`  岗位：${counted(sent.appointments)}`)
  if (sent.waiting > 0)
    console.log(`其中账号和岗位${sent.waiting}项要由另一名管理员在工作台“名册”的“审批”中批准后才生效。`)
  if (!sent.stopped && isAllThere(sent)) console.log('文件中的内容此前都已录入，本次没有改动。')
  if (!sent.stopped) return 0
  throw new Sentence(
    `核对无误，但写到第${sent.stopped.line}行停下了，以上各项已经写入：${sent.stopped.sentence}\n请整份重新导入，已登记的不会重复。`,
  )
}

/**
 * The roster as it may be sent: every line is good with the county, and what changes somebody is confirmed.
 * @throws Sentence with all that is not; then nothing was written
 */
async function confirmed(api: Client, roster: Roster, file: string, confirm: string | undefined): Promise<Roster> {
  const { refused, changes } = await answered(checkRoster(api, roster))
  if (refused.length > 0)
    throw new Sentence(`名册${file}有${refused.length}处县里不能登记，一行都没有写入：\n${inLines(refused)}`)
  const code = confirmationOf(changes)
  if (changes.length > 0 && confirm !== code)
    throw new Sentence(
      `名册${file}${calledChanges(changes)}，一行都没有写入。请逐条核对：\n${inLines(changes)}\n` +
        `都对的，在原来的命令后面加上--confirm ${code}再运行；有不对的，改好名册后重新导入。`,
    )
  return withMoves(roster, changes)
}

/** What confirms exactly these changes, and no others. */
const confirmationOf = (changes: readonly Change[]): string =>
  createHash('sha256')
    .update(JSON.stringify(changes.map(({ line, sentence }) => [line, sentence])))
    .digest('hex')
    .slice(0, 8)

/** @throws Sentence with the API's */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const fields = Object.values(error.fields)
    throw new Sentence(
      `名册没有核对成，一行都没有写入：${error.message}${fields.length > 0 ? `（${fields.join('；')}）` : ''}`,
    )
  }
}

/** @throws Sentence with every mistake of the file */
export const openRoster = (file: string): Roster => openFile(file).roster

function openFile(file: string): Pick<RosterFile, 'roster' | 'notes'> {
  const { roster, mistakes, notes } = readRoster(decodeText(bytesOf(file)))
  if (mistakes.length === 0) return { roster, notes }
  const all = mistakes.toSorted((a, b) => a.line - b.line)
  throw new Sentence(`名册${file}有${mistakes.length}处错误，一行都没有写入：\n${inLines(all)}`)
}

const inLines = (all: readonly Mistake[]): string =>
  all.map(({ line, sentence }) => `  第${line}行：${sentence.replace(/。$/, '')}。`).join('\n')

function readArguments(args: string[]): {
  readonly file: string
  readonly api: string
  readonly tokenFile: string
  readonly confirm: string | undefined
} {
  const text = { type: 'string' } as const
  const { values, positionals } = understood(args, USAGE, {
    options: { api: text, 'token-file': text, confirm: text },
    allowPositionals: true,
  })
  const { api, 'token-file': tokenFile, confirm } = values
  const file = onlyOne(positionals, USAGE)
  return { file, api: originOf(api, USAGE), tokenFile: given(tokenFile, USAGE), confirm }
}
