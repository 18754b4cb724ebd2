/** What the office decides about objections of a notice: about one, or in the same words about several, each on its own. */
import { saidCancelled } from '#batch/approve-change.ts'
import type { NoticePage, noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { admit, decline, find } from '#steps/notice/objection.ts'
import { noticePageOf } from '../notice/notice-page.ts'
import { type DecidedMany, decideMany } from './decide-many.ts'
import {
  type Asking,
  type Deciding,
  type DecidingDeps,
  decideReady,
  lookToDecide,
  readyToDecide,
} from './decide-one.ts'

type Ways = Pick<Asking, 'permission' | 'deciding'>
const admitting: Ways = {
  permission: 'admit-objection',
  deciding: (asked, _step, enteredBy) => admit(asked, enteredBy),
}
const declining = (reason: string): Ways => ({
  permission: 'decline-objection',
  deciding: (asked, _step, enteredBy) => decline(reason, asked, enteredBy),
})
type Finding = Parameters<typeof find>[0]
const finding = (given: Finding): Ways => ({ permission: 'find-objection', deciding: finds(given) })

type One = { readonly batch: string; readonly n: string; readonly objection: string }
type OneCall = { readonly params: One } & Omit<Asking, keyof Ways>
type Uses = typeof noticeEndpoints

export const admitObjection =
  (deps: DecidingDeps): UseCase<Uses['admitObjection']> =>
  (call) =>
    decideOne(deps, call, admitting)
export const declineObjection =
  (deps: DecidingDeps): UseCase<Uses['declineObjection']> =>
  (call) =>
    decideOne(deps, call, declining(call.body.reason))
export const findObjection =
  (deps: DecidingDeps): UseCase<Uses['findObjection']> =>
  (call) =>
    decideOne(deps, call, finding(call.body))

export const admitObjections =
  (deps: DecidingDeps): UseCase<Uses['admitObjections']> =>
  (call) =>
    decideMany(deps, call, admitting)
export const declineObjections =
  (deps: DecidingDeps): UseCase<Uses['declineObjections']> =>
  (call) =>
    decideMany(deps, call, declining(call.body.reason))
export const findObjections =
  (deps: DecidingDeps): UseCase<Uses['findObjections']> =>
  (call): Promise<DecidedMany> => {
    const { result, reason, reply } = call.body
    return decideMany(deps, call, finding({ result, reason, reply }))
  }

async function decideOne(deps: DecidingDeps, { params, ...call }: OneCall, ways: Ways): Promise<NoticePage> {
  const { objection } = params
  const { caller, command, received } = call
  const asking = { caller, command, received, ...ways }
  const looked = await lookToDecide(deps, params, asking)
  const ready = await readyToDecide(deps, looked, objection, asking)
  const state = await decideReady(deps, looked, objection, asking, ready)
  const { found, step, known } = looked
  return noticePageOf(deps, found, step, { caller, received, known, decided: new Map([[objection, state]]) })
}

const finds =
  (given: Finding): Deciding =>
  (asked, { value, terms }) => {
    if (given.result !== 'reassess') return find(given, asked)
    if (!value.reassess)
      throw new Refused('incomplete', '本批次的程序没有重新考核这一结果。', { result: '请选择异议成立或不成立' })
    return (state) => {
      const events = find(given, asked)(state)
      const { cancelled } = terms
      if (events.length > 0 && cancelled)
        throw new Refused(
          'incomplete',
          `${saidCancelled(cancelled)}，不再重新考核；请认定异议成立或不成立，并予答复。`,
          { result: '请选择异议成立或不成立' },
        )
      return events
    }
  }
