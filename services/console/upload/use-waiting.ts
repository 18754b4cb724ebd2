/** A form knows of the files that are on their way to any of its fields. */
import { createContext, useCallback, useContext, useEffect, useId, useState } from 'react'
import { NOTHING_WAITED_FOR, together, type Waiting } from './waiting.ts'

/** Told by each field of files, under a name of its own. */
export const WaitingFiles = createContext<(field: string, waiting: Waiting) => void>(() => {})
/**
 * Asked when an upload begins; what it answers is asked when it has ended well, and says whether the form takes the file.
 */
export const TakesLateFile = createContext<() => (name: string) => Promise<boolean>>(() => async () => true)

/** What all fields below `WaitingFiles` with this `tell` wait for. */
export function useWaiting() {
  const [all, setAll] = useState<Readonly<Record<string, Waiting>>>({})
  const tell = useCallback(
    (field: string, waiting: Waiting) => setAll((before) => ({ ...before, [field]: waiting })),
    [],
  )
  return { waiting: together(Object.values(all)), tell }
}

export function useTellWaiting({ coming, failed }: Waiting): void {
  const tell = useContext(WaitingFiles)
  const field = useId()
  useEffect(() => tell(field, { coming, failed }), [tell, field, coming, failed])
  useEffect(() => () => tell(field, NOTHING_WAITED_FOR), [tell, field])
}
