import type { noticeEndpoints } from '#contracts/notice.ts'
import { enterHolidays as enter, holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'

/** Enters a year's holidays, by which the periods of notices are counted from then on. */
export const enterHolidays =
  ({ ledger }: { readonly ledger: Ledger }): UseCase<typeof noticeEndpoints.enterHolidays> =>
  async ({ params, body, caller, command, received }) => {
    const year = yearOf(params.year)
    const by = caller.person
    const holidays = { year, ...body }
    const { events } = await execute(ledger, holidaysKind, {
      stream: holidaysStream(year),
      command,
      by,
      decide: enter(holidays, { by, received }),
    })
    return { year, changed: events.length > 0 }
  }

/** @throws Refused for anything but four digits: what else a machine reads as a number nobody means as a year */
function yearOf(sent: string): number {
  if (/^[1-9]\d{3}$/.test(sent)) return Number(sent)
  throw new Refused('incomplete', `年份应为四位数字，如2027，收到“${sent}”。`, {
    year: `年份应为四位数字，收到“${sent}”`,
  })
}
