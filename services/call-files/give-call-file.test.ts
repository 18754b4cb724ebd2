/** Anyone gets a file of an open call by the address that its page has; nothing else that the office keeps. */
import { beforeEach, expect, it } from 'vitest'
import { callFilePath } from '#batch/files-of-call.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { send } from '#edge/http-event.ts'
import { servePages } from '#edge/serve-pages.ts'
import { type County, file, intakeCounty, terms, usedAs } from '../intake/fixtures/intake-county.ts'
import { giveCallFile, lookForCallFile } from './give-call-file.ts'

let county: County
let handler: ReturnType<typeof servePages>
beforeEach(async () => {
  county = await intakeCounty(undefined, { malwareScan: true })
  const { ledger } = county
  const link = async ({ sha256, name, contentType }: { sha256: string; name: string; contentType: string }) =>
    `https://files.example/${sha256.slice(-2)}?name=${encodeURIComponent(name)}&type=${contentType}`
  const uses = { giveCallFile: giveCallFile({ ledger, link }), lookForCallFile: lookForCallFile({ ledger }) }
  handler = servePages(callFileEndpoints, uses, { ledger, log: () => {} })
  await county.keepFile('office.call', file(11), '标准.pdf')
  await county.keepFile('office.call', file(12), '没有引用.pdf')
})
const get = (n: number | string, batch = '2018-2') =>
  send(handler, { at: county.clock.at, path: callFilePath(batch, Number(n)).replace(/[^/]*$/, String(n)) })
const lookFor = (n: number) => send(handler, { method: 'HEAD', at: county.clock.at, path: callFilePath('2018-2', n) })
const called = () => county.call({ files: [usedAs(11, '附件1 示范单位标准.pdf')] })

it('is sent on to the bytes, under the name that the call shows, for whoever is signed in or not', async () => {
  await called()
  const { status, headers } = await get(1)
  expect(status).toBe(302)
  expect(headers.location).toBe(
    `https://files.example/0b?name=${encodeURIComponent('附件1 示范单位标准.pdf')}&type=application/pdf`,
  )
  expect(headers['cache-control']).toBe('no-store')
})

it('is looked for without being opened, and without an address that gives it', async () => {
  await called()
  const { status, text, headers } = await lookFor(1)
  expect([status, text, headers['content-type'], headers.location]).toEqual([200, '', 'application/pdf', undefined])
  const other = await lookFor(2)
  expect([other.status, other.text]).toEqual([404, ''])
})

it('is nothing that the call does not come with, whatever is asked for', async () => {
  await called()
  for (const n of ['0', '2', '01', '1.0', '-1', 'x', file(12)]) {
    const { status, text } = await get(n)
    expect([n, status]).toEqual([n, 404])
    expect(text).toMatch(/没有这个序号的附件|地址不对/)
  }
  expect((await get(2)).text).toContain('<a href="/public/batches/2018-2.html">返回创建通知</a>')
  const other = await get(1, '2018-9')
  expect([other.status, other.text]).toEqual([404, expect.stringContaining('<a href="/public/index.html">')])
})

it('is nobody’s while the call is prepared only', async () => {
  const body = { ...terms, conditions: county.conditions, vetoes: county.vetoes, files: [usedAs(11, '标准.pdf')] }
  expect((await county.post('officer', 'batches/2018-2/call', body)).status).toBe(200)
  expect((await get(1)).status).toBe(404)
})

it('is given to nobody once it was found bad', async () => {
  await called()
  await county.scanned('office.call', file(11), false)
  const { status, text, headers } = await get(1)
  expect([status, headers.location]).toEqual([409, undefined])
  expect(text).toContain('已停止提供')
  expect(text).toContain('<a href="/public/batches/2018-2.html">返回创建通知</a>')
})
