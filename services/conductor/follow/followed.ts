/**
 * How far the stream of an act has been followed: every line up to a commit has reached its case or was set aside, so
 * that no later news of the act asks its cases again. A mark that was lost costs looks and changes nothing.
 */
export interface Followed {
  /** The newest commit of the act that was followed to its last line; 0 before the first. */
  upTo(stream: string): Promise<number>
  /** Never goes back. */
  reached(stream: string, number: number): Promise<void>
}
