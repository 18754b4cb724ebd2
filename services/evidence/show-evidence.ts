import type { EvidenceItem, evidenceEndpoints } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { whyNoFileName } from '#evidence/file-name.ts'
import { KINDS, kindOfType, noteOn } from '#evidence/kinds.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { keyOf, type Objects } from './objects.ts'

type OnLedger = { readonly ledger: Ledger }

/** All files of an owner, the latest promise last. */
export const listEvidence =
  ({ rows }: { readonly rows: Rows }): UseCase<typeof evidenceEndpoints.listEvidence> =>
  async ({ params: { owner } }) => ({ items: await rowsOf(rows, 'evidence', LISTS.evidence(owner)) })

/** One file as the ledger has it: never stale, so whoever has just uploaded asks here. */
export const readEvidence =
  ({ ledger }: OnLedger): UseCase<typeof evidenceEndpoints.readEvidence> =>
  async ({ params: { owner, sha256 } }) => {
    const { promised, kept, reason, status } = await known(ledger, owner, sha256)
    return {
      sha256,
      name: promised.name,
      size: kept?.size ?? promised.size,
      status,
      since: kept?.at ?? promised.at,
      ...(kept && { contentType: kept.contentType }),
      ...(kept?.note && { note: kept.note }),
      ...(status === 'rejected' && reason && { reason }),
    } satisfies EvidenceItem
  }

const WAITING = { promised: '还没有收到或正在核验', rejected: '未通过核验' } as const

/** An address for five minutes, under the name that is asked for; only for what the ledger says is kept. */
export const linkEvidence =
  ({ ledger, objects }: OnLedger & { readonly objects: Objects }): UseCase<typeof evidenceEndpoints.linkEvidence> =>
  async ({ params: { owner, sha256 }, query }) => {
    const { promised, kept, status } = await known(ledger, owner, sha256)
    const name = nameAsked(query.name) ?? promised.name
    if (!kept || status !== 'kept')
      throw new Refused(
        'elsewhere',
        `“${name}”${status === 'kept' ? '' : WAITING[status]}，不能下载；请稍后刷新，或重新上传。`,
      )
    const kind = kindOfType(kept.contentType)
    const inline = kind !== undefined && KINDS[kind].inline
    const shown = { name, contentType: kept.contentType, inline }
    const note = noteOn(name, kept.contentType)
    return { url: await objects.signGet(keyOf(owner, sha256), shown), ...shown, ...(note && { note }) }
  }

/** The name of the use under which somebody opens the file. @throws Refused */
function nameAsked(name: string | undefined): string | undefined {
  const wrong = name === undefined ? undefined : whyNoFileName(name)
  if (wrong) throw new Refused('incomplete', `${wrong}。`, { name: wrong })
  return name
}

type Known = Evidence & {
  readonly promised: NonNullable<Evidence['promised']>
  readonly status: 'promised' | 'kept' | 'rejected'
}

async function known(ledger: Ledger, owner: string, sha256: string): Promise<Known> {
  const { state } = await readStream(ledger, evidenceKind, evidenceStream(owner, sha256))
  const { promised, status } = state
  if (!promised || status === 'unknown')
    throw new Refused('unknown', '没有这份材料；请从材料清单重新进入，或重新上传。')
  return { ...state, promised, status }
}
