import type { AssessmentItem, assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import type { UseCase } from '#edge/use-case.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { NOTHING_KNOWN } from '#rows/known.ts'
import { fileReferences } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { noteIndicator as decide, sheetKind, versionsOf } from '#steps/inquiry/sheet.ts'
import { sheetStream } from '#steps/inquiry/sheet-stream.ts'
import type { AssessmentCall, AssessmentDeps } from './assessment-deps.ts'
import { booksOf, mustBeCitable, showCited } from './cited-results.ts'
import { claimedIn, foundHere, pointsOf } from './found-here.ts'
import { type LookedAtAssessment, lookAtAssessment, mustRecord } from './look-at-assessment.ts'
import { lookAtFiles, mustBeOpen } from './look-at-files.ts'
import { type NoteRead, ownNotes, readNotes } from './read-notes.ts'

type ItemCall = AssessmentCall & { readonly params: { readonly item: string } }

export const readAssessmentItem =
  (deps: AssessmentDeps): UseCase<typeof assessmentEndpoints.readAssessmentItem> =>
  async (call) => {
    const looked = await lookAtAssessment(deps, call)
    mustBeIndicator(looked, call.params.item)
    return showItem(deps, call, looked, await readNotes(deps, call, looked))
  }

/** A scorer notes what one method has shown of one indicator; each save is kept. */
export const noteIndicator =
  (deps: AssessmentDeps): UseCase<typeof assessmentEndpoints.noteIndicator> =>
  async (call) => {
    const { params, body, command, caller, received } = call
    const { finding, off, text, files = [], results = [], number, visit } = body
    const { batch, unit, method, item } = params
    const looked = await lookAtAssessment(deps, call, method)
    const by = caller.person
    const first = looked.sheets.get(method)
    // Asked again because the answer was lost: the method may have ended since.
    if (first && doneBy(first.commits, { command, by })) return showItem(deps, call, looked, ownNotes(call, looked))
    mustRecord(looked, method, visit)
    mustBeIndicator(looked, item)
    const { uses, wrong, sent } = await lookAtFiles(deps, officeOn(unit), [...new Set(files)])
    const now = first && versionsOf(first.state, item).at(-1)
    const before = now?.files.map(digestOfUse) ?? []
    const others = sent.filter((one) => one.by !== by && !before.includes(digestOfUse(one.used)))
    await mustBeOpen(deps, call, looked, others)
    if (wrong) throw new Refused('incomplete', '有文件还不能使用。', { files: wrong })
    const cited = [...new Set(results)]
    // What was cited before stays cited, whatever became of it since.
    await mustBeCitable(
      deps,
      unit,
      cited.filter((one) => !now?.results?.includes(one)),
    )
    const found = { ...(finding && { finding }), ...(off && { off }) }
    const note = { item, files: uses, results: cited, ...found, ...(text && { text }) }
    const about = await foundHere(deps, looked, method, item)
    const answer = await execute(deps.ledger, sheetKind, {
      ...{ stream: sheetStream(batch, unit, looked.visit, method, by), command, by, ...(first && { first }) },
      decide: decide(note, number, about, { by, received }),
    })
    const sheets = new Map([...looked.sheets, ...(first ? [[method, { ...first, ...answer }] as const] : [])])
    const after = { ...looked, sheets }
    return showItem(deps, call, after, ownNotes(call, after))
  }

function mustBeIndicator({ items }: LookedAtAssessment, item: string): void {
  if (!items) throw new Refused('unknown', '本件没有提交按标准的自评，不逐项记录；请直接记录考核情况。')
  if (!items.has(item)) throw new Refused('unknown', `标准中没有编号为“${item}”的指标；请从考核页面重新进入。`)
}

async function showItem(
  deps: AssessmentDeps,
  call: ItemCall,
  looked: LookedAtAssessment,
  all: readonly NoteRead[],
): Promise<AssessmentItem> {
  const { unit, item } = call.params
  const { methods } = looked.inquiry
  const notes = all.filter((note) => note.item === item)
  const nameOf = await namesOfPeople(
    deps,
    notes.map(({ by }) => by),
    looked.known,
  )
  const points = await pointsOf(deps, looked, item)
  const books = await booksOf(
    deps,
    notes.flatMap(({ results = [] }) => results),
  )
  return {
    item,
    claimed: claimedIn(looked, item),
    ...(points !== undefined && { points }),
    notes: await Promise.all(
      notes.map(async ({ method, visit, recorded, by, at, finding, off, text, files, results = [] }) => ({
        ...{ method, title: methods[method]?.title ?? method, visit, recorded },
        ...{ own: by === call.caller.person, by: nameOf(by), at },
        ...(finding && { finding }),
        ...(off && { off }),
        ...(text && { text }),
        files: [...files],
        references: await fileReferences(deps, officeOn(unit), files, NOTHING_KNOWN),
        results: await showCited(deps, books, results),
      })),
    ),
    versions: [...looked.sheets].map(([method, { state }]) => ({ method, number: versionsOf(state, item).length })),
  }
}
