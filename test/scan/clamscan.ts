/** ClamAV with one signature, which is ours: nothing is downloaded, and nothing real is needed to see it find something. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verdict } from '#evidence/scan.ts'
import { Sentence } from '#typed/sentence.ts'

export const SIGNATURE = 'Shifan.Example'
/** What the signature is of. */
export const MARK = '%shifan-example-signature'
const MISSING =
  '没有找到clamscan，查毒示例不能运行。请先安装ClamAV（Debian、Ubuntu：apt-get install clamav；其他系统见ClamAV的安装说明），再运行npm run scan-example；只需要程序，不需要下载病毒库，示例自带一条特征。'

/** @throws Sentence where there is no clamscan */
export function clamscan(command = 'clamscan') {
  const { error, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  if (error) throw new Sentence(MISSING)
  const folder = mkdtempSync(join(tmpdir(), 'shifan-scan-'))
  writeFileSync(join(folder, 'example.ndb'), `${SIGNATURE}:0:*:${Buffer.from(MARK).toString('hex')}\n`)
  return {
    version: stdout.trim(),
    /** @throws Error where clamscan fails */
    async scan(bytes: Buffer): Promise<Verdict> {
      const file = join(folder, 'file')
      writeFileSync(file, bytes)
      const database = `--database=${join(folder, 'example.ndb')}`
      const { status, stdout, stderr } = spawnSync(command, [database, '--no-summary', file], { encoding: 'utf8' })
      if (status === 0) return { clean: true }
      if (status !== 1) throw new Error(`clamscan answered ${status}: ${stderr || stdout}`)
      const [, finding = SIGNATURE] = /: (\S+) FOUND/.exec(stdout) ?? []
      return { clean: false, finding }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
