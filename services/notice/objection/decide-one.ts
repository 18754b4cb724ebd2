/** A decision on one objection of a notice, each in its own stream; what a notice's objections have in common is looked up once. */

import { caseKind, caseStream, type Made } from '#case/case.ts'
import { mustNotHaveMade } from '#case/standing.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute, type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { Rows } from '#rows/rows.ts'
import {
  type Objection,
  type ObjectionEvent,
  objectionKind,
  objectionStream,
  SETTLES,
} from '#steps/notice/objection.ts'
import { mayAtStep, mustBeAllowed } from '../allowed-at-step.ts'
import { namingOthers } from '../name-people.ts'
import { lookAround } from '../notice/look-at-notice.ts'
import type { PaperOrgans } from '../notice/notice-page.ts'
import { type NoticeStep, noticeStepOf } from '../notice/notice-step.ts'
import { type FoundNotice, noticeOf } from '../notice/read-notices.ts'
import { receiptLine } from './receipt-line.ts'

export type DecidingDeps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: PaperOrgans
}
export type Asked = { readonly by: string; readonly received: string }
export type Deciding = (asked: Asked, step: NoticeStep, enteredBy: string) => Decision<ObjectionEvent, Objection>
export type Asking = {
  readonly caller: Caller
  readonly command: string
  readonly received: string
  readonly permission: Command
  readonly deciding: Deciding
}
export type Looked = { readonly found: FoundNotice; readonly known: Known; readonly step: NoticeStep }

/** The notice, once this person may decide on objections to it at all, and unless this click did something to it. */
export async function lookToDecide(
  { ledger, rows }: DecidingDeps,
  { batch, n }: { readonly batch: string; readonly n: string },
  { caller, command, permission }: Pick<Asking, 'caller' | 'command' | 'permission'>,
): Promise<Looked> {
  const found = await noticeOf(ledger, batch, n)
  const known = await lookAround(rows, batch, found)
  const step = await noticeStepOf(ledger, batch, found.shown.step, known)
  mustBeAllowed(permission, caller, step)
  doneBy(found.read.commits, { command, by: caller.person })
  return { found, known, step }
}

type Ready = { readonly first: Read<ObjectionEvent, Objection>; readonly decide: Decision<ObjectionEvent, Objection> }

/**
 * What would be decided of one, with its stream as it was read: nothing is written.
 * @throws Refused where this person may not, or its state does not allow it
 */
export async function readyToDecide(
  { ledger, persons }: DecidingDeps,
  { found, known, step }: Looked,
  objection: string,
  { caller, command, received, permission, deciding }: Asking,
): Promise<Ready> {
  // Whom an objection is about stands in the ledger only, so the edge could not know.
  const { about, by: enteredBy } = receiptLine(found, objection)
  if (!mayAtStep(permission, caller, step, about))
    throw new Refused('forbidden', '这件异议涉及您任职的单位，按规定应当回避；请由其他人员办理。')
  const [first, made] = await Promise.all([
    readStream(ledger, objectionKind, objectionStream(objection)),
    SETTLES.has(permission) ? madeBy(ledger, caseStream(found.shown.batch, about), step, known) : undefined,
  ])
  if (first.commits.length === 0) throw new Refused('elsewhere', '这件异议刚刚收到，正在登记；请几秒钟后刷新再办。')
  const by = caller.person
  const asked = deciding({ by, received }, step, enteredBy)
  const decide: Ready['decide'] = (state) => {
    const events = asked(state)
    if (events.length > 0 && made) mustNotHaveMade(made, by, `不能“${COMMANDS[permission]}”`)
    return events
  }
  if (!doneBy(first.commits, { command, by }))
    await namingOthers({ ledger, persons, known }, async () => decide(first.state))
  return { first, decide }
}

/** Writes it; whoever was faster meanwhile is named. */
export async function decideReady(
  { ledger, persons }: DecidingDeps,
  { known }: Looked,
  objection: string,
  { caller, command }: Asking,
  { first, decide }: Ready,
): Promise<Objection> {
  const asked = { stream: objectionStream(objection), command, by: caller.person, decide, first }
  const { state } = await namingOthers({ ledger, persons, known }, () => execute(ledger, objectionKind, asked))
  return state
}

/**
 * Who has made the forms of a case. At its notice they are all handed in, and nobody has a hand in them any more: a row
 * that shows the case there, or ended, is as good as the ledger.
 */
async function madeBy(ledger: Ledger, stream: string, { name }: NoticeStep, known: Known): Promise<Made> {
  const row = knownAs(known, 'case', stream)
  return row && (row.ended || row.step === name) ? row : (await readStream(ledger, caseKind, stream)).state
}
