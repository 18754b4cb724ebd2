import { Refused } from '#ledger/refused.ts'
import type { NoticeRow } from '#rows/row.ts'
import type { FoundNotice } from './read-notices.ts'

/** A notice as a list has it; of a page a row will do, what decides reads the notices themselves. */
export type Listed = Pick<NoticeRow, 'n' | 'step' | 'units' | 'state'>
export const listed = ({ n, shown, notice: { prepared, published, closed } }: FoundNotice): Listed => ({
  n,
  step: shown.step,
  units: shown.cases,
  state: closed ? 'closed' : published ? 'published' : prepared ? 'prepared' : 'returned',
})

const isPublished = ({ state }: Listed): boolean => state === 'published' || state === 'closed'

type Preparing = {
  readonly step: string
  /** The number of the notice that it takes the place of, where it names one. */
  readonly asked?: number | undefined
  readonly cases?: readonly string[]
}

/**
 * The number of the notice that is prepared at a step: the one whose place it takes, that of a preparation that went
 * back and names one of its cases, or the next one, so that numbers have no gaps. What went back and names none of them
 * is somebody else's, and is not overwritten.
 * @throws Refused when the one named is none that can be replaced
 */
export function numberFor(notices: readonly Listed[], { step, asked, cases = [] }: Preparing): number {
  const unpublished = notices.filter((one) => one.step === step && !isPublished(one))
  if (asked === undefined) {
    const returned = unpublished.filter(({ state }) => state === 'returned')
    return returned.find(({ units }) => units.some((unit) => cases.includes(unit)))?.n ?? notices.length + 1
  }
  if (!unpublished.some(({ n }) => n === asked))
    throw new Refused('elsewhere', `第${asked}期公示已经发布，或者没有这一期，不能再改；请刷新后再办。`)
  return asked
}
