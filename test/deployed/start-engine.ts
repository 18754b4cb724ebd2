/** MiniStack on 127.0.0.1, over TLS as AWS is, with data that goes when it goes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import tls from 'node:tls'
import { root } from '../../packages/cli/laptop/laptop.ts'

export type Engine = {
  readonly endpoint: string
  readonly port: number
  /** Its certificate, as a file; this process trusts it already. */
  readonly certificate: string
  /** For tools and SDK clients that act as the account's owner. */
  readonly env: Readonly<Record<string, string>>
  /** What the engine and the functions said. */
  readonly log: string
  stop(): Promise<void>
}

/** @param port 0 chooses a free one */
export async function startEngine(python: string, region: string, port = 0): Promise<Engine> {
  const chosen = port || (await freePort())
  // Outside any folder whose package.json says "type": "module": the engine's worker is CommonJS and would die silently.
  const data = mkdtempSync(join(tmpdir(), 'shifan-deployed-'))
  mkdirSync(join(data, 'tmp'))
  const certificate = join(data, 'certificate.pem')
  const log = join(data, 'log')
  const child = spawn(python, [join(import.meta.dirname, 'engine.py')], {
    cwd: data,
    // Its workers are of its group, and go with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      HOME: data,
      TMPDIR: join(data, 'tmp'),
      STATE_DIR: join(data, 'state'),
      S3_DATA_DIR: join(data, 's3'),
      AUTH: 'true',
      USE_SSL: '1',
      MINISTACK_SSL_CERT: certificate,
      MINISTACK_SSL_KEY: join(data, 'key.pem'),
      BIND_HOST: '127.0.0.1',
      IOT_MTLS_ENABLED: '0',
      GATEWAY_PORT: String(chosen),
      MINISTACK_REGION: region,
      LOG_LEVEL: 'INFO',
    },
  })
  const file = createWriteStream(log)
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })
  const endpoint = `https://127.0.0.1:${chosen}`
  // However this process ends, even while the engine is still coming up.
  const atExit = () => {
    signalGroup(child, 'SIGKILL')
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', atExit)
  const stop = async () => {
    await stopGroup(child)
    file.end()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    process.off('exit', atExit)
  }
  try {
    await ready(child, endpoint, certificate)
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''
    await stop()
    throw new Error(`MiniStack did not start: ${said}`, { cause: error })
  }
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_CA_BUNDLE: certificate,
    NODE_EXTRA_CA_CERTS: certificate,
  }
  return { endpoint, port: chosen, certificate, env, log, stop }
}

async function ready(child: ChildProcess, endpoint: string, certificate: string): Promise<void> {
  for (const end = Date.now() + 60_000; ; await sleep(200)) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`it ended with ${child.exitCode} or is not up yet`)
    if (!existsSync(certificate)) continue
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(certificate, 'utf8')])
    const up = await fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null ? new Promise((done) => child.once('exit', done)) : Promise.resolve()
  signalGroup(child, 'SIGTERM')
  await Promise.race([ended, sleep(5000)])
  signalGroup(child, 'SIGKILL')
  await ended
}

function signalGroup({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // Nobody of the group is left.
  }
}

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(address && typeof address === 'object' ? address.port : 0))
    })
  })
