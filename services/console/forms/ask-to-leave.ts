import { useEffect } from 'react'
import { askWhile } from '../kept/leaving.ts'

/** Asks before the page is closed or loaded anew while that would lose something of this part of it. */
export function useAskToLeave(isLost: boolean): void {
  useEffect(() => (isLost ? askWhile(() => true) : undefined), [isLost])
}
