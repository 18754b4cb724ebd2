/** The call's dates are amended 变更通知 and a batch is cancelled 取消批次: an officer prepares, the head approves. */
import { approveAmendment, prepareAmendment, returnAmendment } from '#batch/amend.ts'
import { type Batch, type BatchEvent, batchKind, batchStream } from '#batch/batch.ts'
import { approveCancelling, prepareCancelling, returnCancelling } from '#batch/cancel.ts'
import type { ChangesPage } from '#contracts/change.ts'
import type { intakeEndpoints as at } from '#contracts/intake.ts'
import type { Call, Caller } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { personStream } from '#roster/person.ts'
import { openCases } from '#rows/rows.ts'
import { batchTodos } from '#steps/batch-todo.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { namesOfOfficers, namingOthers } from '../name-people.ts'
import { mustBeApart, type OwnUnit, ownUnitsIn, whyApart } from './own-units.ts'
import { showChanges } from './show-changes.ts'

type Looking = { readonly params: { readonly batch: string }; readonly caller: Caller; readonly received: string }
type Click = Looking & { readonly command: string }

export const readChanges =
  (deps: IntakeDeps) =>
  async (call: Call<typeof at.readChanges>): Promise<ChangesPage> => {
    const { state } = await readStream(deps.ledger, batchKind, batchStream(call.params.batch))
    return show(deps, call, state, await ownUnitsIn(deps.ledger, call.params.batch, call.caller))
  }

export const changesOfBatch = (deps: IntakeDeps) => ({
  readChanges: readChanges(deps),
  prepareAmendment: (call: Call<typeof at.prepareAmendment>) =>
    decide(deps, call, 'prepare-amendment', prepareAmendment(call.params.batch, call.body, askedBy(call))),
  approveAmendment: (call: Call<typeof at.approveAmendment>) =>
    decide(deps, call, 'approve-amendment', approveAmendment(call.params.batch, call.body, askedBy(call))),
  returnAmendment: (call: Call<typeof at.returnAmendment>) =>
    decide(deps, call, 'approve-amendment', returnAmendment(call.params.batch, call.body, askedBy(call))),
  prepareCancelling: (call: Call<typeof at.prepareCancelling>) =>
    decide(deps, call, 'prepare-cancelling', prepareCancelling(call.params.batch, call.body, askedBy(call))),
  approveCancelling: (call: Call<typeof at.approveCancelling>) =>
    decide(deps, call, 'approve-cancelling', approveCancelling(call.params.batch, call.body, askedBy(call))),
  returnCancelling: (call: Call<typeof at.returnCancelling>) =>
    decide(deps, call, 'approve-cancelling', returnCancelling(call.params.batch, call.body, askedBy(call))),
})

/** Nobody of a unit that takes part has a hand in it; what they have done before is answered again. */
async function decide(
  deps: IntakeDeps,
  click: Click,
  asked: Command,
  decision: Decision<BatchEvent, Batch>,
): Promise<ChangesPage> {
  const { batch } = click.params
  const own = await ownUnitsIn(deps.ledger, batch, click.caller)
  const { state } = await namingOthers(deps, () =>
    execute(deps.ledger, batchKind, {
      stream: batchStream(batch),
      command: click.command,
      by: click.caller.person,
      decide: (before) => {
        const events = decision(before)
        if (events.length > 0) mustBeApart(asked, own)
        return events
      },
    }),
  )
  return show(deps, click, state, own)
}

/** What is prepared is the office's until it is issued, as a call is. */
const forCaller = ({ amendment, cancelling, ...issued }: Batch, { holdings }: Looking['caller']): Batch =>
  permissionFor('prepare-amendment', holdings) || permissionFor('approve-amendment', holdings)
    ? { ...issued, ...(amendment && { amendment }), ...(cancelling && { cancelling }) }
    : issued

/** @throws Refused when no such batch was called */
async function show(
  deps: IntakeDeps,
  { params: { batch }, caller, received }: Looking,
  whole: Batch,
  own: readonly OwnUnit[],
): Promise<ChangesPage> {
  const state = forCaller(whole, caller)
  const { terms, amendment, cancelling, amendments, cancelled } = state
  if (!terms) throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
  const people = [
    ...[amendment?.prepared, cancelling?.prepared].flatMap((one) => (one ? [one.by] : [])),
    ...[...amendments, ...(cancelled ? [cancelled] : [])].flatMap(({ preparedBy, by }) => [preparedBy, by]),
  ]
  const [names, open] = await Promise.all([
    deps.rows.many([...new Set(people)].map(personStream)).then((known) => namesOfOfficers(deps, people, known)),
    openCases(deps.rows, batch),
  ])
  const facts = {
    procedure: procedureOf(terms.procedure),
    cancelled: cancelled !== undefined,
    amendment: amendment?.returned ? undefined : amendment?.prepared,
    cancelling: cancelling?.returned ? undefined : cancelling?.prepared,
  }
  const todosOf = (units: readonly string[]) => batchTodos({ ...facts, units }, caller)
  const todos = todosOf(own.map(({ unit }) => unit))
  const isApart = todos.length === 0 && todosOf([]).length > 0
  return showChanges({
    ...{ batch, terms, state, county: deps.county, open: open.length, now: received },
    who: (person) => names.get(person) ?? person,
    commands: todos.map(({ command }) => command),
    ...(isApart && { apart: whyApart(own) }),
  })
}
