import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import { clickIdOf } from '#edge/make-call.ts'
import type { UseCase } from '#edge/use-case.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { Refused } from '#ledger/refused.ts'
import type { Rows } from '#rows/rows.ts'
import { whyTooEarly } from '#steps/act-days.ts'
import { withoutNote } from '#typed/person.ts'
import { mustBeAllowed, mustBeApartFrom } from '../allowed-at-step.ts'
import { keptByOffice } from '../kept-evidence.ts'
import { endOf, saidAfterEnd } from '../notice/after-end.ts'
import { lookAround } from '../notice/look-at-notice.ts'
import { noticeStepOf } from '../notice/notice-step.ts'
import { publishedNotice } from '../notice/read-notices.ts'
import { hasCome, type ReceivingDeps, receiveObjection } from './receive-objection.ts'

/**
 * The office enters what came by phone, letter, visit or e-mail, and passes the receipt on: also after the period and
 * after the closing, when it came in time.
 */
export const enterObjection =
  (
    deps: ReceivingDeps & { readonly rows: Rows; readonly organs: Pick<Organs, 'malwareScan'> },
  ): UseCase<typeof noticeEndpoints.enterObjection> =>
  async ({ params: { batch, n }, body, caller, headers, received }) => {
    const click = clickIdOf({ headers })
    const found = await publishedNotice(deps.ledger, batch, n)
    const { about, channel, on, summary, name, contact, scan } = body
    const known = await lookAround(deps.rows, batch, undefined, { files: [scan], purpose: 'objection', cases: [about] })
    const step = await noticeStepOf(deps.ledger, batch, found.shown.step, known)
    mustBeAllowed('enter-objection', caller, step)
    await mustBeApartFrom(deps.ledger, [about], { command: 'enter-objection', caller, received, known })
    const { publication } = found.published
    if (on > dateOf(received))
      throw new Refused('incomplete', `收到日期${saidDay(on)}还没有到。`, { on: '收到日期不能晚于今天' })
    const early = whyTooEarly('收到日期', on, [{ what: '公示发布之日', day: publication.on }])
    if (early) throw new Refused('incomplete', `${early}。`, { on: early })
    // What was received before the end of the batch is in the record already; nobody can be named any more.
    if (!hasCome(found, click)) mustNotBeCancelled(step.terms)
    const kept = scan && (await keptByOffice(deps, scan, 'objection', 'scan', known, caller.person))
    const file = scan && kept && { ...kept, from: 'evidence' as const, sha256: digestOfUse(scan) }
    const text = { summary, files: file ? [file] : [] }
    const objector =
      name || contact ? { ...(name && { name: withoutNote(name) }), ...(contact && { contact }) } : undefined
    const asking = { by: caller.person, click, received }
    const given = { about, channel, on, text, objector }
    const { objection, code, same } = await receiveObjection(deps, found, given, asking)
    // The first one's receipt would be passed on to whoever sent the second.
    if (!same) throw new Refused('conflict', '这次录入此前已提交过另一件异议，本件没有登记；请刷新后重新录入。')
    const end = endOf(known, batch, about)
    return { objection, code, ...(end && { note: saidAfterEnd(step.procedure, end.step) }) }
  }
