import { useEffect, useState } from 'react'
import { kept } from '../kept/browser.ts'

/** Who handles the data of whoever logs in, and how many years names and logins are kept. */
export type Handled = {
  readonly office: string
  readonly officePhone?: string | undefined
  readonly keepsStaff: number
  readonly keepsLogins: number
}
/** Nobody waits for it: the page comes first. */
const LATER_MS = 1500
/** Under this name the browser keeps who has read it. */
const READ = 'privacy'
/** As many as share one office PC. */
const MOST_PEOPLE = 50

/** Somebody types, or answers another question: what opens over it takes their keys. */
const isBusy = (): boolean =>
  document.activeElement?.matches('input, textarea, select, [contenteditable]') === true ||
  // A closed one may stay in the page.
  [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.getClientRects().length > 0)

/** Opens at somebody's first login in this browser, once they do nothing else, and whenever they ask for it. */
export function usePrivacyNotice(person: string | undefined) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (person === undefined || kept.readLasting(READ)?.includes(person)) return
    const timer = setInterval(() => {
      if (isBusy()) return
      clearInterval(timer)
      setOpen(true)
    }, LATER_MS)
    return () => clearInterval(timer)
  }, [person])
  const close = () => setOpen(false)
  /** Who has only closed it is told again when the page is opened next. */
  const haveRead = () => {
    close()
    const others = kept.readLasting(READ)?.filter((one) => one !== person) ?? []
    kept.keepLasting(READ, [...others, person].slice(-MOST_PEOPLE))
  }
  return { isOpen, open: () => setOpen(true), close, haveRead }
}
