/** Where log lines go; one JSON object a line. */
export type Log = (line: Readonly<Record<string, unknown>>) => void

export const toConsole: Log = (line) => console.log(JSON.stringify(line))

/** A fault as the log keeps it: enough to find the place, nothing of what was sent. */
export const faultOf = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? { fault: error.name, message: error.message, stack: error.stack }
    : { fault: typeof error, message: String(error) }
