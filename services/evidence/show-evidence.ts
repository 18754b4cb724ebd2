import type { EvidenceItem, evidenceEndpoints } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { mustBeAsSent } from '#evidence/body.ts'
import { type Evidence, evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { whyNoFileName } from '#evidence/file-name.ts'
import { KINDS, kindOfType, noteOn } from '#evidence/kinds.ts'
import { recordOpening } from '#evidence/record-opening.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import { type Asking, type HandlingDeps, isOpenTo, mustOpen, openable } from './may-handle.ts'
import { keyOf, type Objects } from './objects.ts'

type OnLedger = HandlingDeps & { readonly scan: boolean }

/** The files of an owner that the caller may open, the latest promise last. */
export const listEvidence =
  (deps: OnLedger): UseCase<typeof evidenceEndpoints.listEvidence> =>
  async ({ params: { owner }, ...asking }) => {
    const may = await openable(deps, asking, owner)
    const [own, scanned] = await Promise.all([
      rowsOf(deps.rows, 'evidence', LISTS.evidence(owner)),
      deps.scan ? rowsOf(deps.rows, 'evidence', LISTS.scans, { prefix: `${owner}/` }) : [],
    ])
    const items = [...own, ...scanned]
    return { items: items.filter((item) => isOpenTo(may, asking.caller.person, item)) }
  }

/** One file as the ledger has it: never stale, so whoever has just uploaded asks here. */
export const readEvidence =
  (deps: OnLedger): UseCase<typeof evidenceEndpoints.readEvidence> =>
  async ({ params: { owner, sha256 }, ...asking }) => {
    const { promised, held, kept, reason, status } = await known(deps, asking, owner, sha256)
    const found = kept ?? held
    return {
      sha256,
      name: promised.name,
      size: found?.size ?? promised.size,
      status,
      since: found?.at ?? promised.at,
      ...(found && { contentType: found.contentType }),
      ...(found?.note && { note: found.note }),
      ...((status === 'rejected' || status === 'infected') && reason && { reason }),
    } satisfies EvidenceItem
  }

const WAITING = {
  promised: '还没有收到或正在核验',
  waiting: '正在等待查毒',
  infected: '查出病毒',
  rejected: '未通过核验',
} as const

/**
 * An address for five minutes, under the name that is asked for; only for what the ledger says is kept, and only while
 * the bytes are those that were sent. Who was given it is on record.
 */
export const linkEvidence =
  ({ objects, ...deps }: OnLedger & { readonly objects: Objects }): UseCase<typeof evidenceEndpoints.linkEvidence> =>
  async ({ params: { owner, sha256 }, query, ...asking }) => {
    const { promised, kept, status } = await known(deps, asking, owner, sha256)
    const name = nameAsked(query.name) ?? promised.name
    if (!kept || status !== 'kept')
      throw new Refused(
        'elsewhere',
        `“${name}”${status === 'kept' ? '' : WAITING[status]}，不能下载；请${status === 'infected' ? '上传人查杀病毒后重新制作上传' : '稍后刷新，或重新上传'}。`,
      )
    mustBeAsSent(await objects.body(keyOf(owner, sha256)), sha256, name)
    const kind = kindOfType(kept.contentType)
    const inline = kind !== undefined && KINDS[kind].inline
    const shown = { name, contentType: kept.contentType, inline }
    const note = noteOn(name, kept.contentType)
    await recordOpening(deps.ledger, [{ owner, sha256 }], { by: asking.caller.person, received: asking.received })
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
  readonly status: Exclude<Evidence['status'], 'unknown'>
}

/** @throws Refused where there is none, or the caller may not open it; whoever may not learns nothing else */
async function known(deps: OnLedger, asking: Asking, owner: string, sha256: string): Promise<Known> {
  const { state } = await readStream(deps.ledger, evidenceKind, evidenceStream(owner, sha256))
  const { promised, status } = state
  await mustOpen(deps, asking, owner, sha256, promised?.by)
  if (!promised || status === 'unknown')
    throw new Refused('unknown', '没有这份材料；请从材料清单重新进入，或重新上传。')
  return { ...state, promised, status }
}
