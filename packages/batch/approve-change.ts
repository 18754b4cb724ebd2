/** What amending and cancelling have in common: an officer prepares, another person approves after the secrecy check. */
import canonicalize from 'canonicalize'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Batch, CallTerms, Ending } from './batch.ts'
import { namesSomebody } from './names-somebody.ts'

export type Asked = { readonly by: string; readonly received: string }
/** `prepared`: the preparation that was seen, by its name. */
export type Approving = { readonly prepared: string; readonly secrecyChecked: boolean }
type Prepared = { readonly type: string; readonly v: 1; readonly at: string; readonly by: string }

/** The terms of a batch that runs. @throws Refused when it was never called, or is cancelled */
export function mustRun({ terms, ...batch }: Batch): CallTerms {
  if (!terms) throw new Refused('unknown', '没有这一批次的创建通知；请从批次列表重新进入。')
  mustNotBeCancelled(batch)
  return terms
}

/** @throws Refused when the batch is cancelled: nothing is done in it any more */
export function mustNotBeCancelled({ cancelled }: Ending): void {
  if (cancelled) throw new Refused('elsewhere', `${saidCancelled(cancelled)}，不能再办理。`)
}

export const saidCancelled = ({ at }: { readonly at: string }): string => `本批次已于${saidDay(dateOf(at))}取消`

/** What a preparation says, whoever enters it and when. */
export const saying = ({ type, v, at, by, ...rest }: Prepared): string | undefined => canonicalize(rest)

/** What is published names nobody's number. @throws Refused */
export function mustNameNobody(reason: string): void {
  if (namesSomebody(reason))
    throw new Refused('incomplete', '理由向社会公开，其中有手机号码或身份证号；请改写。', {
      reason: '请去掉手机号码、身份证号',
    })
}

/** @throws Refused when nothing waits, or something newer than what was seen */
export function mustWait<P extends Prepared>(
  pending: { readonly prepared: P; readonly returned?: unknown } | undefined,
  seen: string,
  what: string,
): P {
  if (!pending || pending.returned) throw new Refused('elsewhere', `没有待签发的${what}；请刷新后再办。`)
  if (seenAs(pending.prepared) !== seen)
    throw new Refused('elsewhere', `您看到的${what}之后又修改过；请刷新，核对后再办。`)
  return pending.prepared
}

/**
 * What somebody else has prepared gives way only to whoever saw it. `replaces`: what the page showed.
 * @throws Refused
 */
export function mustHaveSeen(
  pending: { readonly prepared: Prepared } | undefined,
  { by, replaces, what }: { readonly by: string; readonly replaces: string | undefined; readonly what: string },
): void {
  if (pending && pending.prepared.by !== by && seenAs(pending.prepared) !== replaces)
    throw new Refused('conflict', `其他人员刚刚拟制了${what}；请刷新，核对后再办。`)
}

/** @throws Refused for whoever prepared it, and before the secrecy check 保密审查 */
export function mustApprove({ by: preparedBy }: Prepared, { by }: Asked, secrecyChecked: boolean, what: string): void {
  if (preparedBy === by) throw new Refused('forbidden', `${what}是您拟制的，不能由您自己签发；请由其他有权人员签发。`)
  if (!secrecyChecked)
    throw new Refused('incomplete', '发布前应当进行保密审查。', { secrecyChecked: '请确认已进行保密审查' })
}
