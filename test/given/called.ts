/** What a batch's stream says of a call that one person has prepared and another has opened. */
export const callEvents = <Terms>(terms: Terms, at: string) =>
  [
    { type: 'callPrepared', v: 1, at, by: 'officer', terms },
    { type: 'callOpened', v: 1, at, by: 'office-head', prepared: 'ca'.repeat(32) },
  ] as const
