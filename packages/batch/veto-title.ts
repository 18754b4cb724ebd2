import type { CallTerms } from './batch.ts'

/** What the call froze of the situation; its id where the call knows none of that id. */
export const vetoTitle = ({ vetoes }: Pick<CallTerms, 'vetoes'>, item: string): string =>
  vetoes?.items.find(({ id }) => id === item)?.title ?? item
