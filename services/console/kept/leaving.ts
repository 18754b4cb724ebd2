/** Whoever closes or reloads a page on which something stands that is nowhere else is asked before. */

/** Each says whether something of it would be lost now. */
const losing = new Set<() => boolean>()

/** @returns to stop asking for it */
export function askWhile(isLost: () => boolean): () => void {
  losing.add(isLost)
  return () => void losing.delete(isLost)
}

/** Whether leaving the page now loses something. All are asked: one may save what it can. */
export const losesSomething = (): boolean => [...losing].map((isLost) => isLost()).includes(true)

/** What is on the page is nobody's any more. */
export const askNoMore = (): void => losing.clear()

export const askBeforeLeaving = (page: Pick<Window, 'addEventListener'>): void =>
  page.addEventListener('beforeunload', (event) => {
    if (losesSomething()) event.preventDefault()
  })
