/** What one person prepares and another approves: who prepares again has seen what stands there, who approves has read it. */
import { said } from '#calendar/said.ts'
import { canonicalJson } from './chain.ts'
import { Refused } from './refused.ts'
import { seenAs } from './seen.ts'

/** `replaces`, `prepared`: names, by `seenAs`, of what the page showed. */
export type Approving = { readonly prepared: string; readonly secrecyChecked: boolean }
export type Prepared = { readonly type: string; readonly at: string; readonly by: string }
/** What is prepared in which stream; `what` is how sentences call it. */
export type Preparing = { readonly stream: string; readonly what: string }

/** What waits for approval, or went back and why. */
export type Pending<P, R> = { readonly prepared: P; readonly returned?: R }

/** What waits for approval, and did not go back. */
export const waiting = <P>(pending: Pending<P, unknown> | undefined): P | undefined =>
  pending?.returned ? undefined : pending?.prepared

/** Somebody else has prepared meanwhile what this was to replace. */
export class Overtaken extends Refused {
  readonly by: string
  readonly #at: string
  readonly #what: string

  constructor(what: string, { by, at }: Prepared) {
    super('conflict', overtaken('其他人员', at, what))
    this.by = by
    this.#at = at
    this.#what = what
  }

  /** The same refusal, to be read by people. @param who the name of whoever prepared it */
  named(who: string): Refused {
    return new Refused('conflict', overtaken(who, this.#at, this.#what))
  }
}

const overtaken = (who: string, at: string, what: string): string =>
  `${who}于${said(at)}拟制了${what}，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。`

/** The same person says the same once more. */
export const isRepeated = (standing: Prepared | undefined, prepared: Prepared): boolean =>
  standing?.by === prepared.by && saying(standing) === saying(prepared)
const saying = ({ at, ...rest }: Prepared): string => canonicalJson(rest)

/** What somebody else has prepared gives way only to whoever saw it, and nobody replaces what is not there. @throws Overtaken, Refused */
export function mustGiveWay(
  standing: Prepared | undefined,
  { by, replaces }: { readonly by: string; readonly replaces: string | undefined },
  { stream, what }: Preparing,
): void {
  if (replaces === (standing && seenAs(standing, stream))) return
  if (standing && standing.by !== by) throw new Overtaken(what, standing)
  if (replaces !== undefined)
    throw new Refused('elsewhere', `您打开页面时看到的${what}稿之后有变动；本次没有送签，请刷新，核对后再办。`)
}

/**
 * What was looked at before a decision on a preparation holds only while that stands as it did.
 * @param seen what was read before @throws Overtaken
 */
export function mustStandAsRead(standing: Prepared | undefined, seen: Prepared | undefined, { what }: Preparing): void {
  if (standing && (!seen || canonicalJson(standing) !== canonicalJson(seen))) throw new Overtaken(what, standing)
}

/** @throws Refused when nothing waits, or something newer than what was seen */
export function mustWait<P extends Prepared>(waiting: P | undefined, seen: string, { stream, what }: Preparing): P {
  if (!waiting) throw new Refused('elsewhere', `没有待签发的${what}；请刷新后再办。`)
  if (seenAs(waiting, stream) !== seen)
    throw new Refused('elsewhere', `您看到的${what}稿之后又修改过；请刷新，核对后再办。`)
  return waiting
}

/** @throws Refused for whoever prepared it, and before the secrecy check 保密审查 */
export function mustApprove(
  { by: preparedBy }: Prepared,
  by: string,
  { secrecyChecked }: Approving,
  { what }: Preparing,
): void {
  if (preparedBy === by) throw new Refused('forbidden', `${what}是您拟制的，不能由您自己签发；请由其他有权人员签发。`)
  if (!secrecyChecked)
    throw new Refused('incomplete', '发布前应当进行保密审查。', { secrecyChecked: '请确认已进行保密审查' })
}
