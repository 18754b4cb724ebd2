/** dynoxide, a DynamoDB that others wrote, where there is a build of it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../packages/cli/laptop/laptop.ts'

export type Dynoxide = { readonly endpoint: string; close(): Promise<void> }

/** Undefined where no build of it was installed: its package is for Linux on x64 alone. */
export async function startDynoxide(): Promise<Dynoxide | undefined> {
  const program = join(root, 'node_modules/@dynoxide/linux-x64/dynoxide')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(program)) return undefined
  const port = await freePort()
  const child = spawn(program, ['serve', '--port', String(port)], { stdio: 'ignore' })
  process.once('exit', () => child.kill())
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const endpoint = `http://127.0.0.1:${port}`
  for (const end = Date.now() + 10_000; ; await sleep(50)) {
    const up = await fetch(endpoint, { method: 'POST' }).then(
      () => true,
      () => false,
    )
    if (up) break
    if (child.exitCode !== null || Date.now() > end) throw new Error(`dynoxide did not start (${child.exitCode})`)
  }
  return {
    endpoint,
    close: () => {
      child.kill()
      return ended
    },
  }
}

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(address && typeof address === 'object' ? address.port : 0))
    })
  })
