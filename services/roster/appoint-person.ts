import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { mustBeRegistered } from './register-unit.ts'

/** Appoints somebody from a day on, or gives the appointment its last day. */
export const appointPerson =
  ({ ledger }: { readonly ledger: Ledger }): UseCase<typeof rosterEndpoints.appoint> =>
  async ({ body: { person, ...held }, caller, received, command }) => {
    if (held.unit) await mustBeRegistered(ledger, held.unit, 'unit')
    const { events } = await execute(ledger, personKind, {
      stream: personStream(person),
      command,
      by: caller.person,
      decide: appoint(held, { by: caller.person, received }),
    })
    return { changed: events.length > 0 }
  }
