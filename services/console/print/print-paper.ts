/** Prints a paper once, in place of the page. Loaded when somebody asks for it. */
import type { Paper } from './paper.ts'
import { printInstead } from './print-instead.ts'

export function printPaper(paper: Paper): void {
  const end = printInstead(() => paper)
  print()
  end()
}
