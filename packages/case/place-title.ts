import type { Procedure } from '#procedure/procedure.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'

type Place = {
  readonly step: string
  /** The notice that names the case, and the first instant that is late for objecting to it. */
  readonly notice?: unknown
  readonly lateFrom?: string | undefined
}

/**
 * Where a case stands, as pages say it: at a notice whether it waits for one, is on it, or has been.
 * @param now an instant; without it whether a notice is over is not said
 */
export function placeTitle(procedure: Procedure, { step, notice, lateFrom }: Place, now?: string): string {
  const title = titleOf(procedure, step)
  if (!stepOf(procedure, step, 'notice')) return title
  if (!notice) return `待${title}`
  if (now === undefined) return title
  return lateFrom === undefined || now < lateFrom ? `${title}中` : `${title}期满`
}
