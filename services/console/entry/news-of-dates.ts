import { msOf } from '#calendar/instant.ts'
import type { AmendmentShown } from '#contracts/change.ts'

/**
 * What of the amendments is still news: dates that have not passed and that none has moved since. The course of the
 * case and the public page keep them all.
 * @param now the server's instant in milliseconds; as long as it is not known every date is still to come
 */
export const newsOfDates = (
  amendments: readonly AmendmentShown[],
  now: number | undefined,
): readonly AmendmentShown[] =>
  amendments.flatMap((one, i) => {
    const isMovedSince = (step: string) =>
      amendments.slice(i + 1).some(({ dates }) => dates.some((two) => two.step === step))
    const dates = one.dates.filter(
      ({ step, lateFrom }) => !isMovedSince(step) && (now === undefined || msOf(lateFrom) > now),
    )
    return dates.length > 0 ? [{ ...one, dates }] : []
  })
