/** MiniStack and cfn-lint in a folder of their own, every file of them pinned by its hash. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'

const folder = join(root, 'build/ministack')
const requirements = join(import.meta.dirname, 'requirements.txt')
const OLDEST = 11
const NAMES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11']

/** The folder's programs. @throws Sentence when there is no Python to make it with */
export function installEngine(told: (line: string) => void): { python: string; cfnLint: string } {
  const python = join(folder, 'bin/python')
  const stamp = join(folder, 'installed')
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const system = findPython()
    told('正在安装MiniStack和cfn-lint（首次约一分钟）……')
    rmSync(folder, { recursive: true, force: true })
    run(system, ['-m', 'venv', folder])
    run(python, ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--requirement', requirements])
    writeFileSync(stamp, wanted)
  }
  return { python, cfnLint: join(folder, 'bin/cfn-lint') }
}

function findPython(): string {
  const found = NAMES.find((name) => {
    const { stdout } = spawnSync(name, ['-c', 'import sys, venv, ensurepip; print(*sys.version_info[:2])'], {
      encoding: 'utf8',
    })
    const [major = 0, minor = 0] = String(stdout ?? '')
      .split(' ')
      .map(Number)
    return major === 3 && minor >= OLDEST
  })
  if (!found)
    throw new Sentence(`这项检查需要Python 3.${OLDEST}或更高版本（含venv模块），本机没有找到；请安装后再运行一次。`)
  return found
}

function run(command: string, args: string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0)
    throw new Sentence(`${command} ${args.slice(0, 3).join(' ')}未能完成：${error?.message ?? stderr.slice(-600)}`)
}
