/** One thing that has to be so at the end of a rehearsal, and where it is not. */
export type Check = { readonly what: string; readonly wrong: readonly string[] }

/** A line for a person; of a long list of faults the first ones. */
export const checkLine = ({ what, wrong }: Check): string =>
  wrong.length === 0
    ? `✓ ${what}`
    : `✗ ${what}：${wrong.slice(0, MOST).join('；')}${wrong.length > MOST ? `……共${wrong.length}处` : ''}`
const MOST = 5
