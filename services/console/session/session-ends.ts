/** Whether this window's login has ended, for every part of the page that must know. */
import { useSyncExternalStore } from 'react'

export class SessionEnded extends Error {
  override name = 'SessionEnded'
  constructor() {
    super('登录已过期。您填写的内容还在本页，点页面上方的“重新登录”后可以继续。')
  }
}

let ended = false
const listeners = new Set<() => void>()
const tell = (next: boolean) => {
  if (next === ended) return
  ended = next
  for (const listener of listeners) listener()
}
export const sessionEnded = (): void => tell(true)
export const sessionIsBack = (): void => tell(false)
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useSessionEnded = (): boolean => useSyncExternalStore(listen, () => ended)

/** Calls `again` whenever the network or the login has come back. */
export function onBack(again: () => void): () => void {
  const back = () => ended || again()
  addEventListener('online', back)
  const stop = listen(back)
  return () => {
    removeEventListener('online', back)
    stop()
  }
}
