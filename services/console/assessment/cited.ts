/** External results as notes cite them, in words and to be chosen. */
import { type ResultShown, versionShownOf } from '#contracts/results/results.ts'
import { citedResult, citeResult } from '#external-results/cited-result.ts'
import { RESULT_KINDS } from '#external-results/kinds-of-results.ts'
import { saidResult } from '../results/said-result.ts'
import type { Note } from './noted.ts'

export type Citable = Note['results'][number]

export const usesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/**
 * Those of the unit that stand, the newest first, and before them what is cited in another version or of another time.
 * Whoever cites an older version still has it, and may choose the new one beside it.
 * @param cited by the note as the county has it @param chosen on this page
 */
export function citable(
  results: readonly ResultShown[],
  unit: string,
  cited: readonly Citable[],
  chosen: readonly string[],
): readonly Citable[] {
  const standing = results.flatMap((one): Citable[] => {
    const held = versionShownOf(one)
    if (one.unit !== unit || !held) return []
    const { year, n, kind, version } = one
    const { on, reference, grade, score, text } = held
    return [
      {
        ...{ use: citeResult({ year, n, version }), year, n, kind, on, reference },
        ...{ ...(grade && { grade }), ...(score !== undefined && { score }), ...(text && { text }) },
      },
    ]
  })
  const others = cited.filter(({ use }) => chosen.includes(use) && !standing.some((one) => one.use === use))
  return [...others, ...standing]
}

/** 案卷评查：合格，82分（泗案评〔2018〕2号，2018年12月14日） */
export const saidCited = ({ kind, ...version }: Citable): string => `${RESULT_KINDS[kind]}：${saidResult(version)}`

export const saidSince = (since: 'corrected' | 'takenBack'): string =>
  since === 'takenBack' ? '已撤销' : '引用后已更正'

/** Of one that waits in this browser alone, of which nothing but its number is at hand. */
export function saidUse(use: string): string {
  const { year, n } = citedResult(use)
  return `引用外部结果：${year}年第${n}号`
}
