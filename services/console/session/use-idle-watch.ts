import { useEffect, useState } from 'react'
import type IdleWatch from './idle-watch.tsx'
import { partOf } from './parts.ts'

/** Nobody waits for what watches whether anybody is there: it comes when the first page has. */
const LATER_MS = 10_000
const AGAIN_MS = 60_000

/** What watches; undefined before it has come. It takes no page away where it does not come: it is asked for again. */
export function useIdleWatch(minutes: number): typeof IdleWatch | undefined {
  const [watch, setWatch] = useState<{ readonly part: typeof IdleWatch }>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const load = async () => {
      try {
        const { default: part } = await partOf(() => import('./idle-watch.tsx'))
        if (!isGone) setWatch({ part })
      } catch {
        // The console has been replaced since this page was opened.
        if (!isGone) timer = setTimeout(load, AGAIN_MS)
      }
    }
    timer = setTimeout(load, Math.min(LATER_MS, minutes * 15_000))
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [minutes])
  return watch?.part
}
