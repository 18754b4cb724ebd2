/** Whether a unit cannot have been named on a day in the batch of that number, `2016-1`: a batch takes a year, and ends in the next at the latest. */
export function isOfAnotherYear(batch: string, on: string): boolean {
  const years = Number(on.slice(0, 4)) - Number(batch.slice(0, 4))
  return years < 0 || years > 1
}
