/** Where somebody was when nobody was there any more: the next login in this window goes back there, if it is theirs. */
import { z } from 'zod/mini'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const KEY = 'shifan:place'
const place = z.object({ person: z.string(), path: z.string() })

/** A browser that keeps nothing goes to the first page, as before. */
const tried = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

export const rememberPlace = (store: Store, person: string, path: string): void =>
  tried(() => store.setItem(KEY, JSON.stringify({ person, path })))

/** Once, and only for whoever was there: where somebody worked is nobody else's business. */
export function takePlace(store: Store, person: string): string | undefined {
  const kept = tried(() => store.getItem(KEY))
  if (!kept) return undefined
  tried(() => store.removeItem(KEY))
  const found = tried(() => place.parse(JSON.parse(kept)))
  return found?.person === person ? found.path : undefined
}
