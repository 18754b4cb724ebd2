/** A return that names indicators: each waits 退回待改 until somebody has written it anew. */
import type { Alike } from './answer.ts'

/** `at`: when it came back; `indicators`: those that it names, all where none is named. */
export type SentBack = {
  readonly at: string
  readonly reason?: string | undefined
  readonly indicators?: readonly string[] | undefined
}

/** `at`: when it was last written, if ever. */
type Written = { readonly at?: string | undefined; readonly alike?: readonly Pick<Alike, 'from' | 'to'>[] | undefined }

/** What is written and taken back again stands as it came back. @param written the indicator as it stands */
export const isToMend = (
  back: Pick<SentBack, 'at' | 'indicators'> | undefined,
  item: string,
  { at, alike = [] }: Written = {},
): boolean =>
  back?.indicators?.includes(item) === true &&
  // Nobody writes between handing in and the return.
  (at === undefined || at < back.at || alike.some(({ from, to }) => from < back.at && back.at <= to))
