/** One case's way through the procedure, in a county that runs on the engine. */
import { expect } from 'vitest'
import { type Year, year } from './year.ts'

export const UNIT = 'dazhuang'

export function oneCase(options?: Parameters<typeof year>[0]) {
  const place: Year = year(options)
  const step = async () => (await place.caseOf(UNIT)).step
  async function toReview() {
    await place.open(UNIT)
    await place.pass()
    await place.submit(UNIT)
    await place.pass()
  }
  async function toNotice() {
    await toReview()
    await place.accept(UNIT)
    await place.pass()
  }
  /** Notice, seven days, closed by the office. */
  async function toMeeting(n = 1) {
    await place.publish([UNIT], n)
    await place.pass(8)
    await place.close(n)
    await place.pass()
  }
  return {
    ...place,
    step,
    toReview,
    toNotice,
    toMeeting,
    /** The steps that the case has gone to, in order. */
    places: async () =>
      (await place.commitsOf(UNIT))
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.type === 'decided' ? [event.to] : [])),
    /** The ordinary year of the short procedure from the notice on. */
    async naming() {
      await toMeeting()
      await place.meet('12', { [UNIT]: 'named' })
      await place.pass()
    },
    /** Statuses of its executions, by generation. */
    executions: () => place.ended(UNIT),
    async isNamed() {
      expect(place.faults).toEqual([])
      expect(await step()).toBe('named')
      expect(place.ended(UNIT).at(-1)).toBe('SUCCEEDED')
      expect((await place.ledger.read(`title/${UNIT}/2018-2`)).commits).toHaveLength(1)
    },
    stop() {
      place.machine.kill()
      place.restoreClock()
    },
  }
}
