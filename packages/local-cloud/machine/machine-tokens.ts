import { AwsError } from '#local-cloud/wire/aws-error.ts'

type Wait = PromiseWithResolvers<unknown> & { execution: string; state: string | undefined }

/** The task tokens somebody still waits for. */
export class Tokens {
  readonly #waits = new Map<string, Wait>()

  make(token: string, execution: string): string {
    const wait = { ...Promise.withResolvers<unknown>(), execution, state: undefined }
    wait.promise.catch(() => {})
    this.#waits.set(token, wait)
    return token
  }

  /** The wait whose token is among the values handed to a task, which from now on belongs to that state. */
  claim(values: readonly unknown[], state: string): Wait | undefined {
    for (const value of values) {
      const wait = typeof value === 'string' ? this.#waits.get(value) : undefined
      if (wait) return Object.assign(wait, { state })
    }
    return undefined
  }

  /** @throws AwsError TaskTimedOut for a token that was answered, timed out, or belongs to an execution that is gone */
  take(token: string): Wait {
    const wait = this.#waits.get(token)
    if (!wait)
      throw new AwsError(
        'TaskTimedOut',
        'Task Timed Out: the task was answered, timed out, or belongs to an execution that is gone',
      )
    this.#waits.delete(token)
    return wait
  }

  /** The execution that waits with a token; none when nobody does. */
  executionOf(token: string): string | undefined {
    return this.#waits.get(token)?.execution
  }

  forget(which: (wait: Wait) => boolean): void {
    for (const [token, wait] of this.#waits) if (which(wait)) this.#waits.delete(token)
  }
}
