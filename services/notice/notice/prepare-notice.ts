import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { UseCase } from '#edge/use-case.ts'
import { mustStandAsRead } from '#ledger/by-two.ts'
import { doneBy, execute, type Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'
import { noticeKind, noticeStream, prepareNotice as prepare, preparing } from '#steps/notice/notice.ts'
import { periodToPrepare } from '#steps/notice/period-of-notice.ts'
import { mustBeAllowed, mustBeApartFrom } from '../allowed-at-step.ts'
import { keptByOffice } from '../kept-evidence.ts'
import { namingOthers } from '../name-people.ts'
import { enteredHolidays } from './entered-holidays.ts'
import { lookAround } from './look-at-notice.ts'
import { noticePageOf, type PaperOrgans } from './notice-page.ts'
import { noticeStepOf } from './notice-step.ts'
import { listed, numberFor } from './number-for.ts'
import { foundNotice, numberedNotices } from './read-notices.ts'
import { mustBeListable } from './who-is-listed.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: Pick<Organs, 'malwareScan'> & PaperOrgans
}

/** Prepares a notice for somebody else to approve. */
export const prepareNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.prepareNotice> =>
  async ({ params: { batch, step: name }, body, caller, command, received }) => {
    const { ledger } = deps
    const { title, text, cases, publication, replaces } = body
    const by = caller.person
    const { all: before, next } = await numberedNotices(ledger, batch)
    const done = before.find(({ read }) => doneBy(read.commits, { command, by }))
    const known = await lookAround(deps.rows, batch, done, { units: cases, people: [by], files: [publication.proof] })
    const step = await noticeStepOf(ledger, batch, name, known)
    mustBeAllowed('prepare-notice', caller, step)
    await mustBeApartFrom(ledger, cases, { command: 'prepare-notice', caller, received, known })
    const asking = { caller, received, known }
    if (done) return noticePageOf(deps, done, step, asking)
    mustNotBeCancelled(step.terms)
    const n = numberFor(before.map(listed), { step: name, asked: body.n, cases })
    const entered = await enteredHolidays(ledger, step.terms, publication.on)
    const period = periodToPrepare(step.terms, body, received, entered)
    if (publication.proof) await keptByOffice(deps, publication.proof, 'proof', 'publication.proof', known)
    const others = before.filter((one) => one.n !== n)
    await mustBeListable(ledger, { batch, step: name, on: publication.on, units: cases, others, received, known })
    const { trial, replyDays } = step.terms
    const content = { batch, step: name, trial, title, ...(text && { text }), cases, publication, period, replyDays }
    const seen = before.find((one) => one.n === n)
    const first = seen?.read ?? next
    const stream = noticeStream(batch, n)
    const decide = prepare(stream, { ...content, replaces }, { by, received })
    const answer = await namingOthers({ ...deps, known }, () =>
      execute(ledger, noticeKind, {
        stream,
        command,
        by,
        decide: (state) => {
          // Two that are prepared at once want the same number, and only one of them gets it: so what was checked
          // against the earlier notices holds.
          mustStandAsRead(state.prepared, seen?.notice.prepared, preparing(stream))
          return decide(state)
        },
        first,
      }),
    )
    const found = foundNotice(n, { ...first, ...answer })
    if (!found) throw new Error(`notice ${n} of ${batch} was prepared and says nothing`)
    return noticePageOf(deps, found, step, asking)
  }
