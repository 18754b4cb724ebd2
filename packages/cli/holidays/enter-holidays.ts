import { randomUUID } from 'node:crypto'
import { problemsOf, type YearOfHolidays } from '#calendar/holidays.ts'
import { ApiError, apiClient, type Client } from '#contracts/client.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { EXAMPLE, readHolidays } from '#county/read-holidays.ts'
import { decodeText } from '#roster-file/decode-text.ts'
import { Sentence } from '#typed/sentence.ts'
import { bytesOf, given, onlyOne, originOf, textOf, understood } from '../understood.ts'

const USAGE = `用法：npm run shifan -- holidays 文件 --api https://网站地址 --token-file 法制办负责人的令牌文件
文件是文本，照国务院办公厅的通知把全年的放假和上班日期写全，如：
${EXAMPLE}`

const FILE = { is: '文本文件', saveAs: '请用记事本写好，“另存为”时编码选“UTF-8”' }

/** `shifan holidays FILE`: enters a year's holidays; answers the exit code. */
export async function enterHolidaysCommand(args: string[]): Promise<number> {
  const { file, api, tokenFile } = readArguments(args)
  const holidays = openHolidays(file)
  const token = textOf(tokenFile).trim()
  console.log(
    await sendHolidays(
      apiClient(api, () => token),
      holidays,
      randomUUID(),
    ),
  )
  return 0
}

/** What has become of it, in sentences. @throws Sentence with the county's refusal */
export async function sendHolidays(api: Client, holidays: YearOfHolidays, command: string): Promise<string> {
  const { year, source, off, work } = holidays
  const { changed } = await api(noticeEndpoints.enterHolidays, {
    params: { year: String(year) },
    body: { source, off: [...off], work: [...work] },
    command,
  }).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    throw new Sentence([error.message, ...Object.values(error.fields).map((said) => `  ${said}`)].join('\n'))
  })
  return [
    `${year}年节假日安排${changed ? '已录入' : '此前已录入，内容相同，未作变动'}：放假${off.length}天，调休上班${work.length}天。`,
    `  依据：${source}`,
  ].join('\n')
}

/** @throws Sentence with every mistake of the file */
export function openHolidays(file: string): YearOfHolidays {
  const { holidays, mistakes } = readHolidays(decodeText(bytesOf(file), FILE))
  const said = [
    ...mistakes.map(({ line, sentence }) => (line > 0 ? `第${line}行：${sentence}` : sentence)),
    ...(mistakes.length > 0 ? [] : Object.values(problemsOf(holidays))),
  ]
  if (said.length === 0) return holidays
  throw new Sentence(`${file}有${said.length}处错误，没有发送：\n${said.map((one) => `  ${one}。`).join('\n')}`)
}

function readArguments(args: string[]): { file: string; api: string; tokenFile: string } {
  const text = { type: 'string' } as const
  const { values, positionals } = understood(args, USAGE, {
    options: { api: text, 'token-file': text },
    allowPositionals: true,
  })
  const file = onlyOne(positionals, USAGE)
  return { file, api: originOf(values.api, USAGE), tokenFile: given(values['token-file'], USAGE) }
}
