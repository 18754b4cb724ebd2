/** One act on several objections of one notice, in the same words: each is kept on its own, and answered by its own receipt. */

import type { NoticePage } from '#contracts/notice.ts'
import type { Caller } from '#edge/use-case.ts'
import { type RefusalCode, Refused } from '#ledger/refused.ts'
import type { Objection } from '#steps/notice/objection.ts'
import { noticePageOf } from '../notice/notice-page.ts'
import { type Asking, type DecidingDeps, decideReady, lookToDecide, readyToDecide } from './decide-one.ts'

type ManyCall = {
  readonly params: { readonly batch: string; readonly n: string }
  readonly body: { readonly objections: readonly string[] }
  readonly caller: Caller
  readonly command: string
  readonly received: string
}
export type DecidedMany = {
  readonly page: NoticePage
  readonly done: string[]
  /** Those that this person may not decide, or that somebody decided before, each with its sentence. */
  readonly left: { objection: string; why: string }[]
}

/** What is wrong with the words themselves, or with the click: of all of them alike, so that nothing is decided. */
const OF_ALL: ReadonlySet<RefusalCode> = new Set(['incomplete', 'conflict'])

/**
 * First what each comes to, then all that can be decided: what is wrong with the words is said before anything is
 * written. Two calls for each, of which none waits for another.
 * @throws Refused where none of them can be decided, naming each
 */
export async function decideMany(
  deps: DecidingDeps,
  { params, body, caller, command, received }: ManyCall,
  ways: Pick<Asking, 'permission' | 'deciding'>,
): Promise<DecidedMany> {
  const asking = { caller, command, received, ...ways }
  const looked = await lookToDecide(deps, params, asking)
  const left: { objection: string; why: string; code: RefusalCode }[] = []
  /** What comes of it; undefined where it is left out. */
  const leaving = async <T>(objection: string, doing: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await doing()
    } catch (error) {
      if (!(error instanceof Refused) || OF_ALL.has(error.code)) throw error
      left.push({ objection, why: error.message, code: error.code })
      return undefined
    }
  }
  const all = [...new Set(body.objections)]
  const readied = await Promise.all(
    all.map(async (objection) => ({
      objection,
      ready: await leaving(objection, () => readyToDecide(deps, looked, objection, asking)),
    })),
  )
  const decided = new Map<string, Objection>()
  await Promise.all(
    readied.map(async ({ objection, ready }) => {
      const state = ready && (await leaving(objection, () => decideReady(deps, looked, objection, asking, ready)))
      if (state) decided.set(objection, state)
    }),
  )
  const inOrder = left.toSorted((a, b) => all.indexOf(a.objection) - all.indexOf(b.objection))
  const [first] = inOrder
  if (first && decided.size === 0)
    throw new Refused(first.code, `所选的${all.length}件异议都没有办理。${inOrder.map(saidLeft).join('')}`)
  const { found, step, known } = looked
  return {
    page: await noticePageOf(deps, found, step, { caller, received, known, decided }),
    done: all.filter((objection) => decided.has(objection)),
    left: inOrder.map(({ objection, why }) => ({ objection, why })),
  }
}

const saidLeft = ({ objection, why }: { objection: string; why: string }): string => `${objection}：${why}`
