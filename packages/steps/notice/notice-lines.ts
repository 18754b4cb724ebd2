/** What a notice means for each of its cases: which may take a line now, and which one. */
import type { Notice, NoticeLine, ObjectionReceived, ObjectionResult } from './notice-events.ts'

/** The outcomes of the procedure's step that a notice gives. */
export type NoticeOutcomes = { readonly clear: string; readonly upheld: string; readonly reassess?: string | undefined }

export const openObjections = ({ objections }: Notice): readonly ObjectionReceived[] =>
  Object.values(objections).filter(({ result }) => !result)

/** Objections about a case that were found to be so. */
const foundTo = (be: ObjectionResult, { objections }: Pick<Notice, 'objections'>, name: string): string[] =>
  Object.values(objections).flatMap(({ about, objection, result }) =>
    about === name && result === be ? [objection] : [],
  )
/** Objections for which a case is assessed once more. */
export const reassessing = (notice: Pick<Notice, 'objections'>, name: string): readonly string[] =>
  foundTo('reassess', notice, name)

/** The line that a case has taken or is about to; those that were set aside because of something pending do not count. */
export const lineOf = ({ lines, setAside }: Notice, name: string): NoticeLine | undefined => {
  const aside = setAside.filter((one) => one.case === name && one.waits).length
  return lines.filter((one) => one.case === name).at(aside)
}

/** `reassess`: of a procedure that does not assess once more. */
const FOUND = { notUpheld: '不成立', notAdmitted: '不予受理', reassess: '需要重新考核', upheld: '成立' } as const
function saidFound(found: readonly ObjectionResult[]): string {
  const counted = [...Map.groupBy(found, (one) => FOUND[one])].map(([said, { length }]) => `${said}${length}件`)
  return `公示期内收到异议${found.length}件：${counted.join('，')}。`
}

/** Lines that these cases can take now: each without an open objection and without a line that stands. */
export function linesNow(notice: Notice, cases: readonly string[], outcomes: NoticeOutcomes): NoticeLine[] {
  const open = new Set(openObjections(notice).map(({ about }) => about))
  return cases
    .filter((name) => !open.has(name) && !lineOf(notice, name))
    .map((name) => {
      const upheld = foundTo('upheld', notice, name)
      if (upheld.length > 0) return { case: name, outcome: outcomes.upheld, objections: upheld }
      const again = foundTo('reassess', notice, name)
      if (again.length > 0 && outcomes.reassess) return { case: name, outcome: outcomes.reassess, objections: again }
      const found = Object.values(notice.objections).flatMap(({ about, result }) =>
        about === name && result ? [result] : [],
      )
      // Somebody objected: without a reason its case would say that nobody did.
      return { case: name, outcome: outcomes.clear, ...(found.length > 0 && { reason: saidFound(found) }) }
    })
}

/** Cases that may take their line on another closing: what kept them from it may be settled by now. */
export const waitingLines = (notice: Notice): readonly string[] =>
  notice.closed
    ? (notice.published?.cases ?? []).filter(
        (name) => !lineOf(notice, name) && !openObjections(notice).some(({ about }) => about === name),
      )
    : []
