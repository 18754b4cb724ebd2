import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import type { Endpoints } from '#contracts/endpoint.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { send } from './http-event.ts'
import { servePages } from './serve-pages.ts'

const at = '2018-05-15T00:00:00.000Z'
const endpoints = {
  show: { method: 'GET', path: '/objections/{batch}/{n}', access: 'anyone', title: '提出异议', response: z.string() },
  take: { method: 'POST', path: '/objections/{batch}/{n}', access: 'anyone', title: '提交异议', response: z.string() },
} as const satisfies Endpoints
let bytes: Uint8Array | undefined
const lines: object[] = []
const handler = servePages(
  endpoints,
  {
    show: async ({ params }) => ({ html: `<p>${params.batch} ${params.n}</p>` }),
    take: async ({ rawBody, headers }) => {
      bytes = rawBody
      if (!headers['content-type']?.startsWith('multipart/'))
        throw new Refused('late', '公示期<已>结束。', { a: '一&二' })
      return { status: 201, html: '<p>已收到</p>' }
    },
  },
  { ledger: memoryLedger(() => new Date(at)), log: (line) => void lines.push(line) },
)

it('answers HTML', async () => {
  expect(await send(handler, { path: '/objections/2018-2/1', at })).toMatchObject({
    status: 200,
    text: '<p>2018-2 1</p>',
  })
})

it('hands over the raw bytes of a form, whatever they are', async () => {
  const body = Buffer.from([0, 255, 13, 10, 228])
  const sent = { method: 'POST', path: '/objections/2018-2/1', at } as const
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  expect(await send(handler, { ...sent, headers, body: body.toString('base64'), base64: true })).toMatchObject({
    status: 201,
  })
  expect(Buffer.from(bytes ?? []).equals(body)).toBe(true)
})

it('tells an error as a page with its sentence, escaped', async () => {
  const { status, text } = await send(handler, { method: 'POST', path: '/objections/2018-2/1', at, body: 'x' })
  expect(status).toBe(409)
  expect(text).toContain('公示期&lt;已&gt;结束。')
  expect(text).toContain('一&amp;二')
  expect((await send(handler, { path: '/objections/2018-2/1/2/3', at })).status).toBe(404)
})

it('logs no address of whoever asks without a login', async () => {
  lines.length = 0
  await send(handler, { path: '/objections/2018-2/1', at })
  await send(handler, { method: 'POST', path: '/objections/2018-2/1', at, body: 'x' })
  expect(lines).toHaveLength(2)
  expect(JSON.stringify(lines)).not.toContain('192.0.2')
})
