declare global {
  /** A host that runs us in virtual time puts its clock here before it imports a handler. */
  var clock: (() => number) | undefined
}

/** The only place that asks what time it is. `Date` itself is never faked: SigV4 and sockets need the real one. */
export const now = (): Date => new Date((globalThis.clock ?? Date.now)())
