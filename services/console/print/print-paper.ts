/** Prints papers once, one after the other, in place of the page. Loaded when somebody asks for it. */
import type { Paper } from '#papers/paper.ts'
import { printInstead } from './print-instead.ts'

export function printPaper(...papers: readonly Paper[]): void {
  const end = printInstead(() => papers)
  print()
  end()
}
