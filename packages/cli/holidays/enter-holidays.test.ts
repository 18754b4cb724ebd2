import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ApiError, type Client } from '#contracts/client.ts'
import { EXAMPLE } from '#county/read-holidays.ts'
import { enterHolidaysCommand, openHolidays, sendHolidays } from './enter-holidays.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holidays-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const file = (text: string): string => {
  const path = join(folder, '2027.txt')
  writeFileSync(path, text)
  return path
}
const answering = (response: object): Client => (async () => response) as never

it('says what was entered, or that nothing has changed', async () => {
  const send = (changed: boolean) =>
    sendHolidays(answering({ year: 2026, changed }), openHolidays(file(EXAMPLE)), 'click')
  expect(await send(true)).toContain('2026年节假日安排已录入：放假33天，调休上班6天。')
  expect(await send(false)).toContain('内容相同，未作变动')
})

it('takes the file as editors save it', () => {
  const whole = openHolidays(file(EXAMPLE))
  const path = join(folder, 'other.txt')
  for (const bytes of [
    Buffer.from(`\ufeff${EXAMPLE}`),
    Buffer.from(`\ufeff${EXAMPLE}`, 'utf16le'),
    Buffer.from(`\ufeff${EXAMPLE}`, 'utf16le').swap16(),
    Buffer.from(EXAMPLE.replaceAll('\n', '\r\n')),
  ]) {
    writeFileSync(path, bytes)
    expect(openHolidays(path)).toEqual(whole)
  }
  // 年份 2026 依据 通知 放假, in GB18030: it is read, and what it lacks is said in Chinese.
  const words = [
    0xc4, 0xea, 0xb7, 0xdd, 0x20, 0x32, 0x30, 0x32, 0x36, 0x0d, 0x0a, 0xd2, 0xc0, 0xbe, 0xdd, 0x20, 0xcd, 0xa8,
  ]
  writeFileSync(path, Buffer.from(words))
  expect(() => openHolidays(path)).toThrow(/有1处错误，没有发送：\n {2}没有“放假”的日期/)
  writeFileSync(path, Buffer.from('PK\u0003\u0004', 'latin1'))
  expect(() => openHolidays(path)).toThrow('这是Excel工作簿（xlsx），不是文本文件；请用记事本写好')
})

it('says once that a file is no such text', () => {
  expect(() => openHolidays(file('楠炵繝鍞� 2027\n娓氭繃宓� 闁氨鐓�\n閺€鎯т海 2027-01-01'))).toThrow(
    /有1处错误，没有发送：\n {2}没有一行以年份、依据、放假或上班开头.*乱码/,
  )
})

it('sends no part of a year', () => {
  expect(() => openHolidays(file('年份 2026\n依据 通知\n放假 2026-09-03'))).toThrow(
    /放假日期中没有元旦、春节.*不是全年的安排/,
  )
})

it('says why the county refused it', async () => {
  const api: Client = (async () => {
    throw new ApiError(403, '由法制办负责人办理。', 'forbidden')
  }) as never
  await expect(sendHolidays(api, openHolidays(file(EXAMPLE)), 'click')).rejects.toThrow('由法制办负责人办理')
})

it('sends nothing of a file with a mistake', () => {
  expect(() => openHolidays(file(`${EXAMPLE}\n上班 2026-01-05`))).toThrow('2026年1月5日不是周末')
  expect(() => openHolidays(file(`${EXAMPLE}\n放假 明天`))).toThrow('第16行')
})

it('wants a file, an address over https and a token', async () => {
  await expect(enterHolidaysCommand([])).rejects.toThrow('用法')
  const args = [file(EXAMPLE), '--token-file', file(EXAMPLE), '--api']
  await expect(enterHolidaysCommand([...args, 'http://county.example'])).rejects.toThrow('不是https')
})
