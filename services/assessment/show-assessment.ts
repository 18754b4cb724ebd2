import { countsPointsOf } from '#batch/scoring/scoring.ts'
import { vetoTitle } from '#batch/veto-title.ts'
import type { AssessmentPage, assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import type { UseCase } from '#edge/use-case.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import type { Recorded } from '#steps/inquiry/panel.ts'
import { notesOf, sheetKind, unexplainedIn } from '#steps/inquiry/sheet.ts'
import { findsWith } from '#tally/measure.ts'
import { inNameOrder } from '#typed/names.ts'
import type { AssessmentDeps } from './assessment-deps.ts'
import { lookAtAssessment } from './look-at-assessment.ts'
import { peopleAround } from './people-around.ts'
import { readNotes } from './read-notes.ts'

/** The methods side by side, as the caller stands to each of them. */
export const readAssessment =
  (deps: AssessmentDeps): UseCase<typeof assessmentEndpoints.readAssessment> =>
  async (call): Promise<AssessmentPage> => {
    const { batch, unit } = call.params
    const looked = await lookAtAssessment(deps, call)
    const notes = await readNotes(deps, call, looked)
    const { terms, state, step, visit, inquiry, panel, why } = looked
    const { records, ended } = panel.state
    const me = call.caller.person
    const methods = Object.entries(inquiry.methods).map(([name, { title, finds }]) => {
      const { commits = [], state: sheet = sheetKind.initial } = looked.sheets.get(name) ?? {}
      const own = notesOf(sheet)
      const others = notes.filter((one) => one.method === name && !(one.visit === visit && one.by === me))
      return {
        ...{
          name,
          title,
          finds: findsWith(finds, terms.standard !== undefined),
          counts: countsPointsOf(terms.scoring, name),
          ended: ended.includes(name),
        },
        records: records.filter(({ method }) => method === name).length,
        writes: why === undefined && !ended.includes(name),
        ...{ sheet: commits.length, noted: own.map(({ item }) => item) },
        findings: Object.fromEntries(own.flatMap(({ item, finding }) => (finding ? [[item, finding]] : []))),
        unexplained: [...unexplainedIn(sheet)],
        unrecorded: isTakenIn(records, name, me, commits.length) ? 0 : own.length,
        found: [...new Set(others.map(({ item }) => item))],
      }
    })
    const people = why === undefined ? await peopleAround(deps, unit, call.received) : []
    const nameOf = await namesOfPeople(
      deps,
      people.map(({ person }) => person),
      new Map(people.map((row) => [row.stream, row])),
    )
    return {
      case: `${batch}/${unit}`,
      unit: { id: unit, name: looked.unit },
      batch: { id: batch, title: terms.title, trial: terms.trial },
      ...{ step, stepTitle: inquiry.title, visit, dossier: looked.items !== undefined, owner: officeOn(unit), me },
      ...(why && { why }),
      scores: looked.scores,
      over: looked.over,
      ...(state.veto && !looked.over && { veto: vetoTitle(terms, state.veto.item) }),
      methods,
      people: inNameOrder(people.map(({ person }) => ({ person, name: nameOf(person) }))),
    }
  }

/** Whether a record of theirs names the sheet as it stands. */
const isTakenIn = (records: readonly Recorded[], method: string, by: string, number: number): boolean =>
  number === 0 || records.some((one) => one.method === method && one.by === by && one.sheet?.number === number)
