import { countsPointsOf } from '#batch/scoring/scoring.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import type { Call, UseCase } from '#edge/use-case.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { openedOn } from '#rows/known-call.ts'
import { cameThrough, sinceCall, whyTooEarly } from '#steps/act-days.ts'
import { recordMethod as decide, type Panel, panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { notesOf, sheetKind, unexplainedIn } from '#steps/inquiry/sheet.ts'
import { findsWith, readMeasure } from '#tally/measure.ts'
import type { AssessmentDeps } from './assessment-deps.ts'
import { type LookedAtAssessment, lookAtAssessment, mustRecord } from './look-at-assessment.ts'
import { lookAtFiles, mustBeOpen } from './look-at-files.ts'
import { peopleAround } from './people-around.ts'

type RecordCall = Call<typeof assessmentEndpoints.recordMethod>

/** Somebody of the team records what one method has found; what they noted of single indicators becomes part of it. */
export const recordMethod =
  (deps: AssessmentDeps): UseCase<typeof assessmentEndpoints.recordMethod> =>
  async (call) => {
    const { params, body, command, caller, received } = call
    const { batch, unit, method } = params
    const looked = await lookAtAssessment(deps, call, method)
    const { panel, inquiry, step, visit } = looked
    const by = caller.person
    // Asked again because the answer was lost: the method may have ended since.
    if (doneBy(panel.commits, { command, by })) return answer(panel.state, method)
    mustRecord(looked, method, body.visit)
    const { commits = [], state = sheetKind.initial } = looked.sheets.get(method) ?? {}
    if (commits.length !== body.sheet)
      throw new Refused(
        'conflict',
        '您在别处又记录了指标的情况，本次没有提交，您填写的内容仍在；请刷新，核对后再提交。',
      )
    const unexplained = unexplainedIn(state).length
    if (unexplained > 0)
      throw new Refused(
        'elsewhere',
        `有${unexplained}项指标认定为未达标或者不适用，还没有写明情况，本次没有提交，您填写的内容仍在；请逐项写明后再提交。`,
      )
    const around = await peopleAround(deps, unit, received)
    const { uses, wrong, sent } = await lookAtFiles(deps, officeOn(unit), body.files ?? [])
    // Its own notes were asked when they were written.
    const noted = notesOf(state).flatMap(({ files }) => files.map(digestOfUse))
    const others = sent.filter((one) => one.by !== by && !noted.includes(digestOfUse(one.used)))
    await mustBeOpen(deps, call, looked, others)
    const { scoring, standard } = looked.terms
    const finds = findsWith(inquiry.methods[method]?.finds ?? 'indicators', standard !== undefined)
    const read = readMeasure(finds, body)
    const fields = { ...(await wrongFields(deps, call, looked, around)), ...(wrong && { files: wrong }), ...read.wrong }
    const count = Object.keys(fields).length
    if (count > 0) throw new Refused('incomplete', `考核情况有${count}处需要修改。`, fields)
    const notes = notesOf(state)
    const last = commits.at(-1)
    const record = {
      ...{ step, method, on: body.on, findings: body.findings, people: [...new Set(body.people)] },
      files: [...new Set([...uses, ...notes.flatMap((note) => note.files)])],
      ...(body.place && { place: body.place }),
      ...(read.measure && { measure: read.measure }),
      ...(last && { sheet: { number: last.number, hash: last.hash, items: notes.length } }),
    }
    const { state: after } = await execute(deps.ledger, panelKind, {
      ...{ stream: panelStream(batch, unit, visit), command, by, first: panel },
      decide: decide(inquiry, record, { by, received }, { finds, counts: countsPointsOf(scoring, method) }),
    })
    return answer(after, method)
  }

/** The page is read again: with it comes what others have noted. */
const answer = ({ records }: Panel, method: string) => ({
  records: records.filter((one) => one.method === method).length,
})

async function wrongFields(
  deps: AssessmentDeps,
  { params: { batch, unit }, body: { on, people }, received }: RecordCall,
  { state, known }: LookedAtAssessment,
  around: readonly { readonly person: string }[],
): Promise<Readonly<Record<string, string>>> {
  const today = dateOf(received)
  const nameOf = () => '本件'
  const [opened, through] = await Promise.all([
    openedOn(deps.ledger, batch, known),
    cameThrough(deps.ledger, new Map([[unit, state]]), { on, nameOf }),
  ])
  const early = whyTooEarly('日期', on, [sinceCall(opened), ...through])
  const strange = people.some((one) => !around.some(({ person }) => person === one))
  return {
    ...(on > today && { on: `日期不能晚于今天（${saidDay(today)}）` }),
    ...(early && { on: early }),
    ...(strange && { people: '有人不在法制办和考核人员名单中，或者在该单位任职；请重新选择' }),
  }
}
