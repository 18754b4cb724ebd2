/** The call of a batch: an officer prepares it, another person sends it back or opens it; everybody reads what is open. */
import { type Batch, type BatchEvent, batchKind, batchStream, type CallTerms } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { filesOfCall, OF_CALLS } from '#batch/files-of-call.ts'
import * as deciders from '#batch/open-call.ts'
import type { CallPage } from '#contracts/call.ts'
import type { intakeEndpoints as at } from '#contracts/intake.ts'
import type { Call, Caller } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeFor } from '#evidence/file-owner.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { callTodos, seesPrepared } from '#steps/batch-todo.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { mustBeClean, referenceTo } from '../kept-evidence.ts'
import { namesOfOfficers, namingOthers } from '../name-people.ts'
import { showCall } from './show-call.ts'
import { termsOfCall } from './terms-of-call.ts'

type Looking = { readonly params: { readonly batch: string }; readonly caller: Caller }
type Click = Looking & { readonly command: string }

export const callsOfBatch = (deps: IntakeDeps) => ({
  readCall: async (call: Call<typeof at.readCall>): Promise<CallPage> => {
    const { state } = await readStream(deps.ledger, batchKind, batchStream(call.params.batch))
    return show(deps, call, state)
  },
  prepareCall: async (call: Call<typeof at.prepareCall>): Promise<CallPage> => {
    const { batch } = call.params
    const wrong = problemOfNumber(batch)
    if (wrong) throw new Refused('incomplete', `批次编号应为“年份-期数”，如2018-2；收到“${batch}”。`, { batch: wrong })
    const { replaces, ...body } = call.body
    const terms = await termsOfCall(deps, body)
    return decide(deps, call, deciders.prepareCall(batch, { terms, replaces }, askedBy(call)))
  },
  openCall: async (call: Call<typeof at.openCall>) => {
    const { batch } = call.params
    const first = await readStream(deps.ledger, batchKind, batchStream(batch))
    const { call: waiting } = first.state
    const files = waiting ? filesOfCall(waiting.prepared.terms).map(({ used }) => used) : []
    // Everybody gets them from now on.
    await mustBeClean(deps, [OF_CALLS], files, '请退回，换掉或者去掉这些附件后重新拟制')
    return decide(deps, call, deciders.openCall(batch, call.body, askedBy(call)), first)
  },
  returnCall: (call: Call<typeof at.returnCall>) =>
    decide(deps, call, deciders.returnCall(call.params.batch, call.body, askedBy(call))),
})

/** @param first the stream as it was read already */
async function decide(
  deps: IntakeDeps,
  click: Click,
  decision: Decision<BatchEvent, Batch>,
  first?: Read<BatchEvent, Batch>,
): Promise<CallPage> {
  const { state } = await namingOthers(deps, () =>
    execute(deps.ledger, batchKind, {
      ...{ stream: batchStream(click.params.batch), command: click.command, by: click.caller.person },
      decide: decision,
      ...(first && { first }),
    }),
  )
  return show(deps, click, state)
}

/** @throws Refused where nothing is called, and for others than the office where it is prepared only */
async function show(deps: IntakeDeps, { params: { batch }, caller }: Looking, state: Batch): Promise<CallPage> {
  const inHand = seesPrepared(caller)
  if (!state.terms && !(state.call && inHand))
    throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
  const { call, opened } = state
  const people = inHand
    ? [
        ...(call ? [call.prepared.by, ...(call.returned ? [call.returned.by] : [])] : []),
        ...(opened ? [opened.preparedBy, opened.by] : []),
      ]
    : []
  const units = state.terms ? caller.holdings.flatMap(({ unit }) => unit ?? []) : []
  // Of one that is prepared only, whoever opens it is told otherwise.
  const given = opened && state.terms ? filesOfCall(state.terms) : []
  const streamOf = ({ sha256 }: (typeof given)[number]) => evidenceStream(OF_CALLS, sha256)
  const asked = [...new Set([...people.map(personStream), ...units.map(unitStream), ...given.map(streamOf)])]
  const known = await deps.rows.many(asked)
  const names = await namesOfOfficers(deps, people, known)
  const terms = state.terms ?? call?.prepared.terms
  const scan = terms?.approval.scan
  // Once it is open everybody gets them by the address that its page has.
  const files = inHand && call && terms ? filesOfCall(terms) : []
  return showCall({
    ...{ batch, state, inHand },
    ...(inHand && scan && { scan: await referenceTo(deps.ledger, [officeFor('minutes')], scan) }),
    files: await Promise.all(files.map(({ used }) => referenceTo(deps.ledger, [OF_CALLS], used))),
    who: (person) => names.get(person) ?? person,
    bad: new Set(
      given.flatMap((one) => (knownAs(known, 'evidence', streamOf(one))?.status === 'infected' ? [one.sha256] : [])),
    ),
    uninvited: state.terms && !state.cancelled ? uninvitedOf(state.terms, units, known) : [],
    commands: call ? callTodos(factOf(call), caller).map(({ command }) => command) : [],
  })
}

const uninvitedOf = (terms: CallTerms, units: readonly string[], known: Known): string[] =>
  [...new Set(units)].flatMap((unit) => {
    const row = knownAs(known, 'unit', unitStream(unit))
    return row && !isInvited(terms, row) ? [whyNotInvited(terms, { name: row.name, kind: row.kindOfUnit })] : []
  })

const factOf = ({ prepared: { by, at }, returned }: NonNullable<Batch['call']>) => ({
  by,
  at,
  returned: returned?.reason,
})
