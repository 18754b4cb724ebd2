/** Whether this window's login has ended and whether the county answers, for every part of the page that must know. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError } from '#contracts/client.ts'

export class SessionEnded extends Error {
  override name = 'SessionEnded'
  constructor() {
    super('登录已过期。您填写的内容还在本页，点页面上方的“重新登录”后可以继续。')
  }
}

type Line = 'here' | 'over' | 'cut'
let line: Line = 'here'
const listeners = new Set<() => void>()
const tell = (next: Line) => {
  if (next === line) return
  line = next
  for (const listener of listeners) listener()
}
export const sessionEnded = (): void => tell('over')
export const sessionIsBack = (): void => tell('here')
/** A request got no answer; a login that has ended stays so. */
export const lineIsCut = (): void => {
  if (line === 'here') tell('cut')
}
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useSessionEnded = (): boolean => useSyncExternalStore(listen, () => line === 'over')

/** Whether it passes by itself: no answer came, or none as agreed, or a login ended. */
export const isPassing = (error: unknown): boolean =>
  error instanceof SessionEnded || (error instanceof ApiError && (error.status === 0 || error.status >= 500))

/** Calls `again` whenever the network, the county or the login has come back. */
export function onBack(again: () => void): () => void {
  const back = () => void (line === 'here' && again())
  addEventListener('online', again)
  const stop = listen(back)
  return () => {
    removeEventListener('online', again)
    stop()
  }
}
/**
 * What was refused, for as long as it is: that no answer came is not true any more once the county answers again.
 * @returns what is shown, and how to show something else
 */
export function useRefusal<R extends object>() {
  const [refused, setRefused] = useState<R & { readonly error?: unknown }>()
  useEffect(() => onBack(() => setRefused((now) => (isPassing(now?.error) ? undefined : now))), [])
  return [refused, setRefused] as const
}
