/** A document over a list of cases: prepared by one, approved by another. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { StandingCall } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { stepOf } from '#procedure/procedure.ts'
import {
  type Announcement,
  type AnnouncementEvent,
  announcementKind,
  announcementStream,
  approveAnnouncement,
  prepareAnnouncement,
  returnAnnouncement,
} from '#steps/announcement/announcement.ts'
import { whyTooFarAhead } from '#steps/announcement/document-day.ts'
import { isSameNumber } from '#typed/line.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { isFree, mustFollow, mustHaveListRight, mustStandThere, settingAside } from '../lists.ts'

type AboutDocument = About<AnnouncementEvent, Announcement>
type Deciding = Decision<AnnouncementEvent, Announcement>

export const judgeAnnouncement = judging(announcementKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit, stream } = about
  const [batch = '', n = ''] = ids
  const [event] = events
  mustFollow(n, elsewhere.announcements.commits(announcementStream(batch, Number(n) - 1)), commit.at)
  if (event.type === 'setAside') {
    yield settingAside(elsewhere, event, { stream, batch, commit })
    return
  }
  for (const call of callsAt(elsewhere, batch, event.at)) yield deciding(about, call)
})

const deciding =
  (about: AboutDocument, call: StandingCall): Deciding =>
  (state) => {
    const { events, elsewhere, commit } = about
    const [event] = events
    const decided = decide(about, call)(state)
    const document = event.type === 'prepared' ? event : (state.prepared ?? state.returned?.document)
    if (decided.length === 0 || !document) return decided
    mustNotBeCancelled(call)
    const procedure = procedureOfCall(call)
    const { step } = document
    if (!stepOf(procedure, step, 'announcement')) throw new Refused('unknown', '本批次的程序没有作决定的这一环节')
    const units = document.lines.map((line) => line.case)
    const command = event.type === 'prepared' ? 'prepare-announcement' : 'approve-announcement'
    mustHaveListRight(elsewhere, command, { by: commit.by, received: event.at }, { procedure, step, units })
    return decided
  }

type Numbered = { readonly stream: string; readonly batch: string; readonly number: string; readonly at: string }
/** @throws Refused where another document of the batch had that number for certain */
function mustBeNumberedAnew({ ofKind, announcements }: Elsewhere, { stream, batch, number, at }: Numbered): void {
  const others = ofKind('decision').filter((one) => one !== stream && one.split('/')[1] === batch)
  const same = others.find((one) =>
    announcements.at(one, at).every((state) => isSameNumber(documentOf(state)?.number ?? '', number)),
  )
  if (same) throw new Refused('conflict', `文号“${number}”已经用于${same}`)
}
const documentOf = ({ published, prepared, returned }: Announcement) => published ?? prepared ?? returned?.document

function decide({ ids, events: [event], stream, state, elsewhere }: AboutDocument, call: StandingCall): Deciding {
  const [batch = ''] = ids
  if (!('by' in event)) return () => []
  const by = { by: event.by, received: event.at }
  const { prepared } = state
  const seen = prepared ? seenAs(prepared, stream) : ''
  if (event.type === 'preparationReturned')
    return returnAnnouncement(stream, { prepared: seen, reason: event.reason }, by)
  const there = { batch, received: event.at }
  if (event.type === 'published')
    return (before) => {
      if (prepared && !before.published) {
        const list = { ...there, step: prepared.step, units: prepared.lines.map((line) => line.case) }
        const isSame = (one: { readonly last?: { readonly at: string } }) => !(one.last && one.last.at > prepared.at)
        mustStandThere(elsewhere, { ...list, on: dateOf(event.at) }, (one) => isFree(one) && isSame(one))
      }
      return approveAnnouncement(stream, { prepared: seen, secrecyChecked: true }, by)(before)
    }
  const { type, v, at, by: _who, ...document } = event
  const { step, date, lines } = document
  const [outcome = ''] = Object.keys(stepOf(procedureOfCall(call), step, 'announcement')?.outcomes ?? {})
  return (before) => {
    mustBeNumberedAnew(elsewhere, { stream, batch, number: document.number, at: event.at })
    const ahead = whyTooFarAhead(date, dateOf(event.at))
    if (ahead) throw new Refused('incomplete', ahead)
    mustStandThere(elsewhere, { ...there, step, on: date, units: lines.map((line) => line.case) }, isFree)
    const own = { ...document, batch, trial: call.trial, lines: lines.map((line) => ({ case: line.case, outcome })) }
    return prepareAnnouncement(stream, { ...own, ...(prepared && { replaces: seen }) }, by)(before)
  }
}
