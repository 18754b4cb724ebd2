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
  /** Notice, seven days. */
  async function toMeeting() {
    await place.publish([UNIT])
    await place.pass(8)
  }
  return {
    ...place,
    step,
    toReview,
    toNotice,
    toMeeting,
    /** The ordinary year from the notice on. */
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
      place.close()
    },
  }
}
