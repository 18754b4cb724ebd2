import {
  admit,
  decline,
  find,
  type Objection,
  type ObjectionEvent,
  objectionKind,
  objectionStream,
} from '#acts/objection.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Caller, UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import { type Command, permissionFor } from '#procedure/permissions.ts'
import { noticePageOf } from './notice-page.ts'
import { noticeOf, type PublishedNotice } from './read-notices.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }
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
    decide(deps, call, 'find-objection', (asked) => find(call.body, asked))

async function decide(
  deps: Deps,
  { params: { batch, n, objection }, caller, command, received }: Call,
  permission: Command,
  deciding: (asked: Asked) => Decision<ObjectionEvent, Objection>,
) {
  const { ledger } = deps
  const about = receiptLine(await noticeOf(ledger, batch, n), objection).about
  // Whom an objection is about stands in the ledger only, so the edge could not know.
  if (!permissionFor(permission, caller.holdings, { unit: about }))
    throw new Refused('forbidden', '这件异议涉及您任职的单位，按规定应当回避；请由其他人员办理。')
  const stream = objectionStream(objection)
  if ((await readStream(ledger, objectionKind, stream)).commits.length === 0)
    throw new Refused('elsewhere', '这件异议刚刚收到，正在登记；请几秒钟后刷新再办。')
  const by = caller.person
  await execute(ledger, objectionKind, { stream, command, by, decide: deciding({ by, received }) })
  return noticePageOf(deps, await noticeOf(ledger, batch, n), { caller, received })
}

/** @throws Refused when the notice has no such receipt line */
export function receiptLine({ notice }: PublishedNotice, objection: string) {
  const line = Object.hasOwn(notice.objections, objection) ? notice.objections[objection] : undefined
  if (!line) throw new Refused('unknown', '这一期公示没有这件异议；请核对编号。')
  return line
}
