import type { NoticePage, noticeEndpoints } from '#contracts/notice.ts'
import type { Caller, UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import type { Command } from '#procedure/commands.ts'
import type { Rows } from '#rows/rows.ts'
import {
  admit,
  decline,
  find,
  type Objection,
  type ObjectionEvent,
  objectionKind,
  objectionStream,
} from '#steps/notice/objection.ts'
import { mayAtStep, mustBeAllowed } from './allowed-at-step.ts'
import { lookAround } from './look-at-notice.ts'
import { noticePageOf } from './notice-page.ts'
import { type NoticeStep, noticeStepOf } from './notice-step.ts'
import { noticeOf } from './read-notices.ts'
import { receiptLine } from './receipt-line.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly persons: Pick<Persons, 'names'> }
type Asked = { readonly by: string; readonly received: string }
type Params = { readonly batch: string; readonly n: string; readonly objection: string }
type Call = { readonly params: Params; readonly caller: Caller; readonly command: string; readonly received: string }

export const admitObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.admitObjection> =>
  (call) =>
    decide(deps, call, 'admit-objection', admit)

export const declineObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.declineObjection> =>
  (call) =>
    decide(deps, call, 'decline-objection', (asked) => decline(call.body.reason, asked))

export const findObjection =
  (deps: Deps): UseCase<typeof noticeEndpoints.findObjection> =>
  (call) =>
    decide(deps, call, 'find-objection', (asked, { value }) => {
      if (call.body.result === 'reassess' && !value.reassess)
        throw new Refused('incomplete', '本批次的程序没有重新考核这一结果。', { result: '请选择异议成立或不成立' })
      return find(call.body, asked)
    })

async function decide(
  deps: Deps,
  { params: { batch, n, objection }, caller, command, received }: Call,
  permission: Command,
  deciding: (asked: Asked, step: NoticeStep) => Decision<ObjectionEvent, Objection>,
): Promise<NoticePage> {
  const { ledger } = deps
  const found = await noticeOf(ledger, batch, n)
  const known = await lookAround(deps.rows, batch, found)
  const step = await noticeStepOf(ledger, batch, found.shown.step, known)
  mustBeAllowed(permission, caller, step)
  // Whom an objection is about stands in the ledger only, so the edge could not know.
  if (!mayAtStep(permission, caller, step, receiptLine(found, objection).about))
    throw new Refused('forbidden', '这件异议涉及您任职的单位，按规定应当回避；请由其他人员办理。')
  const stream = objectionStream(objection)
  const first = await readStream(ledger, objectionKind, stream)
  if (first.commits.length === 0) throw new Refused('elsewhere', '这件异议刚刚收到，正在登记；请几秒钟后刷新再办。')
  const by = caller.person
  const decide = deciding({ by, received }, step)
  const { state } = await execute(ledger, objectionKind, { stream, command, by, decide, first })
  return noticePageOf(deps, found, step, { caller, received, known, decided: new Map([[objection, state]]) })
}
