import type { noticeEndpoints } from '#contracts/notice.ts'
import { enterHolidays as enter, holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'

/** Enters a year's holidays, by which the periods of notices are counted from then on. */
export const enterHolidays =
  ({ ledger }: { readonly ledger: Ledger }): UseCase<typeof noticeEndpoints.enterHolidays> =>
  async ({ params, body, caller, command, received }) => {
    const year = Number(params.year)
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
