import { saidDay } from '#calendar/said.ts'
import type { rosterEndpoints } from '#contracts/roster.ts'
import type { PendingChange } from '#contracts/roster-changes.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Persons } from '#persons/persons.ts'
import { APPOINTMENTS, isTechnical } from '#procedure/appointments.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Held } from '#roster/person.ts'
import { whyNotApproved } from '#roster/proposal.ts'
import type { PersonRow } from '#rows/person-row.ts'
import { type Rows, unitNames } from '#rows/rows.ts'
import { calledIn, namesOf, peopleOfRoster } from './people-of-roster.ts'

type Deps = { readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }

/** How many changes a page shows; the record has all of them. */
const MOST_SHOWN = 500

/** What waits for approval, and what has taken effect, the last first. */
export const readRosterChanges =
  ({ rows, persons }: Deps): UseCase<typeof rosterEndpoints.readRosterChanges> =>
  async ({ caller }) => {
    const [people, units] = await Promise.all([peopleOfRoster(rows), unitNames(rows)])
    const all = people
      .flatMap((row) => (row.changes ?? []).map((change) => ({ ...change, row })))
      .toSorted((a, b) => b.at.localeCompare(a.at))
    const shown = all.slice(0, MOST_SHOWN)
    const [nameOf, called] = await Promise.all([
      namesOf(persons, people),
      calledIn(
        persons,
        [...shown, ...people.flatMap(({ pending = [] }) => pending)].flatMap(({ named }) => named ?? []),
      ),
    ])
    // Told apart from a name, an account may be a number of the person's own.
    const seesLogins = caller.holdings.some(({ appointment }) => isTechnical(appointment))
    const sentenceOf = ({ held, named }: Changing, from?: string): string =>
      held ? saidHeld(held, units) : saidLogin(named === undefined || !seesLogins ? '' : called(named), from)
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
      changes: shown.map(({ row, at, by, proposedBy, alone, isNews, ...change }) => ({
        ...{
          person: row.person,
          name: nameOf(row.person),
          at,
          by: `${nameOf(by)}${alone ? '（没有管理员时一人办理）' : ''}`,
          sentence: sentenceOf(change),
        },
        ...(proposedBy !== undefined && { enteredBy: nameOf(proposedBy) }),
        isNews: isNews === true,
      })),
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

type Changing = { readonly held?: Held | undefined; readonly named?: string | undefined }
const pendingOf = ({ pending = [] }: PersonRow) => pending

function saidHeld({ appointment, unit, from, to }: Held, units: ReadonlyMap<string, string>): string {
  const of = unit === undefined ? '' : (units.get(unit) ?? unit)
  return `任${of}${APPOINTMENTS[appointment]}，自${saidDay(from)}起${to ? `，到${saidDay(to)}结束` : ''}`
}
const saidLogin = (login: string, from: string | undefined): string =>
  login === '' ? `改用${from ? `${from}的` : '新的'}账号登录` : `账号“${login}”${from ? `，原来是${from}的` : ''}`
