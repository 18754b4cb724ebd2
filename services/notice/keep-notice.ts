import { closeNotice as close, noticeKind, recordProof as record } from '#acts/notice.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { keptByOffice } from './kept-evidence.ts'
import { noticePageOf, streamOf } from './notice-page.ts'
import { noticeOf } from './read-notices.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }

export const readNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.readNotice> =>
  async ({ params: { batch, n }, caller, received }) =>
    noticePageOf(deps, await noticeOf(deps.ledger, batch, n), { caller, received })

/** Binds the screenshot of the published page, at the start or the end of its period. */
export const recordProof =
  (deps: Deps): UseCase<typeof noticeEndpoints.recordProof> =>
  async ({ params: { batch, n }, body: { when, proof }, caller, command, received }) => {
    const found = await noticeOf(deps.ledger, batch, n)
    await keptByOffice(deps.ledger, proof, 'proof')
    const by = caller.person
    const decide = record(when, proof, { by, received })
    await execute(deps.ledger, noticeKind, { stream: streamOf(found), command, by, decide })
    return noticePageOf(deps, await noticeOf(deps.ledger, batch, n), { caller, received })
  }

export const closeNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.closeNotice> =>
  async ({ params: { batch, n }, caller, command, received }) => {
    const found = await noticeOf(deps.ledger, batch, n)
    const by = caller.person
    const decide = close({ by, received })
    await execute(deps.ledger, noticeKind, { stream: streamOf(found), command, by, decide })
    return noticePageOf(deps, await noticeOf(deps.ledger, batch, n), { caller, received })
  }
