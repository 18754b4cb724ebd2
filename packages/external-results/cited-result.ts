/**
 * A result as somebody cites it: `<year of the book>/<number>/<version>`. The version is the one that they saw, so that whoever
 * reads it later is told what was corrected or withdrawn since.
 */
import { type Result, type Results, versionsOf } from './external-results.ts'

export const CITED_RESULT: RegExp = /^[12]\d{3}\/[1-9]\d{0,5}\/[1-9]\d{0,3}$/

export type CitedResult = {
  readonly year: number
  /** Counted from 1. */
  readonly n: number
  /** Counted from 1: what was entered; each correction is one more. */
  readonly version: number
}

export const citeResult = ({ year, n, version }: CitedResult): string => `${year}/${n}/${version}`

/** @param cited as `CITED_RESULT` has it */
export function citedResult(cited: string): CitedResult {
  const [year = 0, n = 0, version = 0] = cited.split('/').map(Number)
  return { year, n, version }
}

export const resultCited = ({ results }: Results, cited: string): Result | undefined =>
  results[citedResult(cited).n - 1]

/**
 * Why a result cannot be cited of a unit; undefined where it can: as it stands, by whoever has seen that.
 * @param book of the year that is cited
 */
export function whyNotCited(book: Results, cited: string, unit: string): string | undefined {
  const { year, n, version } = citedResult(cited)
  const result = resultCited(book, cited)
  const which = `${year}年第${n}号外部结果`
  if (!result || result.unit !== unit) return `没有涉及本单位的${which}；请重新选择`
  if (result.withdrawn) return `${which}已经撤销，不能引用；请取消选择`
  if (versionsOf(result).length !== version) return `${which}刚刚已被更正；请刷新，看过之后重新选择`
  return undefined
}

/** What became of it after it was cited; undefined where it stands as it was seen. */
export function sinceCited(result: Result, cited: string): 'corrected' | 'takenBack' | undefined {
  if (result.withdrawn) return 'takenBack'
  return versionsOf(result).length > citedResult(cited).version ? 'corrected' : undefined
}
