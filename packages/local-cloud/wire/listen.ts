import type { Server } from 'node:http'

/** Another program listens where the local cloud wants to. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** @throws PortTaken with a sentence for the person who started it */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((ready, failed) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      failed(
        taken
          ? new PortTaken(`端口 ${port} 已被其他程序占用，请关闭占用它的程序，或换一个端口（用到相邻的两个端口）。`)
          : error,
      )
    })
    server.listen(port, '127.0.0.1', ready)
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

export async function unlisten(server: Server): Promise<void> {
  server.closeAllConnections()
  if (server.listening) await new Promise<void>((closed) => server.close(() => closed()))
}
