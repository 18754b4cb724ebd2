/** One thing that is not as it was written: where it lies, as exactly as can be told, and a sentence. */
export type Finding = {
  readonly kind: 'ledger' | 'root' | 'row' | 'content' | 'person' | 'evidence' | 'page' | 'store'
  readonly stream?: string
  /** The number of the commit in its stream. */
  readonly commit?: number
  /** The path of a field, as `events[0].reason`, or the names of those that it may be. */
  readonly field?: string
  /** The day of the first root that shows it. */
  readonly date?: string
  readonly sentence: string
  /** Where it may be nobody's doing: a day on which sealing failed looks like one whose root was deleted. */
  readonly unsure?: true
  /** Hashed and chained as it should be, and not what this release would have decided. */
  readonly byRules?: true
  /** What the field said, and says now: for whoever may read the record, and for no log. */
  readonly was?: unknown
  readonly is?: unknown
}
