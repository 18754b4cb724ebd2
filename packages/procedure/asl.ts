/** As much of the Amazon States Language (JSONPath) as a procedure compiles to. */

type Retrier = {
  readonly ErrorEquals: readonly string[]
  readonly MaxAttempts: number
  readonly IntervalSeconds?: number
  readonly BackoffRate?: number
  readonly MaxDelaySeconds?: number
}
type Catcher = { readonly ErrorEquals: readonly string[]; readonly ResultPath: null; readonly Next: string }
type Commented = { readonly Comment?: string }

export type Task = Commented & {
  readonly Type: 'Task'
  readonly Resource: string
  readonly Parameters: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, string>> }
  readonly ResultSelector?: Readonly<Record<string, string>>
  readonly ResultPath: string | null
  readonly TimeoutSeconds?: number
  readonly TimeoutSecondsPath?: string
  readonly Retry: readonly Retrier[]
  readonly Catch?: readonly Catcher[]
  readonly Next: string
}
export type Arc = { readonly Variable: string; readonly StringEquals: string; readonly Next: string }
export type Choice = Commented & { readonly Type: 'Choice'; readonly Choices: readonly Arc[]; readonly Default: string }
type Pass = Commented & { readonly Type: 'Pass' } & { readonly Next: string }
type Succeed = Commented & { readonly Type: 'Succeed' }
type Fail = Commented & { readonly Type: 'Fail'; readonly Error: string; readonly Cause: string }

export type State = Task | Choice | Pass | Succeed | Fail
export type States = Readonly<Record<string, State>>
export type Definition = { readonly Comment?: string; readonly StartAt: string; readonly States: States }
