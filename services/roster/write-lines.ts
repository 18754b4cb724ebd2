import { dateOf } from '#calendar/deadline.ts'
import type { RosterBody, rosterEndpoints } from '#contracts/roster.ts'
import type { AnyCall, Caller, UseCase } from '#edge/use-case.ts'
import { ADMINISTRATOR, type Appointment, KEEPERS, SECURITY_ADMINISTRATOR } from '#procedure/appointments.ts'
import { KeepersChanged, mayBe } from '#roster/keepers.ts'
import { said, withoutNotes } from './check-roster.ts'
import { isFounding } from './first-administrator.ts'
import { againWhereChanged, keepersAt, readKeeping, vacantIn } from './keeping.ts'
import type { Deps } from './read-known.ts'
import { type Written, writeRoster } from './write-roster.ts'

type Call = Pick<AnyCall, 'received'> & { readonly caller: Caller; readonly command: string }

const NOTHING: RosterBody = { units: [], people: [], appointments: [] }
async function write(deps: Deps, sent: RosterBody, { caller, received, command }: Call): Promise<Written> {
  const asked = { by: caller.person, received, command }
  const body = withoutNotes(sent)
  if (!isFounding(caller)) return writeRoster(deps, body, { ...asked, as: enteringAs(caller) })
  return againWhereChanged(async () => {
    const founding = await readKeeping(deps.ledger)
    const all = await keepersAt(deps, founding, received, { as: mayBe })
    if (vacantIn([...all.values()], dateOf(received)).length < KEEPERS.length) throw new KeepersChanged()
    // A county that ever had its administrators has lost them; then its head is told of every line.
    return writeRoster(deps, body, { ...asked, alone: all.size > 0, founding })
  })
}
const enteringAs = ({ holdings }: Caller): Appointment =>
  holdings.some(({ appointment }) => appointment === ADMINISTRATOR) ? ADMINISTRATOR : SECURITY_ADMINISTRATOR

/** Registers units, people and appointments together. */
export const writeLines =
  (deps: Deps): UseCase<typeof rosterEndpoints.writeLines> =>
  async ({ body, ...call }) => {
    const { refused, ...counted } = await write(deps, body, call)
    return { refused: said(refused), ...counted }
  }

/** @throws Refused as the line is */
async function writeOne(
  deps: Deps,
  body: Partial<RosterBody>,
  call: Call,
): Promise<{ readonly changed: boolean; readonly waiting: number }> {
  const { refused, units, people, appointments, waiting } = await write(deps, { ...NOTHING, ...body }, call)
  for (const { why } of refused) throw why
  return { changed: units.changed + people.changed + appointments.changed > 0, waiting }
}

/** Registers a unit, or what has changed of it. */
export const registerUnitOf =
  (deps: Deps): UseCase<typeof rosterEndpoints.registerUnit> =>
  ({ body, ...call }) =>
    writeOne(deps, { units: [body] }, call)

/** Registers somebody: name and telephone into `persons`, the login to the person. */
export const registerPersonOf =
  (deps: Deps): UseCase<typeof rosterEndpoints.registerPerson> =>
  ({ body, ...call }) =>
    writeOne(deps, { people: [body] }, call)

/** Appoints somebody from a day on, or gives the appointment its last day. */
export const appointPerson =
  (deps: Deps): UseCase<typeof rosterEndpoints.appoint> =>
  ({ body, ...call }) =>
    writeOne(deps, { appointments: [body] }, call)
