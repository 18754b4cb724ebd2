/** AWS tells errors apart by name, and so do Retry, Catch and the SDK. */
export class AwsError extends Error {
  readonly details: Readonly<Record<string, unknown>>

  constructor(name: string, message: string = name, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.details = details
  }
}

export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
