/** A result in words: what was found, by which paper, and who has entered it. */
import { saidDay } from '#calendar/said.ts'
import type { ResultVersion } from '#contracts/results/results.ts'
import { RESULT_GRADES } from '#external-results/kinds-of-results.ts'

/** 不合格，82分（泗案评〔2018〕2号，2018年12月14日） */
export function saidResult({
  grade,
  score,
  reference,
  on,
}: Pick<ResultVersion, 'grade' | 'score' | 'reference' | 'on'>): string {
  const said = [...(grade ? [RESULT_GRADES[grade]] : []), ...(score === undefined ? [] : [`${score}分`])]
  const paper = `${reference}，${saidDay(on)}`
  // A number of a court begins with brackets itself.
  return said.length > 0 ? `${said.join('，')}（${paper}）` : paper
}

export const saidOrgan = ({ organ, by, byOffice }: ResultVersion): string =>
  byOffice ? `${organ}主管，由法制办代录（${by}）` : `${organ}登记（${by}）`
