import {
  remindUnits as decide,
  lastReminders,
  type Reminders,
  remindersKind,
  remindersStream,
} from '#batch/remind-units.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { RemindedPage, RemindersPage } from '#contracts/reminders.ts'
import type { Call } from '#edge/use-case.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { titleOf } from '#procedure/procedure.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'
import { nameOfOfficer } from './name-people.ts'
import { applicationLateFrom, readTerms, readUnit } from './read-frame.ts'

/** The last reminder of each unit of a batch, and who sent it. */
export const readReminders =
  (deps: IntakeDeps) =>
  async ({ params: { batch } }: Call<typeof intakeEndpoints.readReminders>): Promise<RemindersPage> => {
    await readTerms(deps.ledger, batch)
    return show(deps, (await readStream(deps.ledger, remindersKind, remindersStream(batch))).state)
  }

/** One reminder to several units; whoever has handed in meanwhile is left out, and named. */
export const remindUnits =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.remindUnits>): Promise<RemindedPage> => {
    const { ledger } = deps
    const { params, body, command, received } = call
    const stream = remindersStream(params.batch)
    const terms = await readTerms(ledger, params.batch)
    const lateFrom = applicationLateFrom(terms)
    const chosen: Chosen[] = []
    for (const some of chunksOf([...new Set(body.units)], AT_ONCE))
      chosen.push(...(await Promise.all(some.map((unit) => look(deps, params.batch, unit, { lateFrom, received })))))
    const owing = chosen.filter(({ why }) => why === undefined)
    const { text, seen } = body
    const reminder = { units: owing.map(({ unit }) => unit), text, seen }
    const { state } = await execute(ledger, remindersKind, {
      stream,
      command,
      by: call.caller.person,
      decide: decide(reminder, askedBy(call)),
    })
    return {
      ...(await show(deps, state)),
      reminded: owing.map(({ unit, name }) => ({ unit, name })),
      leftOut: chosen.flatMap(({ unit, name, why }) => (why === undefined ? [] : [{ unit, name, why }])),
    }
  }

/** Units whose cases are read side by side. */
const AT_ONCE = 25
const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

/** `why`: why there is nothing to remind this unit of. */
type Chosen = { readonly unit: string; readonly name: string; readonly why?: string }

async function look(
  { ledger }: IntakeDeps,
  batch: string,
  unit: string,
  { lateFrom, received }: { readonly lateFrom: string; readonly received: string },
): Promise<Chosen> {
  const [{ name, inScope }, { state }] = await Promise.all([
    readUnit(ledger, unit),
    readStream(ledger, caseKind, caseStream(batch, unit)),
  ])
  const { visit, step, procedure } = state
  if (visit > 0 && step !== procedure.start) return { unit, name, why: `现处“${titleOf(procedure, step)}”` }
  if (visit === 0 && !inScope) return { unit, name, why: '不在创建范围内' }
  return received < (state.lateFrom ?? lateFrom) ? { unit, name } : { unit, name, why: '已过截止时间' }
}

async function show(deps: IntakeDeps, reminders: Reminders): Promise<RemindersPage> {
  const last = lastReminders(reminders)
  const names = new Map<string, string>()
  for (const by of new Set(last.map((one) => one.by))) names.set(by, await nameOfOfficer(deps, by))
  return {
    seen: reminders.all.length,
    last: last.map(({ at, by, text, units }) => ({ at, by: names.get(by) ?? by, text, units })),
  }
}
