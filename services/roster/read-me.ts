import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { type Held, personKind, personStream } from '#roster/person.ts'
import { unitKind, unitStream } from '#roster/unit.ts'
import { FIRST_ADMINISTRATOR } from './first-administrator.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Persons }

/** Who the caller is and what they hold today. */
export const readMe =
  ({ ledger, persons }: Deps): UseCase<typeof rosterEndpoints.readMe> =>
  async ({ caller: { person, holdings } }) => {
    const [name, appointments] = await Promise.all([
      nameOf({ ledger, persons }, person),
      Promise.all(holdings.map((held) => shown(ledger, held))),
    ])
    return { person, name, appointments }
  }

async function nameOf({ ledger, persons }: Deps, person: string): Promise<string> {
  if (person === FIRST_ADMINISTRATOR) return '首任管理员'
  const { personal } = (await readStream(ledger, personKind, personStream(person))).state
  return (personal && (await persons.names([personal.id])).get(personal.id)) ?? person
}

async function shown(ledger: Ledger, { appointment, unit }: Held) {
  const title = APPOINTMENTS[appointment]
  if (!unit) return { appointment, title }
  const { name = unit } = (await readStream(ledger, unitKind, unitStream(unit))).state
  return { appointment, title, unit: { id: unit, name } }
}
