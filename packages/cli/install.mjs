/**
 * Makes the project ready on a machine that has only Node 20 and npm: installs the locked dependencies, among them
 * Node 24 itself. Plain JavaScript, since the Node that runs it may not know TypeScript. Does nothing when the
 * lockfile is the one installed last. With a folder's path, that folder's own dependencies, which few need.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@12.21.0'
const project = fileURLToPath(new URL('../..', import.meta.url))
const root = process.argv[2] ? `${project}${process.argv[2]}/` : project
const stamp = `${root}node_modules/.installed`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}pnpm-lock.yaml`))
  .update(readFileSync(`${root}pnpm-workspace.yaml`))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('正在安装依赖（首次约需半分钟）……')
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { status, error } = spawnSync(npx, ['--yes', '--prefer-offline', PNPM, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    console.error(`依赖未能安装${error ? `（${error.message}）` : ''}；请检查网络或npm设置后再运行一次。`)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

// Where no platform package brought Node 24 along (macOS, Windows), the machine's own Node has to be it.
const brought = existsSync(`${project}node_modules/.bin/node`)
if (!brought && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`本机的Node是${process.versions.node}；这个系统上需要Node 24或更高版本，请安装后再运行。`)
  process.exit(1)
}
