/** Instants as numbers and back, so that nothing else reads or writes them: ISO instants in UTC, milliseconds since 1970. */

/** An instant in milliseconds; `NaN` for what is none. */
export const msOf = (instant: string): number => Date.parse(instant)

/** @throws RangeError where the number is no instant */
export const instantOf = (ms: number): string => new Date(ms).toISOString()

/** `ms` milliseconds after (or, negative, before) an instant. */
export const after = (instant: string, ms: number): string => instantOf(msOf(instant) + ms)

/** What is left from one instant until another in milliseconds; negative when it is over. */
export const msBetween = (from: string, until: string): number => msOf(until) - msOf(from)

/** For what has to have a date and means none: the beginning of 1970, UTC. */
export const LONG_AGO: Date = new Date(0)
