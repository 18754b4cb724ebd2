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
import { procedureOf } from '#procedure/procedures.ts'
import { personStream } from '#roster/person.ts'
import { openCases } from '#rows/rows.ts'
import { batchTodos } from '#steps/batch-todo.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { namesOfOfficers } from '../name-people.ts'
import { showChanges } from './show-changes.ts'

type Looking = { readonly params: { readonly batch: string }; readonly caller: Caller; readonly received: string }
type Click = Looking & { readonly command: string }

export const readChanges =
  (deps: IntakeDeps) =>
  async (call: Call<typeof at.readChanges>): Promise<ChangesPage> => {
    const { state } = await readStream(deps.ledger, batchKind, batchStream(call.params.batch))
    return show(deps, call, state)
  }

export const changesOfBatch = (deps: IntakeDeps) => ({
  readChanges: readChanges(deps),
  prepareAmendment: (call: Call<typeof at.prepareAmendment>) =>
    decide(deps, call, prepareAmendment(call.body, askedBy(call))),
  approveAmendment: (call: Call<typeof at.approveAmendment>) =>
    decide(deps, call, approveAmendment(call.body, askedBy(call))),
  returnAmendment: (call: Call<typeof at.returnAmendment>) =>
    decide(deps, call, returnAmendment(call.body, askedBy(call))),
  prepareCancelling: (call: Call<typeof at.prepareCancelling>) =>
    decide(deps, call, prepareCancelling(call.body, askedBy(call))),
  approveCancelling: (call: Call<typeof at.approveCancelling>) =>
    decide(deps, call, approveCancelling(call.body, askedBy(call))),
  returnCancelling: (call: Call<typeof at.returnCancelling>) =>
    decide(deps, call, returnCancelling(call.body, askedBy(call))),
})

async function decide(deps: IntakeDeps, click: Click, decision: Decision<BatchEvent, Batch>): Promise<ChangesPage> {
  const { state } = await execute(deps.ledger, batchKind, {
    stream: batchStream(click.params.batch),
    command: click.command,
    by: click.caller.person,
    decide: decision,
  })
  return show(deps, click, state)
}

/** @throws Refused when no such batch was called */
async function show(
  deps: IntakeDeps,
  { params: { batch }, caller, received }: Looking,
  state: Batch,
): Promise<ChangesPage> {
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
  const todos = batchTodos(facts, { person: caller.person, holdings: caller.holdings })
  return showChanges({
    ...{ batch, terms, state, county: deps.county, open: open.length, now: received },
    who: (person) => names.get(person) ?? person,
    commands: todos.map(({ command }) => command),
  })
}
