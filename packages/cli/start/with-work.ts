/** Logins that find something to do in the demonstration; the browser's test of the homes sees what. */
export const WITH_WORK: readonly string[] = ['officer-1', 'clerk-dunji']
