import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'

/** Registers a unit, or what has changed of it. */
export const registerUnitOf =
  ({ ledger }: { readonly ledger: Ledger }): UseCase<typeof rosterEndpoints.registerUnit> =>
  async ({ body: { unit, ...facts }, caller, received, command }) => {
    if (facts.parent) await mustBeRegistered(ledger, facts.parent, 'parent')
    const { events } = await execute(ledger, unitKind, {
      stream: unitStream(unit),
      command,
      by: caller.person,
      decide: registerUnit(unit, facts, { by: caller.person, received }),
    })
    return { changed: events.length > 0 }
  }

/** @throws Refused, saying so at the field that names the unit */
export async function mustBeRegistered(ledger: Ledger, unit: string, field: string): Promise<void> {
  const { state } = await readStream(ledger, unitKind, unitStream(unit))
  if (!state.name)
    throw new Refused('incomplete', `名册里没有编号为“${unit}”的单位；请先登记单位。`, {
      [field]: `没有编号为“${unit}”的单位`,
    })
}
