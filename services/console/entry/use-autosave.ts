import { useEffect, useSyncExternalStore } from 'react'
import type { Autosave, Draft } from '../forms/autosave.ts'
import { askWhile } from '../kept/leaving.ts'
import { onBack } from '../session/session-ends.ts'

/** Runs it while its form is on screen: what is not kept yet is sent when the session is back and when the page is left. */
export function useAutosave(autosave: Autosave): Draft {
  useEffect(() => {
    autosave.again()
    const stop = onBack(() => autosave.again())
    // Whoever stays after being asked has saved it meanwhile.
    const stopAsking = askWhile(() => autosave.leave())
    const leave = () => void autosave.leave()
    addEventListener('pagehide', leave)
    return () => {
      stop()
      stopAsking()
      removeEventListener('pagehide', leave)
      autosave.stop()
    }
  }, [autosave])
  return useSyncExternalStore(autosave.subscribe, autosave.draft)
}
