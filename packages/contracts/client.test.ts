import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { apiClient } from './client.ts'
import { viewsEndpoints } from './views.ts'

const closing: (() => unknown)[] = []
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
