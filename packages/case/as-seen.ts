/** Whoever decides on a case has seen what stands; what has nothing left to do is no decision, and is answered again. */
import { Refused } from '#ledger/refused.ts'
import type { Case } from './case.ts'
import type { Deciding } from './standing.ts'

/** The case has left its step and come back since `visit`, so that everything may have changed. */
export class CameBack extends Refused {
  readonly visit: number

  constructor(visit: number, more = '') {
    super(
      'elsewhere',
      `您打开页面之后，本件离开过本环节又回来${more}；本次没有办理，您填写的内容仍在。请核对现在的内容后再办；页面没有更新的，请刷新。`,
    )
    this.visit = visit
  }

  /** The same refusal. @param changed what became of it meanwhile, as the end of a clause */
  with = (changed: string): Refused => new CameBack(this.visit, changed)
}

/** @param visit the visit that the page showed. @throws CameBack for any other one */
export function mustBeAsSeen({ visit: now }: Pick<Case, 'visit'>, visit: number): void {
  if (now !== visit) throw new CameBack(visit)
}

/** The decision, as long as the case pays the visit that was seen. */
export const asSeen =
  (visit: number, decide: Deciding): Deciding =>
  (state) => {
    const decided = decide(state)
    if (decided.length > 0) mustBeAsSeen(state, visit)
    return decided
  }

/** The decision, as long as the form stands as it was seen. @param covers its digest then */
export const asCovered =
  (form: string, covers: string, decide: Deciding): Deciding =>
  (state) => {
    const decided = decide(state)
    if (decided.length > 0 && state.papers[form]?.form?.digest !== covers)
      throw new Refused('elsewhere', '您看到的表格之后又被修改过，本次没有提交；请刷新，核对后再提交。')
    return decided
  }
