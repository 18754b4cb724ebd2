import type { TodoFrame } from '#steps/todo-shape.ts'
import type { Looked } from '../case/look-at-case.ts'

/**
 * What lies beside the case, as the rule of to-dos asks for it.
 * @param listed whether an act names the case that it has not followed yet
 */
export const todoFrameOf = ({ terms, progress, panel }: Looked, listed: boolean): TodoFrame => ({
  signOffs: terms.signOffs,
  vetoes: terms.vetoes !== undefined,
  listed,
  ...(progress && { reported: progress.state.reports.map(({ period }) => period) }),
  ...(panel && { ended: panel.state.ended, settled: panel.state.settled !== undefined }),
})
