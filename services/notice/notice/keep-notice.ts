import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import { nameSome } from '#edge/name-some.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'
import { closeNotice as close, recordProof as record } from '#steps/notice/notice.ts'
import { mayPrepare } from '../allowed-at-step.ts'
import { keptByOffice, mustBeClean } from '../kept-evidence.ts'
import { unitNamesAt } from '../unit-name.ts'
import { decideNotice } from './decide-notice.ts'
import { lookAround } from './look-at-notice.ts'
import { noticePageOf, type PaperOrgans } from './notice-page.ts'
import { noticeStepOf } from './notice-step.ts'
import { noSuchNotice, noticeOf } from './read-notices.ts'
import { waitingUnits } from './shown-line.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: Pick<Organs, 'malwareScan'> & PaperOrgans
}

export const readNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.readNotice> =>
  async ({ params: { batch, n }, caller, received }) => {
    const found = await noticeOf(deps.ledger, batch, n)
    const known = await lookAround(deps.rows, batch, found)
    const step = await noticeStepOf(deps.ledger, batch, found.shown.step, known)
    // For whoever does not make it, it is not there.
    if (!found.notice.published && !mayPrepare(caller, step)) throw noSuchNotice()
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
        await keptByOffice(deps, body.proof, 'proof', 'proof', known)
      },
    })
  }

/**
 * Cases without an open objection take their line; on a later closing those that waited for something else, unless
 * each of them still waits: its line would only be set aside once more.
 */
export const closeNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.closeNotice> =>
  async (call) => {
    const { body, caller, received } = call
    return decideNotice(deps, call, {
      permission: 'close-notice',
      decide: ({ value }) => close({ checked: body.checked, outcomes: value }, { by: caller.person, received }),
      before: async (found, known) => {
        const proofs = Object.values(found.notice.proofs)
        await mustBeClean(deps, proofs, 'proof', '请重新登记公示证明，再结束公示')
        const waiting = waitingUnits(found, known)
        if (waiting.length === 0 || waiting.some(({ pending }) => !pending)) return
        const { cases, at } = found.shown
        const names = await unitNamesAt(deps.ledger, cases, at, known)
        const each = waiting.map(({ unit, pending }) => `${names.get(unit) ?? unit}：${pending}`)
        throw new Refused('conflict', `等待的单位现在都还不能办理。${nameSome(each, '')}`)
      },
    })
  }
