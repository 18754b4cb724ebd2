export type Wait = {
  readonly case: string
  readonly step: string
  /** Ends the wait. */
  readonly token: string
  /** How many commits of the case the machine had seen when it began to wait. */
  readonly seen: number
}

/**
 * Which waits of the state machine for news of a case are open, under which generation of its name a case's execution
 * runs, and which cases were begun and are not done with.
 */
export interface Waits {
  /** Keeps a wait; the step's earlier one is forgotten, since the machine waits under the newest token only. */
  store(wait: Wait): Promise<void>
  of(stream: string): Promise<readonly Wait[]>
  /** Forgets a wait while it still holds that token: the machine may already wait again under a new one. */
  forget(wait: Wait): Promise<void>
  /** The generation of the case's execution; none before its first. */
  generation(stream: string): Promise<number | undefined>
  /**
   * Moves on from a generation, unless another caller has; answers with the one that counts now. The case is unfinished
   * from then on.
   */
  advance(stream: string, from: number | undefined): Promise<number>
  /** Cases whose execution was started, until somebody has seen that nothing is left to do for them. */
  unfinished(): Promise<readonly string[]>
  /** Nothing is left to do for the case; started again, it is unfinished again. */
  finish(stream: string): Promise<void>
}
