import type { NoticePage } from '#contracts/notice.ts'
import { isOpen } from './objection-fields.ts'

type Page = Pick<NoticePage, 'lines' | 'objections'>

/** Whether a later look knows all that was answered: nothing that was settled is open, and no line still waits for it. */
export function hasCaughtUp(later: Page, answered: Page): boolean {
  const settled = answered.objections.filter((one) => !isOpen(one)).map(({ objection }) => objection)
  return (
    later.objections.every((one) => !isOpen(one) || !settled.includes(one.objection)) &&
    later.lines.every(({ waits }) => !waits || !settled.some((objection) => waits.includes(objection)))
  )
}

const LOOKS = 6
const BETWEEN_MS = 1000

/** Looks again until the lists have caught up; undefined where they have not within a few seconds. */
export async function askAgain<T extends Page>(
  ask: () => Promise<T>,
  answered: T,
  betweenMs = BETWEEN_MS,
): Promise<T | undefined> {
  for (let look = 0; look < LOOKS; look++) {
    await new Promise((done) => setTimeout(done, betweenMs))
    // A look that fails is no reason to take anything off the screen: the next one may not.
    const later = await ask().catch(() => undefined)
    if (later && hasCaughtUp(later, answered)) return later
  }
  return undefined
}
