import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ApiError, type Client } from '#contracts/client.ts'
import { enterHolidaysCommand, openHolidays, sendHolidays } from './enter-holidays.ts'
import { EXAMPLE } from './read-holidays.ts'

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

it('says what was entered, and which holidays of every year are missing', async () => {
  const said = await sendHolidays(
    answering({ year: 2027, changed: true, lacking: ['劳动节'] }),
    openHolidays(file(EXAMPLE)),
    'click',
  )
  expect(said).toContain('2027年节假日安排已录入：放假3天，调休上班1天。')
  expect(said).toContain('没有劳动节')
})

it('says so when nothing has changed', async () => {
  const api = answering({ year: 2027, changed: false, lacking: [] })
  expect(await sendHolidays(api, openHolidays(file(EXAMPLE)), 'click')).toContain('内容相同，未作变动')
})

it('says why the county refused it', async () => {
  const api: Client = (async () => {
    throw new ApiError(403, '由法制办负责人办理。', 'forbidden')
  }) as never
  await expect(sendHolidays(api, openHolidays(file(EXAMPLE)), 'click')).rejects.toThrow('由法制办负责人办理')
})

it('sends nothing of a file with a mistake', () => {
  expect(() => openHolidays(file(`${EXAMPLE}\n上班 2027-01-04`))).toThrow('2027年1月4日不是周末')
  expect(() => openHolidays(file(`${EXAMPLE}\n放假 明天`))).toThrow('第5行')
})

it('wants a file, an address over https and a token', async () => {
  await expect(enterHolidaysCommand([])).rejects.toThrow('用法')
  const args = [file(EXAMPLE), '--token-file', file(EXAMPLE), '--api']
  await expect(enterHolidaysCommand([...args, 'http://county.example'])).rejects.toThrow('不是https')
})
