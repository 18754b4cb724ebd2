/** Kinds of external results, by ids that stand in the ledger for good, and what each has to say. */
export const RESULT_KINDS = {
  caseFiles: '案卷评查',
  lostSuit: '行政诉讼败诉',
  reversed: '行政复议被纠正',
  correctedDocument: '规范性文件被纠正',
  annual: '年度考核结果',
} as const
export type ResultKind = keyof typeof RESULT_KINDS
export const resultKinds = ['caseFiles', 'lostSuit', 'reversed', 'correctedDocument', 'annual'] as const

export const RESULT_GRADES = { excellent: '优秀', good: '良好', qualified: '合格', unqualified: '不合格' } as const
export type ResultGrade = keyof typeof RESULT_GRADES
export const resultGrades = ['excellent', 'good', 'qualified', 'unqualified'] as const

type Asks = {
  /** None: it has no grade. */
  readonly grades: readonly ResultGrade[]
  /** A score may stand in the place of a grade. */
  readonly scored?: true
  /** A paper that decides about somebody outside: whoever cites it must be able to look at it. */
  readonly needsScan?: true
  /** Without a grade only words say what was found. */
  readonly needsWords?: true
  /** What a year has come to is said in the year after. */
  readonly alsoYearAfter?: true
}
const DECIDED: Asks = { grades: [], needsScan: true, needsWords: true }
export const ASKS: Readonly<Record<ResultKind, Asks>> = {
  caseFiles: { grades: ['excellent', 'qualified', 'unqualified'], scored: true },
  lostSuit: DECIDED,
  reversed: DECIDED,
  correctedDocument: DECIDED,
  annual: { grades: resultGrades, alsoYearAfter: true },
}
