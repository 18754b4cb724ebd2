import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { synthesizeFixture } from './fixtures/synthesize.ts'

let folder: string
beforeAll(() => {
  folder = synthesizeFixture()
})
afterAll(() => rmSync(folder, { recursive: true }))

const main = (...more: string[]) => {
  const args = [
    '--assembly',
    join(folder, 'cdk.out'),
    '--data',
    join(folder, 'data'),
    '--beginning',
    '2026-03-01T00:00:00+08:00',
    ...more,
  ]
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}
const up = async (child: ChildProcess) => {
  const [line] = await once(createInterface(child.stdout!), 'line')
  return JSON.parse(line) as { origin: string }
}
const ask = async (origin: string, what: string, body: object = {}) => {
  const headers = { 'content-type': 'application/json' }
  return (
    await fetch(`${origin}/do/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
  ).json() as Promise<any>
}

test('it prints its addresses, survives a SIGKILL with what was written, and ends cleanly on SIGTERM', async () => {
  const first = main()
  const { origin } = await up(first)
  await ask(origin, 'insert', { stream: 'kept' })
  first.kill('SIGKILL')
  await once(first, 'exit')
  const second = main()
  const again = await up(second)
  expect((await ask(again.origin, 'insert', { stream: 'kept' })).name).toBe('DuplicateItemException')
  await fetch(`${again.origin}/_local/settle`, { method: 'POST' })
  expect((await ask(again.origin, 'heard')).map(({ id }: { id: string }) => id)).toContain('kept/1')
  second.kill('SIGTERM')
  expect(await once(second, 'exit')).toEqual([0, null])
})

test('whoever hangs up in the middle of a request takes nothing down', async () => {
  const child = main()
  const { origin } = await up(child)
  const { port } = new URL(origin)
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write('POST /do/insert HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"stream":')
  await fetch(`${origin}/_local/clock`)
  socket.destroy()
  await once(socket, 'close')
  expect(Array.isArray(await ask(origin, 'heard'))).toBe(true)
  expect(child.exitCode).toBe(null)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a taken port gives a Chinese sentence and exit code 1', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const child = main('--port', String(port))
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
  server.close()
  expect(said).toContain(`端口 ${port} 已被其他程序占用`)
  expect(code).toBe(1)
})

test('a missing argument gives a sentence', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect([said.trim(), code]).toEqual(['请写明 --assembly（cdk synth 的输出文件夹）和 --data（数据文件夹）', 1])
})
