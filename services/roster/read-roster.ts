import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { after } from '#calendar/instant.ts'
import { isDay } from '#contracts/forms.ts'
import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import { APPOINTMENTS, isTechnical } from '#procedure/appointments.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { type Held, heldOn, isSameAppointment } from '#roster/person.ts'
import { UNIT_KINDS } from '#roster/unit.ts'
import type { PersonRow } from '#rows/person-row.ts'
import { LISTS, type UnitRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { calledIn, namesOf, peopleOfRoster } from './people-of-roster.ts'

type Deps = { readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }

/** Units, people and what they are appointed to, as of a day; today's where none is asked for. */
export const readRoster =
  ({ rows, persons }: Deps): UseCase<typeof rosterEndpoints.readRoster> =>
  async ({ query, caller, received }) => {
    const today = dateOf(received)
    const day = query.day ?? today
    if (!isDay(day))
      throw new Refused('incomplete', '无法识别日期；请填写如2018-06-15的日期。', { day: '日期应为日期，如2018-06-15' })
    const may = (command: Command) => permissionFor(command, caller.holdings) !== undefined
    const seeLogins = caller.holdings.some(({ appointment }) => isTechnical(appointment))
    const [units, people] = await Promise.all([rowsOf(rows, 'unit', LISTS.units), peopleOfRoster(rows)])
    const logins = seeLogins ? people.flatMap(({ named }) => named ?? []) : []
    const [nameOf, called] = await Promise.all([namesOf(persons, people), calledIn(persons, logins)])
    const unitNames = new Map(units.map((unit) => [unit.unit, nameOn(unit, day) ?? unit.name]))
    return {
      ...{ today, day },
      units: units.flatMap((unit) => {
        const name = nameOn(unit, day)
        if (name === undefined) return []
        const { kindOfUnit, parent, inScope } = unit
        const under = parent === undefined ? undefined : (unitNames.get(parent) ?? parent)
        return { unit: unit.unit, name, kind: UNIT_KINDS[kindOfUnit], inScope, ...(under && { parent: under }) }
      }),
      people: people.flatMap((row) => {
        const { person, named, personal } = row
        if (!personal) return []
        return {
          ...{ person, name: nameOf(person, endOf(day)) },
          ...(seeLogins && named && { login: called(named) }),
          appointments: heldOn(row, day).map((held) => shown(row, held, unitNames)),
        }
      }),
      may: { keep: may('keep-roster'), appoint: may('enter-appointment'), seeLogins },
    }
  }

const endOf = (day: string): string => after(firstLateInstant(day), -1)

/** A unit's name on that day; undefined: the county did not have it yet. */
const nameOn = ({ names }: UnitRow, day: string): string | undefined =>
  names.findLast(({ at }) => dateOf(at) <= day)?.name

function shown({ changes = [] }: PersonRow, held: Held, unitNames: ReadonlyMap<string, string>) {
  const { appointment, unit, from, to } = held
  const since = changes.find((one) => one.held && isSameAppointment(one.held, held))?.at
  return {
    ...{ appointment, title: APPOINTMENTS[appointment], from, since: since ?? '' },
    ...(unit !== undefined && { unit: { id: unit, name: unitNames.get(unit) ?? unit } }),
    ...(to !== undefined && { to }),
  }
}
