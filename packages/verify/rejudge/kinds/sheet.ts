/** What a scorer has noted of single indicators, and the record that takes it in. */
import type { StandingCall } from '#batch/batch.ts'
import { msBetween } from '#calendar/instant.ts'
import { caseStream } from '#case/case.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import { answerStream } from '#dossier/answer.ts'
import { citedResult, whyNotCited } from '#external-results/cited-result.ts'
import { resultsStream } from '#external-results/external-results.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import { panelStream, type Recorded } from '#steps/inquiry/panel.ts'
import { noteIndicator, notesOf, sheetKind, unexplainedIn, versionsOf } from '#steps/inquiry/sheet.ts'
import { sheetStream } from '#steps/inquiry/sheet-stream.ts'
import { MOMENT_MS } from '../../verify-roots.ts'
import { callsAt, mustRun } from '../calls.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { mustBeIndicator } from '../published.ts'
import { holdingsOf, mustHaveRight } from '../rights.ts'

export const judgeSheet = judging(sheetKind, function* candidates({ ids, events, elsewhere, commit, state: sheet }) {
  const [{ at: received, by, item, finding, off, text, files, results = [] }] = events
  const [batch = '', unit = '', visit = '', method = '', scorer = ''] = ids
  if (by !== scorer) throw new Refused('forbidden', `这是${scorer}的记录`)
  mustRun(elsewhere, batch, received)
  const before = versionsOf(sheet, item).at(-1)?.results ?? []
  for (const cited of results.filter((one) => !before.includes(one))) {
    const why = elsewhere.results
      .at(resultsStream(citedResult(cited).year), received)
      .map((book) => whyNotCited(book, cited, unit))
    if (!why.includes(undefined)) throw new Refused('incomplete', why[0] ?? '没有这条外部结果')
  }
  for (const call of callsAt(elsewhere, batch, received)) mustBeIndicator(elsewhere, call, item)
  const note = { item, files, results, ...(finding && { finding }), ...(off && { off }), ...(text && { text }) }
  for (const { procedure, step, ...state } of elsewhere.cases.at(caseStream(batch, unit), received)) {
    const inquiry = stepOf(procedure, step, 'inquiry')
    if (String(state.visit) !== visit || !inquiry || !Object.hasOwn(inquiry.methods, method)) continue
    mustHaveRight(elsewhere, 'note-indicator', { by: commit.by, received }, { unit, procedure, step })
    const panels = elsewhere.panels.at(panelStream(batch, unit, state.visit), received)
    if (panels.every(({ settled, ended }) => settled || ended.includes(method)))
      throw new Refused('elsewhere', '这种考核方式当时已经结束')
    const { finds = 'mark' } = inquiry.methods[method] ?? {}
    for (const call of callsAt(elsewhere, batch, received)) {
      const about = { finds, claimed: wasClaimed(elsewhere, answerStream(batch, unit, item), received) }
      const points = pointsOf(elsewhere, call, item)
      yield noteIndicator(note, versionsOf(sheet, item).length, { ...about, points }, { by, received })
    }
  }
  throw new Refused('elsewhere', `${unit}当时不在这一次考核`)
})

/** Whether the unit ever said by then that an indicator does not apply to it. */
const wasClaimed = ({ dossiers }: Elsewhere, stream: string, at: string): boolean =>
  dossiers.at(stream, at).some(({ versions }) => versions.some(({ result }) => result === 'notApplicable'))

const pointsOf = (
  { catalogueOf }: Elsewhere,
  { scoring, standard }: StandingCall,
  item: string,
): number | undefined => {
  const published = scoring?.way === 'points' && standard ? catalogueOf(standard.digest) : undefined
  return published && itemsOf(published).find(({ id }) => id === item)?.weight
}

/** @throws Refused where a record does not name its recorder's sheet as it stood, or somebody who could not have been there */
export function mustTakeIn(
  elsewhere: Elsewhere,
  [batch = '', unit = '', visit = '']: readonly string[],
  { method, by, at, files, people = [], sheet }: Recorded,
): void {
  const strange = people.find(
    (person) =>
      !holdingsOf(elsewhere, { by: person, received: at }).some((held) =>
        permissionFor('read-assessment', held, { unit }),
      ),
  )
  if (strange !== undefined) throw new Refused('incomplete', `${strange}当时不在法制办和考核人员名单中`)
  const stream = sheetStream(batch, unit, Number(visit), method, by)
  const commits = elsewhere.sheets.commits(stream)
  const { number = 0, hash, items = 0 } = sheet ?? {}
  const [last, next] = [commits[number - 1], commits[number]]
  const taken = elsewhere.sheets.before(stream, number + 1)
  const notes = notesOf(taken)
  if (unexplainedIn(taken).length > 0)
    throw new Refused('incomplete', '所列入的指标情况有认定为未达标、不适用而没有写明情况的')
  const isAsItStood =
    (number === 0 || (last?.hash === hash && msBetween(at, last?.at ?? at) <= MOMENT_MS)) &&
    (!next || msBetween(next.at, at) <= MOMENT_MS)
  if (!isAsItStood || items !== notes.length || !notes.every((note) => note.files.every((one) => files.includes(one))))
    throw new Refused('incomplete', '所列入的指标情况不是本人当时记录的')
}
