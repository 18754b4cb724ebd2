import { createServer } from 'node:http'
import { afterEach, expect, it, vi } from 'vitest'
import { apiClient } from './client.ts'
import { intakeEndpoints } from './intake.ts'
import { viewsEndpoints } from './views.ts'

const closing: (() => unknown)[] = []
afterEach(() => vi.unstubAllGlobals())
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

it('says in its own sentence that the network ended in the middle of an answer', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"now":')
    setTimeout(() => response.destroy(), 50)
  })
  const port = await new Promise<number>((done) =>
    server.listen(0, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  closing.push(() => server.close())
  const api = apiClient(`http://127.0.0.1:${port}`, () => 'token')
  await expect(api(viewsEndpoints.readWorklist)).rejects.toMatchObject({ status: 0, message: '网络不通，请稍后重试。' })
})

it('sends what has to outlive its page so, up to what browsers take', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', (_url: string, request: RequestInit) => {
    asked.push(request)
    return Promise.reject(new TypeError('offline'))
  })
  const api = apiClient('', () => 'token')
  const save = (reason: string, outlives?: true) =>
    api(intakeEndpoints.saveForm, {
      params: { batch: '2018-2', unit: 'dunji', form: 'application' },
      body: { reason, base: '' },
      ...(outlives && { outlives }),
    }).catch(() => undefined)
  await save('基础较好')
  await save('基础较好', true)
  await save('基'.repeat(20_000), true)
  await api(viewsEndpoints.readWorklist).catch(() => undefined)
  expect(asked.map(({ keepalive }) => keepalive ?? false)).toEqual([false, true, false, false])
})
