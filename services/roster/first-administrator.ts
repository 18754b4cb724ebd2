import { dateOf } from '#calendar/deadline.ts'
import { findCaller, findPerson } from '#edge/find-caller.ts'
import type { HttpRequest } from '#edge/http-request.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { KEEPERS } from '#procedure/appointments.ts'
import { mayBe } from '#roster/keepers.ts'
import { heldOn } from '#roster/person.ts'
import { keeperRows, type Rows } from '#rows/rows.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { keepersAt, readKeeping, vacantIn } from './keeping.ts'

/** Who did it, in the record, before the roster knows anybody. */
export const FIRST_ADMINISTRATOR = ACTORS.firstAdministrator

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  /** The login that the county's file names. */
  readonly login: { readonly issuer: string; readonly subject: string }
}

/**
 * The roster's callers, and one more: while nobody keeps the roster today, the login named by whoever deploys the county
 * does, in both parts: that is the founding. Where one of the two is there and the other is not, it stands in for that
 * one, unless it is the login of whoever is there, or was somebody's of the roster who has another one by now: with two
 * logins one person would enter and approve.
 */
export const callerOrFirstAdministrator =
  ({ ledger, rows, login }: Deps) =>
  async (request: HttpRequest): Promise<Caller> => {
    const isNamed = request.login?.subject === login.subject && request.login.issuer === login.issuer
    if (!isNamed) return findCaller(ledger, request)
    const today = dateOf(request.received)
    // By the rows first, which only lag; they may not know yet that the founding is over.
    if (vacantIn(await keeperRows(rows), today).length === 0) return findCaller(ledger, request)
    const all = await keepersAt({ ledger, rows }, await readKeeping(ledger), request.received, { as: mayBe })
    const vacant = vacantIn([...all.values()], today)
    if (vacant.length === 0) return findCaller(ledger, request)
    const found = await findPerson(ledger, login)
    if (found?.ended && vacant.length < KEEPERS.length) return findCaller(ledger, request)
    const known =
      found && !found.ended
        ? { person: found.person, holdings: heldOn(found.state, today) }
        : { person: FIRST_ADMINISTRATOR, holdings: [] }
    if (known.holdings.some(({ appointment }) => KEEPERS.includes(appointment))) return known
    return { ...known, holdings: [...known.holdings, ...vacant.map((appointment) => ({ appointment, from: today }))] }
  }

/** Nobody of the roster holds both: whoever does stands in for both, and what they write has its effect at once. */
export const isFounding = ({ holdings }: Pick<Caller, 'holdings'>): boolean =>
  KEEPERS.every((one) => holdings.some(({ appointment }) => appointment === one))
