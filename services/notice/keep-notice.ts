import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'
import { closeNotice as close, recordProof as record } from '#steps/notice/notice.ts'
import { decideNotice } from './decide-notice.ts'
import { keptByOffice } from './kept-evidence.ts'
import { lookAround } from './look-at-notice.ts'
import { noticePageOf } from './notice-page.ts'
import { noticeStepOf } from './notice-step.ts'
import { noticeOf } from './read-notices.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }

export const readNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.readNotice> =>
  async ({ params: { batch, n }, caller, received }) => {
    const found = await noticeOf(deps.ledger, batch, n)
    const known = await lookAround(deps.rows, batch, found)
    const step = await noticeStepOf(deps.ledger, batch, found.shown.step, known)
    return noticePageOf(deps, found, step, { caller, received, known })
  }

/** Binds the screenshot of the published page, at the start or the end of its period. */
export const recordProof =
  (deps: Deps): UseCase<typeof noticeEndpoints.recordProof> =>
  async (call) => {
    const { body, caller, received } = call
    return decideNotice(deps, call, {
      permission: 'record-proof',
      files: [body.proof],
      decide: () => record(body.when, body.proof, { by: caller.person, received }),
      before: async (_found, known) => {
        await keptByOffice(deps.ledger, body.proof, 'proof', known)
      },
    })
  }

/** Cases without an open objection take their line; on a later closing those that waited for something else. */
export const closeNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.closeNotice> =>
  async (call) => {
    const { body, caller, received } = call
    return decideNotice(deps, call, {
      permission: 'close-notice',
      decide: ({ value }) => close({ checked: body.checked, outcomes: value }, { by: caller.person, received }),
    })
  }
