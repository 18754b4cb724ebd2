import { saidDay } from '#calendar/said.ts'
import type { rosterEndpoints } from '#contracts/roster.ts'
import type { PendingChange, RosterChanges } from '#contracts/roster-changes.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Persons } from '#persons/persons.ts'
import { APPOINTMENTS, isTechnical } from '#procedure/appointments.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Held } from '#roster/person.ts'
import { whyNotApproved } from '#roster/proposal.ts'
import type { PersonRow } from '#rows/person-row.ts'
import { LISTS, type UnitRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { calledIn, type NameOf, namesOf, peopleOfRoster, unitNameAt } from './people-of-roster.ts'

type Deps = { readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }

/** How many changes a page shows; the record has all of them. */
const MOST_SHOWN = 500
/** And how many of one's own that were declined. */
const MOST_DECLINED = 50

/** What waits for approval, what was declined of what the caller has entered, and what has taken effect, the last first. */
export const readRosterChanges =
  ({ rows, persons }: Deps): UseCase<typeof rosterEndpoints.readRosterChanges> =>
  async ({ caller }) => {
    const [people, units] = await Promise.all([peopleOfRoster(rows), rowsOf(rows, 'unit', LISTS.units)])
    const all = people
      .flatMap((row) => (row.changes ?? []).map((change) => ({ ...change, row })))
      .toSorted((a, b) => b.at.localeCompare(a.at))
    const shown = all.slice(0, MOST_SHOWN)
    const declined = people
      .flatMap((row) => (row.declined ?? []).map((one) => ({ ...one, row })))
      .filter(({ enteredBy }) => enteredBy === caller.person)
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .slice(0, MOST_DECLINED)
    const [nameOf, called] = await Promise.all([
      namesOf(persons, people),
      calledIn(persons, [
        ...[...shown, ...declined, ...people.flatMap(pendingOf)].flatMap(({ named }) => named ?? []),
        ...shown.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()),
      ]),
    ])
    const unitAt = (id: string, at: string): string => {
      const unit = units.find((one) => one.unit === id)
      return unit ? unitNameAt(unit, at) : id
    }
    // Told apart from a name, an account may be a number of the person's own.
    const seesLogins = caller.holdings.some(({ appointment }) => isTechnical(appointment))
    const sentenceOf = ({ at, held, named, before, after }: Changing, from?: string): string => {
      if (before !== undefined && after !== undefined)
        return `由${called(before)}改名为${called(after)}，其岗位和账号随之归${called(after)}`
      return held ? saidHeld(held, (id) => unitAt(id, at)) : saidLogin(named && seesLogins ? called(named) : '', from)
    }
    const settled = [
      ...shown.map(({ row, at, by, proposedBy, alone, isNews, ...change }) => ({
        ...{
          person: row.person,
          name: nameOf(row.person, at),
          at,
          by: `${nameOf(by, at)}${alone ? '（没有管理员时一人办理）' : ''}`,
          sentence: sentenceOf({ at, ...change }),
        },
        ...(proposedBy !== undefined && { enteredBy: nameOf(proposedBy, at) }),
        isNews: isNews === true,
      })),
      ...units.flatMap((unit) => renamesOf(unit, nameOf)),
    ].toSorted((a, b) => b.at.localeCompare(a.at))
    return {
      pending: people
        .flatMap((row) =>
          pendingOf(row).map((one): PendingChange => {
            const { proposal, at, by, loginFrom } = one
            const why = whyNotApproved(one, row.person, caller)
            return {
              ...{
                person: row.person,
                proposal,
                at,
                name: nameOf(row.person),
                by: nameOf(by),
                mine: by === caller.person,
              },
              sentence: sentenceOf(one, loginFrom && nameOf(loginFrom)),
              ...(why && { why }),
            }
          }),
        )
        .toSorted((a, b) => a.at.localeCompare(b.at)),
      declined: declined.map(({ row, at, by, reason, loginFrom, ...one }) => ({
        ...{ person: row.person, name: nameOf(row.person), at, by: nameOf(by), reason },
        sentence: sentenceOf({ at, ...one }, loginFrom && nameOf(loginFrom)),
      })),
      changes: settled.slice(0, MOST_SHOWN),
      ...(all.length > shown.length && { left: all.length - shown.length }),
      news: people
        .filter(({ changes = [] }) => changes.some(({ isNews }) => isNews))
        .map(({ person, number }) => ({ person, seen: number })),
      may: {
        approve: permissionFor('approve-roster', caller.holdings) !== undefined,
        note: permissionFor('note-roster', caller.holdings) !== undefined,
      },
    }
  }

/** A unit's name has its effect at once as well; the first one is no change. */
const renamesOf = ({ unit, names }: UnitRow, nameOf: NameOf): RosterChanges['changes'] =>
  names.slice(1).map(({ at, name, by }, i) => ({
    ...{ person: unit, name, at, isNews: false },
    by: by === undefined ? '' : nameOf(by, at),
    sentence: `单位由“${names[i]?.name ?? ''}”改名为“${name}”`,
  }))

type Changing = {
  readonly at: string
  readonly held?: Held | undefined
  readonly named?: string | undefined
  /** Of a change of name: the ids of both in `persons`. */
  readonly before?: string | undefined
  readonly after?: string | undefined
}
const pendingOf = ({ pending = [] }: PersonRow) => pending

function saidHeld({ appointment, unit, from, to }: Held, nameOf: (unit: string) => string): string {
  const of = unit === undefined ? '' : nameOf(unit)
  return `任${of}${APPOINTMENTS[appointment]}，自${saidDay(from)}起${to ? `，到${saidDay(to)}结束` : ''}`
}
const saidLogin = (login: string, from: string | undefined): string =>
  login === '' ? `改用${from ? `${from}的` : '新的'}账号登录` : `账号“${login}”${from ? `，原来是${from}的` : ''}`
