/** Whether a title could be conferred, and what was decided on it since, by whoever had the right to it. */
import { batchStream } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import { caseStream } from '#case/case.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import { unitStream } from '#roster/unit.ts'
import { recheck, recordPlaque, recordTitleMeeting } from '#title/after-naming.ts'
import { certificateIn } from '#title/certificate.ts'
import { isOfAnotherYear } from '#title/earlier-batch.ts'
import type { ExperienceEvent } from '#title/experience-events.ts'
import { approveMeasure, dropMeasure, prepareMeasure, returnMeasure } from '#title/measures.ts'
import { confer, type Title, titleKind } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import { type About, judging } from '../judging.ts'
import { mustFollowAs, statedDay, unitsStated } from '../lists.ts'
import { mustHaveRight } from '../rights.ts'
import { isOfExperience, judgedExperience } from './experience.ts'

type AboutTitle = About<TitleEvent, Title>
type Deciding = Decision<TitleEvent, Title>

export const judgeTitle = judging(titleKind, function* candidates(about): Iterable<Deciding> {
  const { events, ids, elsewhere } = about
  const [event] = events
  if (event.type === 'conferred') {
    yield* conferring(about)
    throw new Refused('elsewhere', `${ids[0]}当时没有被授予称号`)
  }
  const [unit = '', batch = ''] = ids
  const { by, at: received } = event
  if (isOfExperience(event)) {
    yield judgedExperience(about, event)
    return
  }
  mustHaveRight(elsewhere, RIGHTS[event.type], { by, received }, { unit })
  if (event.type === 'measurePrepared' && event.measure.kind === 'enter') {
    if (problemOfNumber(batch) || isOfAnotherYear(batch, event.measure.on))
      throw new Refused('incomplete', '批次编号不对')
    if (elsewhere.batches.at(batchStream(batch), received).every(({ openedAt }) => openedAt !== undefined))
      throw new Refused('conflict', '这一批次由本系统办理，不能补录')
  }
  if (elsewhere.units.at(unitStream(unit), received).every(({ name }) => name === undefined))
    throw new Refused('unknown', `名册中没有${unit}`)
  yield deciding(about, event)
})

type Measured = Exclude<TitleEvent, ExperienceEvent | { type: 'conferred' }>
const RIGHTS: Readonly<Record<Measured['type'], Command>> = {
  measurePrepared: 'prepare-measure',
  preparationReturned: 'approve-measure',
  preparationDropped: 'prepare-measure',
  measureTaken: 'approve-measure',
  meetingRecorded: 'record-title-meeting',
  rechecked: 'recheck-title',
  plaqueReturned: 'record-plaque',
}

/** By the case, as it ended where a title is conferred; a title of before certificates had numbers has none. */
function* conferring({ ids, elsewhere, commit }: AboutTitle): Iterable<Deciding> {
  const [unit = '', batch = ''] = ids
  for (const { last, step, procedure, trial } of elsewhere.cases.at(caseStream(batch, unit), commit.at)) {
    const confers = Object.hasOwn(procedure.endings, step) && procedure.endings[step]?.confers
    if (!confers || trial || !last?.act) continue
    const { act } = last
    const on = statedDay(elsewhere, act)
    mustFollowAs(commit, `confer ${act.stream}#${act.number}`)
    if (on === undefined || commit.by !== last.by) continue
    const certificate = certificateIn(batch, act, unitsStated(elsewhere, act), unit)
    yield confer({ unit, batch, on, act, certificate }, last.at)
    yield confer({ unit, batch, on, act }, last.at)
  }
}

function deciding({ stream, state }: AboutTitle, event: Measured): Deciding {
  const { at: received, by } = event
  const who = { by, received }
  const waiting = state.prepared
  const seen = waiting ? seenAs(waiting, stream) : ''
  switch (event.type) {
    case 'measurePrepared':
      return prepareMeasure(stream, { measure: event.measure, ...(waiting && { replaces: seen }) }, who)
    case 'preparationReturned':
      return returnMeasure(stream, { prepared: seen, reason: event.reason }, who)
    case 'preparationDropped': {
      const prepared = state.returned ? seenAs(state.returned.prepared, stream) : ''
      return dropMeasure(stream, { prepared, reason: event.reason }, who)
    }
    case 'measureTaken':
      return approveMeasure(stream, { prepared: seen, secrecyChecked: true }, who)
    case 'meetingRecorded': {
      const { meeting, number, date, minutes, attendance, how, revokes, reason } = event
      const replaces = state.met && seenAs(state.met, stream)
      return recordTitleMeeting(
        stream,
        { replaces, meeting, number, date, minutes, attendance, how, revokes, ...(reason !== undefined && { reason }) },
        who,
      )
    }
    case 'rechecked':
      return recheck({ year: event.year, on: event.on, text: event.text }, who)
    case 'plaqueReturned':
      return recordPlaque({ on: event.on, ...(event.text !== undefined && { text: event.text }) }, who)
  }
}
