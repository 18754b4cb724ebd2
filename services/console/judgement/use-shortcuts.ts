import { useEffect, useRef } from 'react'

/**
 * By physical key, so that an input method's state does not matter. Nothing fires while characters are composed, and a key
 * that is held fires once: what it did may have brought another case before it.
 */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const now = useRef(actions)
  useEffect(() => {
    now.current = actions
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const held = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.code.replace(/^Key/, '')}`
      const action = now.current[held]
      if (!action) return
      event.preventDefault()
      if (!event.repeat) action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
