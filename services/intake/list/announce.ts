import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { AnnouncementsPage } from '#contracts/announcement.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import { mustBeApart } from '#edge/check-permission.ts'
import { nameSome } from '#edge/name-some.ts'
import type { Call } from '#edge/use-case.ts'
import { mustStandAsRead } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import { openedOn } from '#rows/known-call.ts'
import { cameThrough, sinceCall, whyTooEarly } from '#steps/act-days.ts'
import * as deciders from '#steps/announcement/announcement.ts'
import {
  type Announcement,
  type AnnouncementEvent,
  announcementKind,
  announcementStream,
} from '#steps/announcement/announcement.ts'
import { whyTooFarAhead } from '#steps/announcement/document-day.ts'
import { isSameNumber } from '#typed/line.ts'
import { mustBeAllowed } from '../allow.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { namingOthers } from '../name-people.ts'
import { cameAfter, readCases, whyUndecidable } from './list-step.ts'
import {
  type AnnouncementStep,
  documentOf,
  type LookedAtDocuments,
  lookAtDocuments,
  type Numbered,
  showAnnouncements,
} from './read-announcements.ts'

/** Prepares a document over a list of cases for whoever approves it, under the next free number. */
export const prepareAnnouncement =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.prepareAnnouncement>): Promise<AnnouncementsPage> => {
    const { params, body, caller, received, command } = call
    const { batch, step } = params
    const { n: asked, cases, title, number, date, text, commends, replaces } = body
    const looked = await lookAtDocuments(deps, params, { by: caller.person, cases })
    const { at, all, nameOf } = looked
    mustBeAllowed('prepare-announcement', caller.holdings, at)
    mustBeApart(COMMANDS['prepare-announcement'], caller, cases, nameOf)
    const frame = { looked, caller, received }
    const by = caller.person
    if (all.some(({ read }) => doneBy(read.commits, { command, by }))) return showAnnouncements(frame, all)
    const [outcome = ''] = Object.keys(at.value.outcomes)
    const document = {
      ...{ batch, step, trial: at.terms.trial, title, number, date },
      ...(text && { text }),
      ...(commends === 'with' && { commends: true as const }),
      lines: cases.map((unit) => ({ case: unit, outcome })),
    }
    const into = mended(all, at, { asked, cases })
    const n = into?.n ?? all.length + 1
    const stream = announcementStream(batch, n)
    const decide = deciders.prepareAnnouncement(stream, { ...document, replaces }, askedBy(call))
    if (into && (await namingOthers(deps, async () => decide(into.read.state))).length === 0)
      return showAnnouncements(frame, all)
    const same = all.find(({ n, read }) => n !== into?.n && isSameNumber(documentOf(read.state)?.number ?? '', number))
    if (same)
      throw new Refused('conflict', `文号“${number}”已经用于第${same.n}份文件；请核对文号。`, {
        number: `已经用于第${same.n}份文件`,
      })
    const wrongDay = whyNotDated(date, await openedOn(deps.ledger, batch, looked.known), received)
    if (wrongDay) throw new Refused('incomplete', `还不能拟制：${wrongDay}。`, { date: wrongDay })
    mustNotBeCancelled(at.terms)
    const found = await readCases(deps, batch, cases)
    const elsewhere = whyUndecidable(found, at, nameOf, 'kept out')
    if (elsewhere) throw new Refused('incomplete', `还不能拟制：${elsewhere}。`, { cases: elsewhere })
    const early = whyTooEarly('成文日期', date, await cameThrough(deps.ledger, found, { on: date, nameOf }))
    if (early) throw new Refused('incomplete', `还不能拟制：${early}。`, { date: early })
    const read = await namingOthers(deps, () =>
      execute(deps.ledger, announcementKind, {
        stream,
        command,
        by,
        decide: (state) => {
          // Two that are prepared at once want the same number, and only one of them gets it.
          mustStandAsRead(state.prepared, into?.read.state.prepared, deciders.preparing(stream))
          return decide(state)
        },
        ...(into && { first: into.read }),
      }),
    )
    return showAnnouncements(frame, [...all.filter((one) => one.n !== n), { n, read }])
  }

/** Why a document cannot bear that day. @param opened the day of the call, which comes before every decision in its batch */
function whyNotDated(date: string, opened: string, received: string): string | undefined {
  return whyTooEarly('成文日期', date, [sinceCall(opened)]) ?? whyTooFarAhead(date, dateOf(received))
}

/**
 * The document of the step that is prepared again: the one that is named, else one that waits or went back and names
 * one of these cases. Whatever names none of them is somebody else's, and is not overwritten.
 * @throws Refused when the one named cannot be prepared again
 */
function mended(
  all: readonly Numbered[],
  { step, value }: AnnouncementStep,
  { asked, cases }: { readonly asked: number | undefined; readonly cases: readonly string[] },
): Numbered | undefined {
  const open = all.filter(({ read: { state } }) => documentOf(state)?.step === step && !state.published)
  if (asked === undefined)
    return open.find(({ read: { state } }) => documentOf(state)?.lines.some((line) => cases.includes(line.case)))
  const found = open.find(({ n }) => n === asked)
  if (!found)
    throw new Refused('elsewhere', `第${asked}份“${value.document}”已经签发，或者没有这一份，不能再改；请刷新后再办。`)
  return found
}

type Numbering = { readonly params: { readonly batch: string; readonly step: string; readonly n: string } }
const streamOf = ({ params: { batch, n } }: Numbering): string => announcementStream(batch, Number(n))
type AboutOne = Numbering &
  Pick<Call<typeof intakeEndpoints.readAnnouncements>, 'caller' | 'received'> & { readonly command: string }

/** Another person approves it, after the secrecy check: it is published. */
export const approveAnnouncement =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.approveAnnouncement>): Promise<AnnouncementsPage> =>
    decideOne(
      deps,
      call,
      deciders.approveAnnouncement(streamOf(call), call.body, askedBy(call)),
      async ({ at, nameOf }, { cases, prepared }) => {
        // Somebody may have left or been vetoed since it was prepared: the document would name who does not hold it.
        const found = await readCases(deps, at.batch, cases)
        const elsewhere = whyUndecidable(found, at, nameOf, 'kept out')
        if (elsewhere)
          throw new Refused(
            'conflict',
            `还不能签发：${elsewhere.replace('请从名单中去掉', '请退回，从名单中去掉后重新拟制')}。`,
          )
        const again = cameAfter(found, prepared)
        if (again.length > 0)
          throw new Refused(
            'conflict',
            `还不能签发：${nameSome(again.map(nameOf), '、')}在拟制以后又重新来到“${at.value.title}”环节；请退回，核对后重新拟制。`,
          )
      },
    )

export const returnAnnouncement =
  (deps: IntakeDeps) =>
  (call: Call<typeof intakeEndpoints.returnAnnouncement>): Promise<AnnouncementsPage> =>
    decideOne(deps, call, deciders.returnAnnouncement(streamOf(call), call.body, askedBy(call)))

/** The units that a document names, and the instant at which it was prepared. */
type Seen = { readonly cases: readonly string[]; readonly prepared: string }

/** Approves or returns one, which nobody does whose own unit it names. */
async function decideOne(
  deps: IntakeDeps,
  { params, caller, received, command }: AboutOne,
  decide: Decision<AnnouncementEvent, Announcement>,
  before: (looked: LookedAtDocuments, document: Seen) => Promise<void> = async () => {},
): Promise<AnnouncementsPage> {
  const looked = await lookAtDocuments(deps, params, { by: caller.person, cases: [] })
  const { at, all, nameOf } = looked
  mustBeAllowed('approve-announcement', caller.holdings, at)
  const one = all.find(({ n }) => String(n) === params.n)
  const document = one && documentOf(one.read.state)
  if (!one || document?.step !== at.step)
    throw new Refused('unknown', `没有第${params.n}份“${at.value.document}”；请从批次进展重新进入。`)
  const by = caller.person
  const isDone = doneBy(one.read.commits, { command, by }) !== undefined
  if (!isDone && decide(one.read.state).length > 0) {
    const cases = document.lines.map((line) => line.case)
    mustBeApart(COMMANDS['approve-announcement'], caller, cases, nameOf)
    mustNotBeCancelled(at.terms)
    await before(looked, { cases, prepared: document.at })
  }
  const answer = await execute(deps.ledger, announcementKind, {
    stream: announcementStream(params.batch, one.n),
    command,
    by,
    decide,
    first: one.read,
  })
  const after = all.map((other) => (other.n === one.n ? { n: one.n, read: answer } : other))
  return showAnnouncements({ looked, caller, received }, after)
}
