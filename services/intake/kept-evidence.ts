import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'

const STILL = {
  unknown: '还没有上传',
  promised: '还没有上传完毕或正在校验',
  rejected: '没有通过校验',
  kept: '',
} as const

/** A file of an owner: its name, or why it cannot be used. */
export async function keptFile(
  ledger: Ledger,
  owner: string,
  sha256: string,
): Promise<{ readonly name: string; readonly wrong?: string }> {
  const { status, promised } = (await readStream(ledger, evidenceKind, evidenceStream(owner, sha256))).state
  const name = promised?.name ?? `${sha256.slice(0, 8)}…`
  return status === 'kept' ? { name } : { name, wrong: `文件“${name}”${STILL[status]}，不能使用；请重新上传` }
}

/** The same for the first of several owners who keeps it; the last one's complaint when none does. */
export async function keptFileOfAny(ledger: Ledger, owners: readonly string[], sha256: string) {
  const files = await Promise.all(owners.map(async (owner) => ({ owner, ...(await keptFile(ledger, owner, sha256)) })))
  return files.find(({ wrong }) => !wrong) ?? { owner: owners[0] ?? '', ...files.at(-1) }
}
