/** A function for a locator, written as it is read by the page, which has what our own compiler does not know. */
export const inPage = <T>(written: string): ((of: unknown) => T) =>
  new Function('of', `return (${written})(of)`) as (of: unknown) => T
