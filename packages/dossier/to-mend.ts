/** A return that names indicators: each waits 退回待改 until somebody has written it anew. */

/** `at`: when it came back; `indicators`: those that it names, all where none is named. */
export type SentBack = {
  readonly at: string
  readonly reason?: string | undefined
  readonly indicators?: readonly string[] | undefined
}

/** @param writtenAt when the indicator was last written, and undefined where it never was */
export const isToMend = (
  back: Pick<SentBack, 'at' | 'indicators'> | undefined,
  item: string,
  writtenAt: string | undefined,
): boolean =>
  back?.indicators?.includes(item) === true &&
  // Nobody writes between handing in and the return.
  (writtenAt === undefined || writtenAt < back.at)
