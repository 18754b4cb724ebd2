import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'
import { approveNotice as approve, noticeStream, returnPreparation } from '#steps/notice/notice.ts'
import { mustBeCountedAlike, mustLeaveTime } from '#steps/notice/period-of-notice.ts'
import { mustBeClean } from '../kept-evidence.ts'
import { decideNotice } from './decide-notice.ts'
import { enteredHolidays } from './entered-holidays.ts'
import type { PaperOrgans } from './notice-page.ts'
import { noticesOf } from './read-notices.ts'
import { mustBeListable } from './who-is-listed.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: Pick<Organs, 'malwareScan'> & PaperOrgans
}

/** Another person publishes what was prepared, if that is still true: every case may be listed, no day is lost. */
export const approveNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.approveNotice> =>
  async (call) => {
    const { body, caller, received } = call
    return decideNotice(deps, call, {
      permission: 'approve-notice',
      decide: () => approve(streamAt(call), body, { by: caller.person, received }),
      before: async (found, known, { terms }) => {
        const { batch, step, cases: units, at: prepared, publication } = found.shown
        const { on } = publication
        mustLeaveTime(found.shown, received, 'approves')
        const entered = await enteredHolidays(deps.ledger, terms, found.shown.publication.on)
        mustBeCountedAlike(found.shown, terms, entered)
        const others = (await noticesOf(deps.ledger, batch, found)).filter(({ n }) => n !== found.n)
        if (publication.proof)
          await mustBeClean(
            deps,
            [publication.proof],
            'proof',
            '公示开始的网页截图要换掉：请退回，由拟定人换好后重新提交',
          )
        await mustBeListable(deps.ledger, { batch, step, on, units, prepared, others, received, known })
      },
    })
  }

export const returnNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.returnNotice> =>
  async (call) =>
    decideNotice(deps, call, {
      permission: 'approve-notice',
      decide: () => returnPreparation(streamAt(call), call.body, { by: call.caller.person, received: call.received }),
    })

const streamAt = ({ params: { batch, n } }: { readonly params: { readonly batch: string; readonly n: string } }) =>
  noticeStream(batch, Number(n))
