import type { z } from 'zod/mini'
import type { evidenceEndpoints, ticket, ticketsBody } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Evidence, evidenceKind, evidenceStream, promise } from '#evidence/evidence.ts'
import { letterName, shownName, trimmedName, whyNoFileName } from '#evidence/file-name.ts'
import { fileOwner, isOfObjector } from '#evidence/file-owner.ts'
import { KINDS, kindOfName, notKept } from '#evidence/kinds.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { unitKind, unitStream } from '#roster/unit.ts'
import { type HandlingDeps, isOpenTo, mustSend, type Openable, usable } from './may-handle.ts'
import { keyOf, type Objects } from './objects.ts'
import { verifyStored } from './verify-upload.ts'

type Ticket = z.infer<typeof ticket>
type File = z.infer<typeof ticketsBody>['files'][number]
type Deps = HandlingDeps & { readonly objects: Objects; readonly scan: boolean }

/** Tickets for several files at once; one that cannot be taken does not hold up the others. */
export const askTickets =
  (deps: Deps): UseCase<typeof evidenceEndpoints.askTickets> =>
  async ({ params: { owner }, body: { files }, caller, command, received }) => {
    const unit = fileOwner(owner)?.unit
    const found = unit === undefined ? undefined : await readStream(deps.ledger, unitKind, unitStream(unit))
    if (found && found.state.name === undefined)
      throw new Refused('unknown', `名册里没有编号为“${unit}”的单位；请从列表重新进入。`)
    await mustSend(deps, { caller, received }, owner)
    const may = await usable(deps, { caller, received }, owner)
    const asking = { command, by: caller.person, received, may }
    // Files together, but for one chosen twice: that is two wishes on one stream.
    const last = new Map<string, Promise<Ticket>>()
    const tickets = files.map((file) => {
      const before = last.get(file.sha256)
      const own = before
        ? before.then(() => ticketFor(deps, owner, file, asking))
        : ticketFor(deps, owner, file, asking)
      last.set(file.sha256, own)
      return own
    })
    return { tickets: await Promise.all(tickets) }
  }

type Asking = { readonly command: string; readonly by: string; readonly received: string; readonly may: Openable }

async function ticketFor(deps: Deps, owner: string, file: File, asking: Asking): Promise<Ticket> {
  const { sha256, size } = file
  const called = bareName(file.name)
  const kind = kindOfName(called)
  const name = kind && isOfObjector(owner) ? letterName(sha256, called) : called
  const no = whyNoFileName(name)
  if (no) return { status: 'refused', sha256, reason: `“${shownName(called)}”不能上传：${no}。` }
  if (!kind) return { status: 'refused', sha256, reason: notKept(called) }
  const stream = evidenceStream(owner, sha256)
  const { command, by, received, may } = asking
  const decide = promise({ name, size, contentType: file.contentType }, { by, received })
  const { state } = await execute(deps.ledger, evidenceKind, { stream, command, by, decide })
  // The bytes may have come by an earlier PUT whose event was lost: a second PUT of them would be refused.
  const found = state.status === 'kept' ? state : await verifyStored(deps)(owner, sha256, received)
  if (found && !isOpenTo(may, by, { sha256, by: found.promised?.by }))
    return {
      ...{ status: 'refused', sha256 },
      reason: `“${called}”本单位其他人员已经上传，没有用在分给您的指标中；请本单位经办人在此项引用。`,
    }
  return answered(found, sha256) ?? { status: 'put', sha256, ...(await sign(deps.objects, owner, file, kind)) }
}

function answered(found: Evidence | undefined, sha256: string): Ticket | undefined {
  if (found?.kept && found.status === 'kept') return { status: 'kept', sha256, since: found.kept.at }
  if (found?.status === 'waiting') return { status: 'waiting', sha256 }
  if (found?.status === 'rejected' || found?.status === 'infected')
    return { status: 'refused', sha256, reason: found.reason ?? '' }
  return undefined
}

const sign = (objects: Objects, owner: string, { sha256, size }: File, kind: keyof typeof KINDS) =>
  objects.signPut(keyOf(owner, sha256), { sha256, size, contentType: KINDS[kind].contentType })

/** Some browsers send a path. */
const bareName = (name: string): string => trimmedName(name.split(/[\\/]/).at(-1) ?? name)
