import { useCallback, useEffect, useRef } from 'react'
import type { Paper } from '#papers/paper.ts'
import { onBack } from '../session/session-ends.ts'
import { useTraining } from '../session/training.ts'
import type { OnPaper } from './form-on-paper.ts'

const making = () => Promise.all([import('./form-on-paper.ts'), import('./paper-of-form.ts')])
const load = () => Promise.all([import('./print-instead.ts'), making()])
/** The form as it stands now, for Word. */
export const paperNow = async (shown: OnPaper): Promise<Paper> => {
  const [{ formOnPaper }, { paperOfForm }] = await making()
  return paperOfForm(formOnPaper(shown))
}

/**
 * While the calling page is open, its form is printed as the county's paper. What that needs is loaded after the page:
 * whoever fills in waits for nothing, and until it is there (or without a network) the page prints as it is read.
 * @returns what prints now. It throws when the paper cannot be loaded.
 */
export function usePaperPrint(shown: OnPaper): () => Promise<void> {
  const latest = useRef(shown)
  const training = useTraining() !== undefined
  latest.current = { ...shown, training }
  const begun = useRef<Promise<() => void>>(undefined)
  const begin = useCallback(() => {
    begun.current ??= load().then(([{ printInstead }, [{ formOnPaper }, { paperOfForm }]]) =>
      printInstead(() => [paperOfForm(formOnPaper(latest.current))]),
    )
    return begun.current
  }, [])
  useEffect(() => {
    // What did not come is asked for when the line is back, and by whoever prints, whom it tells why.
    const forget = () => {
      begun.current = undefined
    }
    const ask = () => void begin().catch(forget)
    ask()
    const stop = onBack(ask)
    return () => {
      stop()
      begun.current?.then((end) => end(), forget)
      forget()
    }
  }, [begin])
  return useCallback(async () => {
    try {
      await begin()
    } catch {
      begun.current = undefined
      throw new Error('打印版式没有读到，请检查网络后再点“打印”。')
    }
    print()
  }, [begin])
}
