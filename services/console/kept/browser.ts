/** The one place that touches what a browser keeps: drafts and preferences for all windows, a login for this one. */
import { Kept } from './kept.ts'

export const kept = new Kept(() => localStorage)
/** Tokens live in this window only. */
export const windowStore = (): Storage => sessionStorage

/** Calls `left` when this person has logged out in another window, or `taken` when somebody else has logged in there. */
export const onLeftElsewhere = (left: () => void, taken: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (kept.hasLeft(event)) left()
    if (kept.isAnothers(event)) taken()
  })

/** Milliseconds since 1970, that never go back while the page is open. */
export const nowMs = (): number => performance.timeOrigin + performance.now()
/** A file on its way keeps its windows open as somebody at the keyboard does. */
export const stillBusy = (): void => kept.sayActive(nowMs())
