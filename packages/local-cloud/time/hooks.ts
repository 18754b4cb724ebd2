/** One write that reached a front: what a fault test may stop before or after. */
export type Write = { kind: 'table' | 'bucket'; name: string; operation: string; key: unknown }

/** One call of the AWS API by a function. `about`: the request's input, of S3 the ARN of what it touches. */
export type AwsCall = { functionName: string; operation: string; about: unknown }

/** The same once it is answered, one for each request that was sent, with the bytes of both bodies. `signed`: by an address that the function had signed for somebody else. */
export type Answered = {
  functionName: string
  operation: string
  asked: number
  answered: number
  signed?: true
}

/** A call of a function that has ended. `cpuMs`: what its own thread computed for it, by the processor's clock. */
export type Ran = { functionName: string; event: unknown; cpuMs: number }

/** The laptop's time stands while anything runs; where a test is about time that passes meanwhile, it says so itself. */
export type Hand = { jump(instant: number): void }

/** Where a test may put its hand in. None of it is reachable from a template or over HTTP. */
export type Hooks = {
  beforeWrite?: (write: Write, hand: Hand) => void | Promise<void>
  afterWrite?: (write: Write) => void | Promise<void>
  /** Told of each call before it is answered; a retry is another one. */
  called?: (call: AwsCall) => void
  answered?: (answered: Answered) => void
  ran?: (ran: Ran) => void
  /** What time the store takes it to be, in milliseconds; real time when left out. Signers use the real clock. */
  storeNow?: () => number
  /** Milliseconds of real time without a call, after which a function's thread ends. */
  idleMs?: number
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
