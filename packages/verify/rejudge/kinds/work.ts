/** What goes on beside a case while its unit works, and what the office tells the units of a batch. */
import { bulletinsKind, bulletinsStream, issueBulletin } from '#batch/bulletins/bulletins.ts'
import { readBulletin, receivedKind } from '#batch/bulletins/received.ts'
import { remindersKind, remindUnits } from '#batch/remind-units.ts'
import { dateOf } from '#calendar/deadline.ts'
import { type Case, caseStream, hasEnded } from '#case/case.ts'
import { dossierKind, saveAnswer } from '#dossier/answer.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import { type DueReport, dueReports } from '#steps/work/due-reports.ts'
import { dutyKind, guideUnit, reportProgress } from '#steps/work/duty.ts'
import { answerFinding, inspectionKind, recordVisit, settleFinding } from '#steps/work/inspection.ts'
import { callsAt, mustRun, procedureOfCall } from '../calls.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { mustBeGiven, mustBeTheirs } from '../given.ts'
import { judging } from '../judging.ts'
import { mayBeReminded } from '../owing.ts'
import { mustBeEntered, mustBeIndicator, mustBeInTime, mustBeReopened } from '../published.ts'
import { byRight, holdingsOf, mustHaveRight, mustSayForWhom } from '../rights.ts'

export const judgeDuty = judging(dutyKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [event] = events
  const [batch = '', unit = '', step = ''] = ids
  const { at: received, by, text } = event
  mustRun(elsewhere, batch, received)
  for (const state of elsewhere.cases.at(caseStream(batch, unit), received)) {
    const { procedure } = state
    if (state.step === step && stepOf(procedure, step, 'work')) {
      const command = event.type === 'guided' ? 'guide-unit' : 'report-progress'
      mustHaveRight(elsewhere, command, { by: commit.by, received }, { unit, procedure, step })
      if (event.type === 'guided') yield guideUnit({ step, text }, { by, received })
      else {
        const { period, files } = event
        yield reportProgress({ step, period, text, files }, dueIn(elsewhere, state, received), { by, received })
      }
    }
  }
  throw new Refused('elsewhere', `${unit}当时不在这一环节`)
})

function dueIn(
  { cases }: Elsewhere,
  { batch, unit, procedure, step, lateFrom }: Case,
  by: string,
): readonly DueReport[] {
  const { reports } = stepOf(procedure, step, 'work') ?? {}
  const begun = cases
    .commits(caseStream(batch, unit))
    .flatMap(({ events }) => events)
    .findLast(
      (event) => (event.type === 'decided' || event.type === 'corrected') && event.to === step && event.at <= by,
    )
  return reports && begun && lateFrom ? dueReports(reports, begun.at, lateFrom) : []
}

export const judgeInspection = judging(inspectionKind, function* candidates({ ids, events, elsewhere, commit, state }) {
  const [event] = events
  const [batch = '', unit = ''] = ids
  const { at: received } = event
  const by = { by: event.by, received }
  const who = { by: commit.by, received }
  mustRun(elsewhere, batch, received)
  for (const one of elsewhere.cases.at(caseStream(batch, unit), received)) {
    if (one.visit === 0 || hasEnded(one)) continue
    if (event.type === 'findingAnswered')
      yield byRight(elsewhere, 'answer-finding', who, answerFinding(event, by), () => ({ unit }))
    else if (event.type === 'findingSettled') {
      const seen = state.visits[event.n - 1]?.standing[event.item - 1]?.answers.length ?? 0
      const { n, item, outcome, reason, lastDay } = event
      const asked = { n, item, outcome, reason, lastDay, seen }
      yield byRight(elsewhere, 'settle-finding', who, settleFinding(asked, by), () => ({ unit }))
    } else if (stepOf(one.procedure, one.step, 'work')) {
      const { on, place, visitors, text, files, findings } = event
      const visit = { step: one.step, on, place, visitors, text, files, findings }
      const since = dateOf(one.last?.at ?? received)
      const mayVisit = (person: string) =>
        holdingsOf(elsewhere, { by: person, received }).some((holdings) => permissionFor('read-board', holdings))
      yield byRight(
        elsewhere,
        'record-visit',
        who,
        (before) => {
          const strange = visitors.find((person) => !mayVisit(person))
          if (strange !== undefined) throw new Refused('incomplete', `${strange}不在法制办和考核人员名单中`)
          return recordVisit(visit, { since, seen: before.visits.length }, by)(before)
        },
        () => ({ unit }),
      )
    }
  }
  throw new Refused('elsewhere', `${unit}当时没有可以监督检查的申报件`)
})

export const judgeBulletins = judging(bulletinsKind, function* candidates({ ids, events, elsewhere, commit, state }) {
  const [{ at: received, by, title, text, files, corrects }] = events
  const [batch = ''] = ids
  mustRun(elsewhere, batch, received)
  const issued = issueBulletin({ title, text, files, corrects, seen: state.all.length }, { by, received })
  yield byRight(elsewhere, 'issue-bulletin', { by: commit.by, received }, issued)
})

export const judgeReceived = judging(receivedKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [{ at: received, by, n }] = events
  const [batch = '', unit = ''] = ids
  for (const { all } of elsewhere.bulletins.at(bulletinsStream(batch), received))
    yield (state) => {
      mustHaveRight(elsewhere, 'note-bulletin', { by: commit.by, received })
      const isOwn = holdingsOf(elsewhere, { by: commit.by, received }).some((one) =>
        one.some((held) => held.unit === unit),
      )
      if (!isOwn) throw new Refused('forbidden', `${commit.by}当时不在${unit}任职`)
      if (!elsewhere.cases.at(caseStream(batch, unit), received).some(({ visit }) => visit > 0))
        throw new Refused('forbidden', `${unit}当时没有参加这个批次`)
      return readBulletin({ n, issued: all.length }, { by, received })(state)
    }
})

export const judgeReminders = judging(remindersKind, function* candidates({ ids, events, elsewhere, commit, state }) {
  const [{ at: received, by, units, text }] = events
  const [batch = ''] = ids
  mustRun(elsewhere, batch, received)
  const reminded = remindUnits({ units, text, seen: state.all.length }, { by, received })
  const allowed = byRight(elsewhere, 'remind-units', { by: commit.by, received }, reminded)
  yield (before) => {
    const said = allowed(before)
    const odd = units.find((unit) => !mayBeReminded(elsewhere, { batch, unit, at: received }))
    if (said.length > 0 && odd !== undefined) throw new Refused('elsewhere', `${odd}当时没有应办的表格或报告`)
    return said
  }
})

export const judgeDossier = judging(dossierKind, function* candidates(told) {
  const { stream, ids, events, elsewhere, commit, state } = told
  const [{ at: received, by, byOffice, result, text, files }] = events
  const [batch = '', unit = '', item = ''] = ids
  mustRun(elsewhere, batch, received)
  const content = { files, ...(result && { result }), ...(text && { text }) }
  mustSayForWhom(elsewhere, { by: commit.by, received }, unit, byOffice === true)
  const asked = { by, received, ...(byOffice && { byOffice }) }
  for (const call of callsAt(elsewhere, batch, received))
    for (const one of elsewhere.cases.at(caseStream(batch, unit), received)) {
      const who = { by: commit.by, received }
      const about = { unit, procedure: one.visit > 0 ? one.procedure : procedureOfCall(call), step: one.step }
      const decide = saveAnswer(content, state.versions.length, asked)
      const save = byRight(elsewhere, 'write-dossier', who, decide, () => about)
      yield (before) => {
        const answered = save(before)
        if (answered.length > 0) {
          mustBeGiven(elsewhere, who, { batch, unit, item }, about)
          mustBeTheirs(elsewhere, who, { stream, unit, about, said: before, files })
        }
        if (byOffice) mustBeEntered(one, about.procedure, by)
        mustBeInTime(one, call, about.procedure, received)
        mustBeReopened(one, about.procedure, [item])
        mustBeIndicator(elsewhere, call, item)
        return answered
      }
    }
})
