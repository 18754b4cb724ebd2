/** The one place that touches what a browser keeps: drafts and preferences for all windows, a login for this one. */
import { Kept } from './kept.ts'

export const kept = new Kept(() => localStorage)
/** Tokens live in this window only. */
export const windowStore = (): Storage => sessionStorage

/** Calls `left` when this person has logged out in another window. */
export const onLeftElsewhere = (left: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (kept.hasLeft(event)) left()
  })
