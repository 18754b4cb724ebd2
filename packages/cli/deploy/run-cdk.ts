import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'
import { root } from '../laptop/laptop.ts'

export type Cdk = {
  /** The folder that holds the synthesized county. */
  readonly assembly: string
  /** Beside what this process has: for an engine that is not AWS. */
  readonly env?: Readonly<Record<string, string>>
  /** A certificate that the command has to trust, as a file. */
  readonly trusts?: string
  /** Told what the command prints; without it, it prints by itself and may ask. */
  readonly told?: (text: string) => void
}

const cdk = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin/cdk')

/** Runs the CDK's own command line. @throws Sentence when it ends with an error */
export async function runCdk(command: readonly string[], { assembly, env, trusts, told }: Cdk): Promise<void> {
  const args = [...command, '--app', assembly, '--no-notices', ...(trusts ? ['--ca-bundle-path', trusts] : [])]
  const child = spawn(process.execPath, [cdk, ...args], {
    cwd: root,
    env: { ...process.env, ...env, CI: told ? 'true' : process.env.CI },
    stdio: told ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let last = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      last = `${last}${bytes}`.slice(-4000)
      told?.(String(bytes))
    })
  const code = await new Promise<number | null>((ended, failed) => child.on('error', failed).on('close', ended))
  if (code !== 0)
    throw new Sentence(
      `cdk ${command[0]}未能完成（退出码${code}）；按它最后的说明处理后，可以原样再运行一次。${last && `\n${last}`}`,
    )
}
