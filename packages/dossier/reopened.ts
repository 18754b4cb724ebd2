/** What a return of the form that holds a self-assessment lets change of it. */
import type { Paper } from '#case/paper.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import type { SentBack } from './to-mend.ts'

export type Reopened = {
  readonly all: boolean
  readonly among: ReadonlySet<string>
  /** As the return says it; undefined where it does not reopen the self-assessment. */
  readonly back?: SentBack
}

/** Undefined where no return says what may change, and everything may. */
export function reopenedBy({
  reopens,
  indicators,
  sentBack,
}: Pick<Paper, 'reopens' | 'indicators' | 'sentBack'>): Reopened | undefined {
  if (!reopens) return undefined
  if (!reopens.includes(ASSESSMENT.name)) return { all: false, among: new Set() }
  const back = sentBack && { at: sentBack.by.at, reason: sentBack.by.reason, indicators }
  return { all: indicators === undefined, among: new Set(indicators), ...(back && { back }) }
}

export const mayChange = (reopened: Reopened | undefined, item: string): boolean =>
  reopened === undefined || reopened.all || reopened.among.has(item)

/** Whether nothing of it may: then it is neither written nor finished. */
export const isClosed = (reopened: Reopened | undefined): boolean =>
  reopened !== undefined && !reopened.all && reopened.among.size === 0

/** After a return that names indicators: these, and the list that came back, which a save is compared with. */
export const namedBack = ({ reopens, indicators, returned }: Paper) =>
  reopens && indicators && returned?.selfAssessment ? { indicators, list: returned.selfAssessment.manifest } : undefined
