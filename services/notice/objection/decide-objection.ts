import { saidCancelled } from '#batch/approve-change.ts'
import { caseKind, caseStream, type Made } from '#case/case.ts'
import { mustNotHaveMade } from '#case/standing.ts'
import type { NoticePage, noticeEndpoints } from '#contracts/notice.ts'
import type { Caller, UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { Rows } from '#rows/rows.ts'
import {
  admit,
  decline,
  find,
  type Objection,
  type ObjectionEvent,
  objectionKind,
  objectionStream,
  SETTLES,
} from '#steps/notice/objection.ts'
import { mayAtStep, mustBeAllowed } from '../allowed-at-step.ts'
import { lookAround } from '../notice/look-at-notice.ts'
import { noticePageOf } from '../notice/notice-page.ts'
import { type NoticeStep, noticeStepOf } from '../notice/notice-step.ts'
import { noticeOf } from '../notice/read-notices.ts'
import { receiptLine } from './receipt-line.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }
type Asked = { readonly by: string; readonly received: string }
type Params = { readonly batch: string; readonly n: string; readonly objection: string }
type Call = { readonly params: Params; readonly caller: Caller; readonly command: string; readonly received: string }

export const admitObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.admitObjection> =>
  (call) =>
    decide(deps, call, 'admit-objection', (asked, _step, enteredBy) => admit(asked, enteredBy))

export const declineObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.declineObjection> =>
  (call) =>
    decide(deps, call, 'decline-objection', (asked, _step, enteredBy) => decline(call.body.reason, asked, enteredBy))

export const findObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.findObjection> =>
  (call) =>
    decide(deps, call, 'find-objection', (asked, { value, terms }) => {
      const { body } = call
      if (body.result !== 'reassess') return find(body, asked)
      if (!value.reassess)
        throw new Refused('incomplete', '本批次的程序没有重新考核这一结果。', { result: '请选择异议成立或不成立' })
      return (state) => {
        const events = find(body, asked)(state)
        const { cancelled } = terms
        if (events.length > 0 && cancelled)
          throw new Refused(
            'incomplete',
            `${saidCancelled(cancelled)}，不再重新考核；请认定异议成立或不成立，并予答复。`,
            {
              result: '请选择异议成立或不成立',
            },
          )
        return events
      }
    })

async function decide(
  deps: Deps,
  { params: { batch, n, objection }, caller, command, received }: Call,
  permission: Command,
  deciding: (asked: Asked, step: NoticeStep, enteredBy: string) => Decision<ObjectionEvent, Objection>,
): Promise<NoticePage> {
  const { ledger } = deps
  const found = await noticeOf(ledger, batch, n)
  const known = await lookAround(deps.rows, batch, found)
  const step = await noticeStepOf(ledger, batch, found.shown.step, known)
  mustBeAllowed(permission, caller, step)
  // Whom an objection is about stands in the ledger only, so the edge could not know.
  const { about, by: enteredBy } = receiptLine(found, objection)
  if (!mayAtStep(permission, caller, step, about))
    throw new Refused('forbidden', '这件异议涉及您任职的单位，按规定应当回避；请由其他人员办理。')
  const stream = objectionStream(objection)
  const [first, made] = await Promise.all([
    readStream(ledger, objectionKind, stream),
    SETTLES.has(permission) ? madeBy(ledger, caseStream(batch, about), step, known) : undefined,
  ])
  if (first.commits.length === 0) throw new Refused('elsewhere', '这件异议刚刚收到，正在登记；请几秒钟后刷新再办。')
  const by = caller.person
  // Nor may the click have done something to the notice.
  doneBy(found.read.commits, { command, by })
  const asked = deciding({ by, received }, step, enteredBy)
  const decide: typeof asked = (state) => {
    const events = asked(state)
    if (events.length > 0 && made) mustNotHaveMade(made, by, `不能“${COMMANDS[permission]}”`)
    return events
  }
  const { state } = await execute(ledger, objectionKind, { stream, command, by, decide, first })
  return noticePageOf(deps, found, step, { caller, received, known, decided: new Map([[objection, state]]) })
}

/**
 * Who has made the forms of a case. At its notice they are all handed in, and nobody has a hand in them any more: a row
 * that shows the case there, or ended, is as good as the ledger.
 */
async function madeBy(ledger: Ledger, stream: string, { name }: NoticeStep, known: Known): Promise<Made> {
  const row = knownAs(known, 'case', stream)
  return row && (row.ended || row.step === name) ? row : (await readStream(ledger, caseKind, stream)).state
}
