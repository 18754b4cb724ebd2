/** `npm run contracts`: what we expect of DynamoDB and S3, asked of engines that others wrote beside those of the laptop. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { installEngine } from '../deployed/install-engine.ts'
import { startEngine } from '../deployed/start-engine.ts'
import { REGION } from './s3-engine.ts'
import { startDynoxide } from './start-dynoxide.ts'

// What was started is stopped on the way out.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  const { python } = installEngine((line) => console.error(line))
  const dynoxide = await startDynoxide()
  if (!dynoxide)
    console.error(
      `dynoxide只有Linux x64的版本，本机是${process.platform} ${process.arch}；记录的约定这次只问dynalite。`,
    )
  const ministack = await startEngine(python, REGION)
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.contracts.config.ts'], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: ministack.certificate,
        S3_ENDPOINT: `MiniStack=${ministack.endpoint}`,
        LEDGER_ENDPOINT: dynoxide ? `dynoxide=${dynoxide.endpoint}` : '',
      },
    })
    process.exitCode = status ?? 1
  } finally {
    await ministack.stop()
    await dynoxide?.close()
  }
} catch (error) {
  if (!(error instanceof Sentence)) throw error
  console.error(error.message)
  process.exitCode = 1
}
