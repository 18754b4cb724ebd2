import type { CallTerms } from '#batch/batch.ts'
import type { Entered } from '#calendar/period.ts'
import { holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'

/**
 * What the county has entered of the years into which a period that is published on that day may reach: sixty working
 * days end in the next one at the latest. Natural days without extension ask nobody.
 */
export async function enteredHolidays(
  ledger: Ledger,
  { notice: { convention } }: Pick<CallTerms, 'notice'>,
  on: string,
): Promise<Entered> {
  if (convention === 'A') return []
  const year = Number(on.slice(0, 4))
  const read = await Promise.all([year, year + 1].map((one) => readStream(ledger, holidaysKind, holidaysStream(one))))
  return read.flatMap(({ state }) => state.entered ?? [])
}
