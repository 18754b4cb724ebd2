/** What the methods have found together, by the way of the call, down to each scorer and each file: once all have ended. */
import { type Catalogue, catalogue } from '#catalogue/catalogue.ts'
import type { assessmentEndpoints, TallyPage } from '#contracts/assessment/assessment.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import type { Panel, Recorded } from '#steps/inquiry/panel.ts'
import { notesOf, sheetKind } from '#steps/inquiry/sheet.ts'
import type { FoundBy } from '#tally/finding.ts'
import type { Measured } from '#tally/measured.ts'
import { tallyOf } from '#tally/tally.ts'
import type { AssessmentCall, AssessmentDeps } from './assessment-deps.ts'
import { type LookedAtAssessment, lookAtAssessment, readSheet } from './look-at-assessment.ts'
import { type NoteTaken, showTally } from './show-tally.ts'

export const readTally =
  (deps: AssessmentDeps): UseCase<typeof assessmentEndpoints.readTally> =>
  async (call): Promise<TallyPage> => {
    const looked = await lookAtAssessment(deps, call)
    const { terms, inquiry, panel } = looked
    const open = Object.entries(inquiry.methods).filter(([method]) => !panel.state.ended.includes(method))
    if (open.length > 0)
      throw new Refused(
        'elsewhere',
        `${open.map(([, { title }]) => `“${title}”`).join('、')}还没有结束，结束以后才有汇总。`,
      )
    if (!terms.scoring) throw new Refused('unknown', '本批次没有写明考核评定办法，没有汇总。')
    const standard = terms.standard && catalogue.parse(await deps.contents.get(terms.standard.digest))
    const notes = await notesTaken(deps, call, looked)
    const tally = tallyOf(terms.scoring, measuredIn(looked, standard, notes))
    const people = [...notes.map(({ by }) => by), ...panel.state.records.map(({ by }) => by)]
    const nameOf = await namesOfPeople(deps, people, looked.known)
    return showTally({ looked, scoring: terms.scoring, tally, standard, notes, nameOf })
  }

/** What each record has taken in of its recorder's sheet, which stands as it was then; of several the last one. */
async function notesTaken(
  deps: AssessmentDeps,
  { params }: AssessmentCall,
  { visit, panel }: LookedAtAssessment,
): Promise<readonly NoteTaken[]> {
  const taken = await Promise.all(
    lastRecords(panel.state).map(async ({ method, by, sheet }) => {
      if (!sheet) return []
      const { commits } = await readSheet(deps, params, visit, method, by)
      const events = commits.filter(({ number }) => number <= sheet.number).flatMap((one) => one.events)
      return notesOf(events.reduce(sheetKind.evolve, sheetKind.initial)).map((note) => ({ ...note, method }))
    }),
  )
  return taken.flat()
}

const lastRecords = ({ records }: Panel): readonly Recorded[] => [
  ...new Map(records.map((one) => [`${one.method} ${one.by}`, one])).values(),
]

function measuredIn(
  { inquiry, items, panel }: LookedAtAssessment,
  standard: Catalogue | undefined,
  notes: readonly NoteTaken[],
): Measured {
  const methods = Object.entries(inquiry.methods)
  const finding = methods.flatMap(([name, { finds }]) => (finds === 'indicators' ? [name] : []))
  const asked = items && standard ? indicatorsOf(standard).filter(({ item }) => items.has(item.id)) : []
  // A standard that names methods which find no indicators leaves those to the ones that do.
  const isAskedOf = (method: string, named: readonly string[] = []) =>
    named.includes(method) || !named.some((one) => finding.includes(one))
  const measures = methods.flatMap(([method]) =>
    lastRecords(panel.state).flatMap((one) =>
      one.method === method && one.measure ? [{ method, by: one.by, is: one.measure }] : [],
    ),
  )
  return {
    standard: treeOf(standard, new Set(asked.map(({ item }) => item.id))),
    asked: new Map(
      finding.map((method) => [
        method,
        new Set(asked.flatMap(({ item }) => (isAskedOf(method, item.methods) ? [item.id] : []))),
      ]),
    ),
    notApplicable: {
      said: new Set([...(items ?? [])].flatMap(([item, result]) => (result === 'notApplicable' ? [item] : []))),
      agreedBy: new Set(finding),
    },
    found: notes.flatMap(({ item, method, by, finding: found, off }): FoundBy[] =>
      found ? [{ item, method, scorer: by, finding: found, ...(off && { off }) }] : [],
    ),
    marks: measures.flatMap(({ method, by, is }) => (is.of === 'mark' ? [{ method, scorer: by, mark: is.mark }] : [])),
    sittings: measures.flatMap(({ method, is }) =>
      is.of === 'marks' ? [{ method, invited: is.invited, marks: is.marks }] : [],
    ),
    answers: measures.flatMap(({ method, is }) =>
      is.of === 'answers' ? is.answers.map(({ answered, well }) => ({ method, answered, well })) : [],
    ),
  }
}

/** Without vetoes, and what the unit was not asked for. */
function treeOf(standard: Catalogue | undefined, asked: ReadonlySet<string>): Measured['standard'] {
  const parts = (standard?.parts ?? []).flatMap(({ id, weight, items = [], groups = [] }) => {
    const own = leaves(items, asked)
    const within = groups.flatMap((group) => {
      const children = leaves(group.items, asked)
      return children.length > 0 ? [{ id: group.id, weight: group.weight, children }] : []
    })
    return own.length + within.length > 0 ? [{ id, weight, children: [...own, ...within] }] : []
  })
  return { id: standard?.id ?? '', children: parts }
}

const leaves = (items: Catalogue['parts'][number]['items'] = [], asked: ReadonlySet<string>) =>
  items.flatMap(({ id, weight }) => (asked.has(id) ? [{ id, weight }] : []))
