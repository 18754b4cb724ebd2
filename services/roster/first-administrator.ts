import { dateOf } from '#calendar/deadline.ts'
import { findCaller, findPerson } from '#edge/find-caller.ts'
import type { HttpRequest } from '#edge/http-request.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { ADMINISTRATOR } from '#procedure/appointments.ts'
import { heldOn } from '#roster/person.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { ACTORS } from '#typed/reserved-ids.ts'

/** Who did it, in the record, before the roster knows anybody. */
export const FIRST_ADMINISTRATOR = ACTORS.firstAdministrator

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  /** The login that the county's file names. */
  readonly login: { readonly issuer: string; readonly subject: string }
}

/**
 * The roster's callers, and one more: while nobody is administrator today, the login named by whoever deploys the
 * county is. It is so again should the county lose its last administrator; it never is beside another one.
 */
export const callerOrFirstAdministrator =
  ({ ledger, rows, login }: Deps) =>
  async (request: HttpRequest): Promise<Caller> => {
    const isNamed = request.login?.subject === login.subject && request.login.issuer === login.issuer
    const today = dateOf(request.received)
    if (!isNamed || (await hasAdministrator(rows, today))) return findCaller(ledger, request)
    const found = await findPerson(ledger, login)
    const known =
      found && !found.ended
        ? { person: found.person, holdings: heldOn(found.state, today) }
        : { person: FIRST_ADMINISTRATOR, holdings: [] }
    return { ...known, holdings: [...known.holdings, { appointment: ADMINISTRATOR, from: today }] }
  }

const hasAdministrator = async (rows: Rows, day: string): Promise<boolean> =>
  (await rowsOf(rows, 'person', LISTS.administrators)).some((person) =>
    heldOn(person, day).some(({ appointment }) => appointment === ADMINISTRATOR),
  )
