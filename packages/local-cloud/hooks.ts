/** One write that reached a front: what a fault test may stop before or after. */
export type Write = { kind: 'table' | 'bucket'; name: string; operation: string; key: unknown }

/** Where a test may put its hand in. None of it is reachable from a template or over HTTP. */
export type Hooks = {
  beforeWrite?: (write: Write) => void | Promise<void>
  afterWrite?: (write: Write) => void | Promise<void>
  /** Milliseconds of real time a function's call is held back while it counts as running. */
  delayMs?: (functionName: string) => number
  /** Stream records that never arrive. */
  dropRecord?: (record: { table: string; keys: unknown }, functionName: string) => boolean
  /** Firings of a scheduled rule that a rehearsal does without, by the rule's name and the instant in milliseconds. */
  skipSchedule?: (rule: string, instant: number) => boolean
  /** A number from 0 to 1. Given, consumers receive records in an order of its choosing across keys, and some batches twice. */
  shuffle?: () => number
  /** What functions would take from chance follows from this, so that two rehearsals can be compared byte by byte. */
  seed?: string
}
