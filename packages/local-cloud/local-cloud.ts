import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Execution } from '#local-cloud/machine/machine-messages.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import type { StatementUse } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'

export type Addresses = { origin: string; s3: string; dynamodb: string; states: string }
export type BootOptions = {
  /** The folder that `cdk synth` wrote. */
  assembly: string
  /** Which of its stacks; all when left out. */
  stacks?: readonly string[]
  /** Everything that outlives a restart lies in this folder. */
  data: string
  /** The main port; S3 takes the next one. 0 chooses free ports. */
  port: number
  /** The virtual instant of the very first boot, in milliseconds. */
  beginning: number
  /** Strings of the templates and what stands for them here, given the main address. */
  replace?: Record<string, string> | ((origin: string) => Record<string, string>)
  /** Time passes by itself; otherwise it moves only when told to. */
  flowing: boolean
  hooks?: Hooks
  /** Whom the local issuer under `/oidc` lets in, and where in the console a login may return to. Without it there is no issuer. */
  login?: {
    accounts: readonly Account[] | (() => readonly Account[])
    redirectPaths: readonly string[]
    clientId?: string
  }
  /** Further handlers on the main port by the path they lie under. */
  mounts?: (origin: string) => Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>
  /** What a person at AWS would find in logs and metrics: refusals, failures, what was given up. Also in `log` of the data folder. */
  report?: (sentence: string) => void
}
export type LocalCloud = {
  addresses: Addresses
  flowing: boolean
  /** The virtual instant, in milliseconds. */
  now(): number
  settle(): Promise<void>
  advanceTo(instant: number): Promise<void>
  /** To the next due timer of anything, or to the next one of the state machine: a case's deadline or next look. */
  advanceBy(what: 'next' | 'deadline'): Promise<void>
  nextDue(): Promise<number>
  nextDeadline(): Promise<number>
  usedStatements(): StatementUse[]
  allStatements(): StatementUse[]
  counts(): Promise<{
    requests: number
    stateTransitions: number
    executions: number
    calls: Record<string, number>
    rss: number
  }>
  executions(): Promise<Execution[]>
  stopExecution(which: { executionArn: string; cause?: string | undefined }): Promise<void>
  /** Stops or resumes the stream's delivery to functions whose name contains this; answers how many consumers that were. */
  switchConsumer(functionName: string, on: boolean): number
  close(): Promise<void>
}
