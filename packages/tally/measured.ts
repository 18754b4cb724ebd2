import type { Exact } from './exact.ts'
import type { FoundBy } from './finding.ts'
import type { Branch } from './weigh.ts'

/** One scorer's whole impression by one method, out of 100. */
export type Mark = { readonly method: string; readonly scorer: string; readonly mark: string }
/** A sitting of the law test: marks out of 100 of those who came, without names. */
export type Sitting = { readonly method: string; readonly invited: number; readonly marks: readonly string[] }
/** A round of interviews: how many answered one question, and how many of them well. */
export type Answered = { readonly method: string; readonly answered: number; readonly well: number }

/** Everything that the assessment of one unit has found, by all of its methods. */
export type Measured = {
  readonly standard: Branch
  /** Of each method the indicators that it has to find; a method that looks at what it chooses has to find none. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>
  /** What the unit calls not applicable, and the method whose scorers have to agree. */
  readonly notApplicable: { readonly said: ReadonlySet<string>; readonly agreedBy: ReadonlySet<string> }
  readonly found: readonly FoundBy[]
  readonly marks: readonly Mark[]
  readonly sittings: readonly Sitting[]
  readonly answers: readonly Answered[]
}

/** What has to be found yet, by method; what a method measures as a whole has no `items`. */
export type Missing = { readonly method: string; readonly items?: readonly string[] }

/** One indicator after all methods. `findings`: in the order in which they were given. */
export type Indicator = {
  readonly item: string
  readonly verdict: 'reached' | 'notReached' | 'notApplicable' | 'unfound'
  readonly findings: readonly FoundBy[]
}
/** Of one indicator by one method, of several scorers; `value`: from 0 to 1. */
export type Scored = { readonly item: string; readonly share: Exact; readonly value: Exact }
