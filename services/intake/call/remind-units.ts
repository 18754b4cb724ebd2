import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { CallTerms } from '#batch/batch.ts'
import * as deciders from '#batch/remind-units.ts'
import { lastReminders, type Reminders, remindersKind, remindersStream } from '#batch/remind-units.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import { factsOf } from '#case/facts.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { RemindedPage, RemindersPage } from '#contracts/reminders.ts'
import type { Call } from '#edge/use-case.ts'
import { doneBy, execute, readStream } from '#ledger/ledger.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'
import { type Known, NOTHING_KNOWN } from '#rows/known.ts'
import { whyNotStart } from '#steps/start-todo.ts'
import { dunned } from '#steps/work/due-reports.ts'
import { dutyKind, dutyStream } from '#steps/work/duty.ts'
import { reportsOwed } from '#steps/work/todo.ts'
import { inNameOrder } from '#typed/names.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { readUnit } from '../known-rows.ts'
import { chunksOf } from '../list/list-step.ts'
import { lookAtList } from '../list/look-at-list.ts'
import { startFactsOf } from '../offers/start-facts.ts'

/** The last reminder of each unit of a batch, and who sent it. */
export const readReminders =
  (deps: IntakeDeps) =>
  async ({ params: { batch } }: Call<typeof intakeEndpoints.readReminders>): Promise<RemindersPage> => {
    const { state, who } = await lookAtReminders(deps, batch)
    return show(state, who)
  }

/** One reminder to several units; whoever has handed in meanwhile is left out, and named. */
export const remindUnits =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.remindUnits>): Promise<RemindedPage> => {
    const { ledger } = deps
    const { params, body, command, received, caller } = call
    const units = [...new Set(body.units)]
    const read = await lookAtReminders(deps, params.batch, { by: caller.person, units })
    const { terms, known, who } = read
    const done = doneBy(read.commits, { command, by: caller.person })
    if (!done) mustNotBeCancelled(terms)
    const chosen: Chosen[] = []
    for (const some of chunksOf(units))
      chosen.push(
        ...(await Promise.all(some.map((unit) => look(deps, params.batch, unit, { terms, known, received })))),
      )
    // Asked again because the answer was lost: who has handed in since was reminded all the same.
    const reached = done
      ? done.events.flatMap((event) => event.units)
      : chosen.flatMap(({ unit, why }) => (why === undefined ? [unit] : []))
    const { text, seen } = body
    const reminder = { units: reached, text, seen }
    const { state } = await execute(ledger, remindersKind, {
      stream: remindersStream(params.batch),
      command,
      by: caller.person,
      decide: deciders.remindUnits(reminder, askedBy(call)),
      first: read,
    })
    const named = inNameOrder(chosen)
    return {
      ...show(state, who),
      reminded: named.flatMap(({ unit, name }) => (reached.includes(unit) ? [{ unit, name }] : [])),
      leftOut: named.flatMap(({ unit, name, why }) =>
        why === undefined || reached.includes(unit) ? [] : [{ unit, name, why }],
      ),
    }
  }

/** The reminders of a batch, and whom and what they and a request name. @throws Refused when no such batch was called */
async function lookAtReminders(
  deps: IntakeDeps,
  batch: string,
  brought?: { readonly by: string; readonly units: readonly string[] },
) {
  const read = await readStream(deps.ledger, remindersKind, remindersStream(batch))
  const looked = await lookAtList(deps, batch, [], {
    units: brought?.units ?? [],
    people: [...lastReminders(read.state).map(({ by }) => by), ...(brought ? [brought.by] : [])],
  })
  return { ...read, ...looked }
}

/** `why`: why there is nothing to remind this unit of. */
type Chosen = { readonly unit: string; readonly name: string; readonly why?: string }

/** A unit owes the form of the entry where its case stands, or the first one when it has not begun; while it works, its reports. */
async function look(
  { ledger }: IntakeDeps,
  batch: string,
  unit: string,
  { terms, known, received }: { readonly terms: CallTerms; readonly known: Known; readonly received: string },
): Promise<Chosen> {
  const { state } = await readStream(ledger, caseKind, caseStream(batch, unit))
  const { visit, step, procedure, lateFrom } = state
  // Whether it may begin the roster itself says.
  const found = await readUnit(ledger, unit, visit > 0 ? known : NOTHING_KNOWN)
  const { name } = found
  const why = whyNotStart(startFactsOf(unit, { read: { state }, terms, unit: found }), received)
  if (why === 'outOfScope') return { unit, name, why: '不在创建范围内' }
  if (why === 'begun' && !stepOf(procedure, step, 'entry')) {
    if (await owesReport(ledger, state, received)) return { unit, name }
    const more = stepOf(procedure, step, 'work')?.reports ? '，没有应报未报的报告' : ''
    return { unit, name, why: `现处“${titleOf(procedure, step)}”${more}` }
  }
  const isLate = why === 'late' || (why === 'begun' && lateFrom !== undefined && received >= lateFrom)
  return isLate ? { unit, name, why: '已过截止时间' } : { unit, name }
}

/** Whether a report on the work at which the case stands is due or late. */
async function owesReport(ledger: IntakeDeps['ledger'], state: Case, now: string): Promise<boolean> {
  const { batch, unit, procedure, step, lateFrom } = state
  const work = stepOf(procedure, step, 'work')
  if (!work?.reports || (lateFrom !== undefined && now >= lateFrom)) return false
  const { state: duty } = await readStream(ledger, dutyKind, dutyStream(batch, unit, step))
  const sent = duty.reports.map(({ period }) => period)
  return dunned(reportsOwed(work, factsOf(state), sent, now)).length > 0
}

const show = (reminders: Reminders, who: (person: string) => string): RemindersPage => ({
  seen: reminders.all.length,
  last: lastReminders(reminders).map(({ at, by, text, units }) => ({ at, by: who(by), text, units })),
})
